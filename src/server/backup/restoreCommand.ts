import { join } from 'node:path';
import { problemText } from './problemText.ts';
import { restore } from './restore.ts';

/* npm run restore -- <file>: see README. */

const dataFolder = process.env['KNOOPPUNT_DATA'] ?? join(import.meta.dirname, '../../../data');
const [, , backupFile] = process.argv;

try {
  if (backupFile === undefined) throw new Error('which backup? npm run restore -- <file>');
  const restored = restore(backupFile, dataFolder, new Date());
  if (restored.ok) {
    const { facts, kept } = restored.value;
    console.log(`Restored: ${facts.streams} streams, ${facts.messages} messages. The epoch is new: devices bring again what is missing.`);
    if (kept !== null) console.log(`The database from before is kept: ${kept}`);
    console.log('Devices that an administrator blocked after this backup have to be blocked again.');
  } else {
    console.error(problemText(restored.error));
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`Nothing was restored: ${(error as Error).message}`);
  process.exitCode = 1;
}
