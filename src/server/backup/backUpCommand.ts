import { join } from 'node:path';
import { backUp } from './backUp.ts';
import { problemText } from './problemText.ts';

/* npm run backup [-- <folder>]: see README. */

const dataFolder = process.env['KNOOPPUNT_DATA'] ?? join(import.meta.dirname, '../../../data');
const backupFolder = process.argv[2] ?? join(dataFolder, 'backups');

try {
  const made = backUp(dataFolder, backupFolder, new Date());
  if (made.ok) {
    const { file, facts } = made.value;
    console.log(`Backup: ${file}`);
    console.log(`Read back whole: ${facts.streams} streams, ${facts.messages} messages.`);
  } else {
    console.error(problemText(made.error));
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`The backup failed: ${(error as Error).message}`);
  process.exitCode = 1;
}
