/*
 * A database as each earlier version of the server left it, written out: a released step that is changed by mistake shows here.
 * Whoever adds a migration adds the version before it.
 */
export const earlierVersions: readonly { readonly version: number; readonly sql: string }[] = [
  {
    version: 1,
    sql: `CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
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
  ) STRICT, WITHOUT ROWID;
  INSERT INTO meta VALUES ('epoch', '0123456789ab');
  INSERT INTO stream VALUES (1, '/v1/stream/old', 'text/plain', 3, 1, '7', 60, 1000);
  INSERT INTO message VALUES (1, 0, x'6f6c64');
  INSERT INTO producer VALUES (1, 'p', 2, 5)`,
  },
];
