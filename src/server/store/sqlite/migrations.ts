import type { DatabaseSync } from 'node:sqlite';
import { ACCOUNT_TABLES } from '../../accounts/tables.ts';

/** Forward only: a released step never changes; what is new is a new step at the end. */
export const migrations: readonly string[] = [
  `CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE stream (
    id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE, content_type TEXT NOT NULL, tail INTEGER NOT NULL DEFAULT 0,
    closed INTEGER NOT NULL DEFAULT 0, seq TEXT, ttl INTEGER, expires_at INTEGER
  ) STRICT;
  -- position: of the first byte in its stream. bytes may become fewer (erased), never more.
  CREATE TABLE message (
    stream INTEGER NOT NULL REFERENCES stream ON DELETE CASCADE, position INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (stream, position)
  ) STRICT;
  CREATE TABLE producer (
    stream INTEGER NOT NULL REFERENCES stream ON DELETE CASCADE, id TEXT NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (stream, id)
  ) STRICT, WITHOUT ROWID;`,
  ACCOUNT_TABLES,
  // mark: which messages lie before, in a few letters. What stood there without one begins with none.
  `ALTER TABLE stream ADD COLUMN mark TEXT NOT NULL DEFAULT '000000000000';
  ALTER TABLE message ADD COLUMN mark TEXT NOT NULL DEFAULT '000000000000';
  -- Each start of the server: a mark by chance, and the number of changes it began at.
  CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, mark INTEGER NOT NULL, began INTEGER NOT NULL) STRICT;`,
  // When a device's own person revoked it; unknown for what was revoked before: as of then.
  `ALTER TABLE device ADD COLUMN revoked_at INTEGER;
  UPDATE device SET revoked_at = CAST(unixepoch('subsec') * 1000 AS INTEGER) WHERE revoked = 1;`,
  `-- To which device sealed content went, and when; to the minute.
  CREATE TABLE fetch (doc TEXT NOT NULL, device TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (doc, device, at)) STRICT, WITHOUT ROWID;
  CREATE INDEX fetch_of_device ON fetch (device);`,
];

/** Brings a database to this version, each step in a transaction of its own. A newer one is refused: its data would be misread. */
export function migrate(db: DatabaseSync, steps: readonly string[] = migrations): void {
  if (versionOf(db) > steps.length) throw new Error('the data were written by a newer version of this server');
  for (const [index, step] of steps.entries()) {
    db.exec('BEGIN IMMEDIATE');
    try {
      // Asked inside: another process may just have done it.
      if (versionOf(db) === index) db.exec(`${step}; PRAGMA user_version = ${index + 1};`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}

const versionOf = (db: DatabaseSync): number => (db.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
