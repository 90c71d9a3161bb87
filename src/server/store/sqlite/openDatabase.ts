import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from './migrations.ts';

export const DATABASE_FILE = 'knooppunt.sqlite';

const FULL = 2;

/**
 * The database in a folder, made when it is not there; readable by its owner alone. In WAL mode SQLite may fall back to
 * synchronous=NORMAL, which loses acknowledged writes when the power fails: FULL is set and read back, and without it nothing runs.
 */
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, DATABASE_FILE);
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;');
  chmodSync(file, 0o600);
  if (readPragma(db, 'journal_mode') !== 'wal' || readPragma(db, 'synchronous') !== FULL) {
    db.close();
    throw new Error('the database cannot promise to keep what it acknowledged (WAL with synchronous=FULL)');
  }
  migrate(db);
  return db;
}

export const readPragma = (db: DatabaseSync, name: 'journal_mode' | 'synchronous'): unknown =>
  Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0];
