import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from './migrations.ts';

export const DATABASE_FILE = 'knooppunt.sqlite';

const FULL = 2;
const DURABLE = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL';

/** Milliseconds that is waited for another process (a command of the administrator) that writes. */
export const BUSY_TIMEOUT = 5_000;

/**
 * The database in a folder, made when it is not there; readable by its owner alone. In WAL mode SQLite may fall back to
 * synchronous=NORMAL, which loses acknowledged writes when the power fails: FULL is set and read back, and without it nothing runs.
 */
export function openDatabase(folder: string, settings: string = DURABLE): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, DATABASE_FILE);
  // Before SQLite writes: its log takes over the mode of the file.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
  try {
    db.exec(`${settings}; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;`);
    requireDurable(db);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Read back, because a setting that is not taken over says nothing. */
function requireDurable(db: DatabaseSync): void {
  if (readPragma(db, 'journal_mode') !== 'wal' || readPragma(db, 'synchronous') !== FULL)
    throw new Error('the database cannot promise to keep what it acknowledged (WAL with synchronous=FULL)');
}

const readPragma = (db: DatabaseSync, name: 'journal_mode' | 'synchronous'): unknown =>
  Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0];
