/*
 * A database as each earlier version of the server left it, written out: a released step that is changed by mistake shows here.
 * Whoever adds a migration adds the version before it.
 */
const VERSION_1 = `CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
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
  `;

const VERSION_2 = `
  CREATE TABLE server_key (name TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO counter VALUES ('change', 0);

  -- The keyrings themselves are streams; this is what has to be looked up with every request. first: the hash that rosters bind a member to.
  CREATE TABLE keyring (member TEXT PRIMARY KEY, n INTEGER NOT NULL, hash TEXT NOT NULL, first TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE device (
    device TEXT PRIMARY KEY, member TEXT NOT NULL, kind TEXT NOT NULL, revoked INTEGER NOT NULL, last_seen TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX device_of_member ON device (member);

  -- change: when something last happened in it, counted over the whole server. bytes: of log and access log.
  CREATE TABLE document (
    doc TEXT PRIMARY KEY, kind TEXT NOT NULL, founder TEXT NOT NULL, n INTEGER NOT NULL, hash TEXT NOT NULL,
    destroyed INTEGER NOT NULL, bytes INTEGER NOT NULL, change INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- until: the roster entry that removed them, left_at and left_change: when that came here; empty while they are in.
  CREATE TABLE membership (
    doc TEXT NOT NULL, member TEXT NOT NULL, role TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER,
    left_at INTEGER, left_change INTEGER,
    PRIMARY KEY (doc, member)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX membership_of_member ON membership (member);
  -- operations: what a redact entry says that the envelope replaced, as it stands in the redacted form.
  CREATE TABLE erased (doc TEXT NOT NULL, envelope TEXT NOT NULL, operations BLOB NOT NULL, PRIMARY KEY (doc, envelope)) STRICT, WITHOUT ROWID;

  -- One device's envelopes in one stream over one lifetime of its database; seq and hash of the last.
  CREATE TABLE chain (
    id INTEGER PRIMARY KEY, doc TEXT NOT NULL, stream TEXT NOT NULL, device TEXT NOT NULL, incarnation TEXT NOT NULL,
    seq INTEGER NOT NULL, hash TEXT NOT NULL, UNIQUE (doc, stream, device, incarnation)
  ) STRICT;
  -- position: where it stands in its stream, for erasing it.
  CREATE TABLE envelope (
    chain INTEGER NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (chain, seq)
  ) STRICT, WITHOUT ROWID;

  -- access: SHA-256 of the guest's secret. guest: whose keyring came in by it.
  CREATE TABLE invitation (
    id TEXT PRIMARY KEY, access BLOB NOT NULL, member TEXT NOT NULL, expires INTEGER NOT NULL, ended INTEGER NOT NULL, guest TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE setup_link (
    hash BLOB PRIMARY KEY, first INTEGER NOT NULL, expires INTEGER NOT NULL, member TEXT, doc TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE block (doc TEXT NOT NULL, device TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (doc, device)) STRICT, WITHOUT ROWID;
  CREATE INDEX block_of_device ON block (device);
`;

const VERSION_3 = `
  ALTER TABLE stream ADD COLUMN mark TEXT NOT NULL DEFAULT '000000000000';
  ALTER TABLE message ADD COLUMN mark TEXT NOT NULL DEFAULT '000000000000';
  -- Each start of the server: a mark by chance, and the number of changes it began at.
  CREATE TABLE run (id INTEGER PRIMARY KEY AUTOINCREMENT, mark INTEGER NOT NULL, began INTEGER NOT NULL) STRICT;
`;

const VERSION_4 = `
  -- When a device's own person revoked it; unknown for what was revoked before: as of then.
  ALTER TABLE device ADD COLUMN revoked_at INTEGER;
  UPDATE device SET revoked_at = CAST(unixepoch('subsec') * 1000 AS INTEGER) WHERE revoked = 1;
`;

const CONTENT = `INSERT INTO meta VALUES ('epoch', '0123456789ab');
  INSERT INTO stream VALUES (1, '/v1/stream/old', 'text/plain', 3, 1, '7', 60, 1000);
  INSERT INTO message VALUES (1, 0, x'6f6c64');
  INSERT INTO producer VALUES (1, 'p', 2, 5)`;

export const earlierVersions: readonly { readonly version: number; readonly sql: string }[] = [
  {
    version: 1,
    sql: VERSION_1 + CONTENT,
  },
  { version: 2, sql: VERSION_1 + VERSION_2 + CONTENT },
  { version: 3, sql: VERSION_1 + VERSION_2 + CONTENT + ';' + VERSION_3 },
  { version: 4, sql: VERSION_1 + VERSION_2 + CONTENT + ';' + VERSION_3 + VERSION_4 },
];
