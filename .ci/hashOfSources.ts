import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Names a build: the same checkout gives the same, anywhere. 12 characters. */
export function hashOfSources(): string {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const sum = createHash('sha256');
  for (const file of [join(ROOT, 'package-lock.json'), ...sources]) sum.update(file.slice(ROOT.length)).update(readFileSync(file));
  return sum.digest('base64url').slice(0, 12);
}
