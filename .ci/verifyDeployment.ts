import { join } from 'node:path';
import { compareDeployment } from './compareDeployment.ts';

/* npm run verify-deployment -- <address>: does that server hand out exactly the release of this checkout? */

const [, , address] = process.argv;

try {
  if (address === undefined) throw new Error('which server? npm run verify-deployment -- https://knooppunt.example.nl');
  const { compared, differences, release } = await compareDeployment(new URL(address), join(import.meta.dirname, '../dist'));
  for (const { path, what } of differences) console.error(`${path}: ${what}`);
  console.log(`Release: version ${release.version}, SHA-256 of release.json ${release.hash}`);
  console.log(
    differences.length === 0
      ? `The same: ${compared} answers compared.`
      : `NOT the same: ${differences.length} of ${compared} answers differ from the release in dist.`,
  );
  if (differences.length > 0) process.exitCode = 1;
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(code === 'ENOENT' ? 'There is no release here to compare with: npm run build' : `Not compared: ${message}`);
  process.exitCode = 1;
}
