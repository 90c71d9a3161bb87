import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { migrations } from '../store/sqlite/migrations.ts';

export interface DatabaseFacts {
  /** null: the server makes a new one at its next start. */
  readonly epoch: string | null;
  /** The version of its tables. */
  readonly version: number;
  readonly streams: number;
  readonly messages: number;
}

export type DatabaseProblem =
  /** No SQLite database, or not one of this server. */
  | { readonly type: 'NotOurs' }
  | { readonly type: 'Damaged'; readonly what: string }
  /** Written by a newer server: this one would misread it. */
  | { readonly type: 'Newer'; readonly version: number };

/**
 * Reads a copy of the database from end to end: every page, every reference, and every message at its place in its stream. Nothing
 * may use the file meanwhile, and nothing is changed in it.
 */
export function checkDatabase(file: string): Result<DatabaseFacts, DatabaseProblem> {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    return readFacts(db);
  } catch (error) {
    const { errcode = 0, message } = error as { errcode?: number; message: string };
    return errcode === NOT_A_DATABASE ? err({ type: 'NotOurs' }) : err({ type: 'Damaged', what: message });
  } finally {
    if (db?.isOpen) db.close();
  }
}

const NOT_A_DATABASE = 26;

function readFacts(db: DatabaseSync): Result<DatabaseFacts, DatabaseProblem> {
  const first = <Row>(sql: string) => db.prepare(sql).get() as Row | undefined;
  const version = first<{ user_version: number }>('PRAGMA user_version')!.user_version;
  if (version > migrations.length) return err({ type: 'Newer', version });
  const { tables } = first<{ tables: number }>(`SELECT count(*) AS tables FROM sqlite_schema WHERE name IN ('meta', 'stream', 'message')`)!;
  if (tables !== 3) return err({ type: 'NotOurs' });
  const { integrity_check } = first<{ integrity_check: string }>('PRAGMA integrity_check(1)')!;
  if (integrity_check !== 'ok') return err({ type: 'Damaged', what: integrity_check });
  if (first('PRAGMA foreign_key_check')) return err({ type: 'Damaged', what: 'a message without its stream' });
  if (first(MISPLACED)) return err({ type: 'Damaged', what: 'a message that is not at its place' });
  const epoch = first<{ value: string }>(`SELECT value FROM meta WHERE name = 'epoch'`)?.value ?? null;
  const { streams } = first<{ streams: number }>('SELECT count(*) AS streams FROM stream')!;
  const { messages } = first<{ messages: number }>('SELECT count(*) AS messages FROM message')!;
  return ok({ epoch, version, streams, messages });
}

/** A message ends at or before the next one, the last at or before the tail: what was erased is shorter, never longer. */
const MISPLACED = `
  SELECT 1 FROM (
    SELECT position + length(bytes) AS ends, coalesce(lead(position) OVER (PARTITION BY stream ORDER BY position), stream.tail) AS next
    FROM message JOIN stream ON stream.id = message.stream
  ) WHERE ends > next LIMIT 1`;
