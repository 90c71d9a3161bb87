import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Store, StoreFailure, type Tx } from '../port.ts';
import { createTx } from './createTx.ts';
import { BUSY_TIMEOUT, openDatabase } from './openDatabase.ts';

interface Waiting {
  readonly step: (tx: Tx) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

export interface SqliteStoreOptions {
  /** The disk failed: nothing can be promised any more, so the server has to stop. An fsync is never tried twice. */
  readonly onBroken: (error: unknown) => void;
  /** Another way to the database, for a test that lets the disk fail. */
  readonly open?: (folder: string) => DatabaseSync;
}

/** The store in SQLite. Everything asked for in one tick goes into one transaction and one flush to disk. */
export function openSqliteStore(folder: string, options: SqliteStoreOptions): Store {
  const db = (options.open ?? openDatabase)(folder);
  compactErased(db);
  const [mark, keep] = [db.prepare('SAVEPOINT step'), db.prepare('RELEASE step')];
  let changed = new Set<string>();
  /** What the step under way changed; joins the others when it stands. */
  const ofStep = new Set<string>();
  let mustSweep = false;
  const tx = createTx(db, {
    wake: (path) => void ofStep.add(path),
    erased: () => {
      mustSweep = true;
    },
  });
  const listeners = new Set<(paths: ReadonlySet<string>) => void>();
  let queue: Waiting[] = [];
  let scheduled = false;
  let problem: StoreFailure['problem'] | null = null;

  function flush(): void {
    scheduled = false;
    const batch = queue;
    // Closing has flushed already, what was scheduled still comes.
    if (batch.length === 0) return;
    queue = [];
    changed = new Set();
    const done: (() => void)[] = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      for (const waiting of batch) done.push(runStep(waiting));
      db.exec('COMMIT');
      if (mustSweep) mustSweep = !sweepLog(db);
    } catch (error) {
      return giveUp(batch, error);
    }
    const paths = changed;
    for (const answer of done) answer();
    if (paths.size > 0) for (const listener of listeners) listener(paths);
  }

  /** One step, undone alone when it throws. A failing disk undoes everything. */
  function runStep({ step, resolve, reject }: Waiting): () => void {
    mark.run();
    ofStep.clear();
    try {
      const value = step(tx);
      keep.run();
      for (const path of ofStep) changed.add(path);
      return () => resolve(value);
    } catch (error) {
      if (isOfDisk(error)) throw error;
      db.exec('ROLLBACK TO step; RELEASE step');
      return () => reject(error);
    }
  }

  /** Nobody hears that anything was kept. A full or occupied disk may have room again; a broken one is not asked twice. */
  function giveUp(batch: readonly Waiting[], error: unknown): void {
    const isUndone = undoAll(db);
    const cause = isUndone ? problemOf(error) : 'broken';
    for (const { reject } of batch) reject(new StoreFailure(cause, { cause: error }));
    if (cause !== 'broken') return;
    problem = 'broken';
    options.onBroken(error);
  }

  return {
    epoch: readEpoch(db),
    write: (step) =>
      new Promise((resolve, reject) => {
        if (problem) return reject(new StoreFailure(problem));
        queue.push({ step, resolve: resolve as (value: unknown) => void, reject });
        if (!scheduled) setImmediate(flush);
        scheduled = true;
      }),
    read: (step) => {
      if (problem === 'closed') throw new StoreFailure('closed');
      return step(tx);
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      if (problem === 'closed') return;
      if (queue.length > 0) flush();
      problem = 'closed';
      db.close();
    },
  };
}

function readEpoch(db: DatabaseSync): string {
  db.prepare(`INSERT INTO meta VALUES ('epoch', ?) ON CONFLICT DO NOTHING`).run(freshEpoch());
  return (db.prepare(`SELECT value FROM meta WHERE name = 'epoch'`).get() as { value: string }).value;
}

/** Letters and digits only: it becomes a part of every offset. */
const freshEpoch = (): string => randomBytes(6).toString('hex');

/** False: not even that worked. */
function undoAll(db: DatabaseSync): boolean {
  try {
    if (db.isTransaction) db.exec('ROLLBACK');
    return true;
  } catch {
    return false;
  }
}

/** What was erased stands in the log until it is emptied. False: somebody reads from it (a backup), so later; that is not waited for. */
function sweepLog(db: DatabaseSync): boolean {
  db.exec('PRAGMA busy_timeout = 0');
  const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
  db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
  return busy === 0;
}

/**
 * SQLite overwrites what is deleted, but a page that it rearranged before may hold a second copy in a gap. Only writing the whole file
 * anew takes that away, which would hold up a busy server: so the next start does. A full disk leaves it to the start after that.
 */
function compactErased(db: DatabaseSync): void {
  if (db.prepare(`SELECT 1 FROM meta WHERE name = 'erased'`).get() === undefined) return;
  try {
    db.exec(`VACUUM; DELETE FROM meta WHERE name = 'erased'`);
    sweepLog(db);
  } catch (error) {
    if (!isOfDisk(error)) throw error;
  }
}

/** SQLite's primary result codes that mean the disk, not the question. */
const [BUSY, LOCKED, IO, CORRUPT, FULL, CANNOT_OPEN, NOT_A_DATABASE] = [5, 6, 10, 11, 13, 14, 26];
const OF_DISK: ReadonlySet<number | undefined> = new Set([IO, CORRUPT, FULL, CANNOT_OPEN, NOT_A_DATABASE]);
const codeOf = (error: unknown): number => ((error as { errcode?: number }).errcode ?? 0) & 0xff;
const isOfDisk = (error: unknown): boolean => OF_DISK.has(codeOf(error));

function problemOf(error: unknown): StoreFailure['problem'] {
  const code = codeOf(error);
  if (code === FULL) return 'full';
  return code === BUSY || code === LOCKED ? 'busy' : 'broken';
}
