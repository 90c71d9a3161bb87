import { chmodSync, copyFileSync, existsSync, linkSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { DATABASE_FILE } from '../store/sqlite/openDatabase.ts';
import { checkDatabase, type DatabaseFacts, type DatabaseProblem } from './checkDatabase.ts';
import { flush, removeDatabase, stampOf } from './files.ts';
import { holdDatabase } from './holdDatabase.ts';

export interface Restored {
  readonly facts: DatabaseFacts;
  /** Where the database from before stands now; null when there was none. */
  readonly kept: string | null;
}

export type RestoreProblem =
  | { readonly type: 'NoBackup'; readonly file: string }
  | { readonly type: 'BadBackup'; readonly problem: DatabaseProblem }
  /** A server, or a command, uses the database in that folder. */
  | { readonly type: 'InUse' };

/**
 * Puts a backup in the place of the database. It gets a new epoch: every position that a device remembers is then one of another
 * server, so that devices bring again what the backup does not have.
 *
 * Killed halfway, either the old or the new database stands there, whole; the old one is also kept beside it.
 *
 * @throws on a disk that is full or fails
 */
export function restore(backupFile: string, dataFolder: string, at: Date): Result<Restored, RestoreProblem> {
  if (!existsSync(backupFile)) return err({ type: 'NoBackup', file: backupFile });
  const backup = checkDatabase(backupFile);
  if (!backup.ok) return err({ type: 'BadBackup', problem: backup.error });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const place = join(dataFolder, DATABASE_FILE);
  const held = holdDatabase(place);
  if (!held.ok) return held;
  const coming = `${place}.restoring`;
  try {
    removeDatabase(coming);
    copyFileSync(backupFile, coming);
    chmodSync(coming, 0o600);
    endEpoch(coming);
    flush(coming);
    const checked = checkDatabase(coming);
    if (!checked.ok) return err({ type: 'BadBackup', problem: checked.error });
    const kept = keepBeside(place, join(dataFolder, `knooppunt-before-restore-${stampOf(at)}.sqlite`));
    renameSync(coming, place);
    flush(dataFolder);
    return ok({ facts: checked.value, kept });
  } finally {
    held.value();
    removeDatabase(coming);
  }
}

/** The store makes a new epoch where it finds none. */
function endEpoch(file: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec(`DELETE FROM meta WHERE name = 'epoch'`);
  } finally {
    db.close();
  }
}

/** A second name for the old database, which keeps it when the new one takes the first. */
function keepBeside(place: string, kept: string): string | null {
  if (!existsSync(place)) return null;
  // Left only by a damaged database: what is in them belongs to it, and must never meet the new one.
  for (const ending of ['-wal', '-shm', '-journal'])
    if (existsSync(`${place}${ending}`)) renameSync(`${place}${ending}`, `${kept}${ending}`);
  linkSync(place, kept);
  return kept;
}
