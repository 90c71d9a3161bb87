import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { BUSY_TIMEOUT, DATABASE_FILE } from '../store/sqlite/openDatabase.ts';
import { checkDatabase, type DatabaseFacts, type DatabaseProblem } from './checkDatabase.ts';
import { flush, removeDatabase, stampOf } from './files.ts';

export interface Backup {
  readonly file: string;
  readonly facts: DatabaseFacts;
}

export type BackupProblem =
  | { readonly type: 'NoDatabase'; readonly file: string }
  | { readonly type: 'AlreadyThere'; readonly file: string }
  /** The copy was made and is no good: it is thrown away. */
  | { readonly type: 'BadCopy'; readonly problem: DatabaseProblem };

/**
 * A copy of the database as it stood at one moment, also while the server writes: SQLite makes it inside one reading transaction, so
 * nobody has to wait and it never starts anew. What was erased is not in it. It gets its name only once it was read back whole.
 *
 * @throws on a disk that is full or fails
 */
export function backUp(dataFolder: string, backupFolder: string, at: Date): Result<Backup, BackupProblem> {
  const source = join(dataFolder, DATABASE_FILE);
  if (!existsSync(source)) return err({ type: 'NoDatabase', file: source });
  const file = join(backupFolder, `knooppunt-${stampOf(at)}.sqlite`);
  if (existsSync(file)) return err({ type: 'AlreadyThere', file });
  mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
  const part = `${file}.part`;
  removeDatabase(part);
  try {
    copyAt(source, part);
    flush(part);
    const checked = checkDatabase(part);
    if (!checked.ok) return err({ type: 'BadCopy', problem: checked.error });
    renameSync(part, file);
    flush(backupFolder);
    return ok({ file, facts: checked.value });
  } finally {
    removeDatabase(part);
  }
}

function copyAt(source: string, target: string): void {
  // Made first, and empty: only its owner may read it.
  closeSync(openSync(target, 'wx', 0o600));
  const db = new DatabaseSync(source, { readOnly: true, timeout: BUSY_TIMEOUT });
  try {
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
}
