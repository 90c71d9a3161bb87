import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../core/shared/result.ts';

/** Lets it go again. */
export type Release = () => void;

/**
 * Takes hold of a database alone. SQLite lets nobody leave WAL mode while another connection is open, in this process or another: so
 * a running server is found by the lock that it really holds, and no lock file can be left behind. Leaving WAL mode also brings
 * everything into the one file, which can then be set aside whole.
 */
export function holdDatabase(file: string): Result<Release, { readonly type: 'InUse' }> {
  if (!existsSync(file)) return ok(() => undefined);
  const db = new DatabaseSync(file, { timeout: 0 });
  try {
    const { journal_mode } = db.prepare('PRAGMA journal_mode = DELETE').get() as { journal_mode: string };
    if (journal_mode !== 'delete') {
      db.close();
      return err({ type: 'InUse' });
    }
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    // A damaged database is what people restore over; no server runs on one.
    return isBusy(error) ? err({ type: 'InUse' }) : ok(() => undefined);
  }
  return ok(() => db.close());
}

const [BUSY, LOCKED] = [5, 6];
const isBusy = (error: unknown): boolean => [BUSY, LOCKED].includes(((error as { errcode?: number }).errcode ?? 0) & 0xff);
