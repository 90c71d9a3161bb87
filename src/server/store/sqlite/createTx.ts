import { hash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { NO_MARK, type Messages, type ProducerRow, type SqlValue, type StreamRow, type Tx } from '../port.ts';

interface StoredStream {
  readonly id: number;
  readonly path: string;
  readonly content_type: string;
  readonly tail: number;
  readonly mark: string;
  readonly closed: number;
  readonly seq: string | null;
  readonly ttl: number | null;
  readonly expires_at: number | null;
}

export interface TxListeners {
  /** Which paths changed. */
  readonly wake: (path: string) => void;
  /** Bytes were taken away that must not stay behind on the disk. */
  readonly erased: () => void;
}

/** The verbs of a step over one connection. Statements are prepared once. */
export function createTx(db: DatabaseSync, { wake, erased }: TxListeners): Tx {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const get = <Row>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).get(...values) as Row | undefined;
  const all = <Row>(sql: string, ...values: readonly SqlValue[]) => prepare(sql).all(...values) as unknown as readonly Row[];
  const run = (sql: string, ...values: readonly SqlValue[]) => void prepare(sql).run(...values);
  /** Also for the next start: see `compactErased`. */
  const noteErased = () => {
    run(`INSERT INTO meta VALUES ('erased', '') ON CONFLICT DO NOTHING`);
    erased();
  };
  const find = (path: string): StreamRow | undefined => {
    const row = get<StoredStream>('SELECT * FROM stream WHERE path = ?', path);
    return row && toStream(row);
  };

  return {
    get,
    all,
    run,
    wake,
    find,
    create: (path, { contentType, ttl = null, expiresAt = null }) => {
      run('INSERT INTO stream (path, content_type, ttl, expires_at) VALUES (?, ?, ?, ?)', path, contentType, ttl, expiresAt);
      wake(path);
      return find(path)!;
    },
    append: (stream, messages, { seq = stream.seq ?? undefined, close = false } = {}) => {
      let { tail, mark } = stream;
      for (const bytes of messages) {
        mark = markAfter(mark, bytes);
        run('INSERT INTO message (stream, position, bytes, mark) VALUES (?, ?, ?, ?)', stream.id, tail, bytes, mark);
        tail += bytes.length;
      }
      const closed = stream.closed || close;
      run('UPDATE stream SET tail = ?, mark = ?, seq = ?, closed = ? WHERE id = ?', tail, mark, seq ?? null, closed ? 1 : 0, stream.id);
      wake(stream.path);
      return { ...stream, tail, mark, closed, seq: seq ?? null };
    },
    read: (stream, from, bytes) => readMessages(prepare, stream, from, bytes),
    markAt: (stream, position) => {
      if (position === stream.tail) return stream.mark;
      if (position === 0) return NO_MARK;
      return get<{ mark: string }>(MARK_BEFORE, stream.id, position)?.mark;
    },
    replace: (stream, position, bytes) => {
      run('UPDATE message SET bytes = ? WHERE stream = ? AND position = ?', bytes, stream.id, position);
      noteErased();
    },
    empty: (stream) => {
      run('DELETE FROM message WHERE stream = ?', stream.id);
      noteErased();
      wake(stream.path);
    },
    remove: (stream) => {
      run('DELETE FROM stream WHERE id = ?', stream.id);
      noteErased();
      wake(stream.path);
    },
    touch: (stream, now) => {
      if (stream.ttl !== null) run('UPDATE stream SET expires_at = ? WHERE id = ?', now + stream.ttl * 1000, stream.id);
    },
    producer: (stream, id) => get<ProducerRow>('SELECT epoch, seq FROM producer WHERE stream = ? AND id = ?', stream.id, id),
    setProducer: (stream, id, { epoch, seq }) =>
      run(
        'INSERT INTO producer (stream, id, epoch, seq) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq',
        stream.id,
        id,
        epoch,
        seq,
      ),
  };
}

const MARK_BEFORE = 'SELECT mark FROM message WHERE stream = ? AND position < ? ORDER BY position DESC LIMIT 1';

/** Of the message and of all before it. Cut short: it tells histories apart, it does not prove them. */
const markAfter = (mark: string, bytes: Uint8Array): string =>
  hash('sha256', Buffer.concat([Buffer.from(mark, 'hex'), bytes])).slice(0, 12);

/** Row by row, so that never more is in memory than is sent. */
function readMessages(prepare: (sql: string) => StatementSync, stream: StreamRow, from: number, limit: number): Messages {
  const messages: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let { mark } = stream;
  for (const row of prepare(MESSAGES).iterate(stream.id, from, stream.tail)) {
    const found = row as unknown as { readonly position: number; readonly bytes: Uint8Array<ArrayBuffer>; readonly mark: string };
    if (messages.length > 0 && size + found.bytes.length > limit) return { messages, next: found.position, mark };
    messages.push(found.bytes);
    size += found.bytes.length;
    ({ mark } = found);
  }
  return { messages, next: Math.max(stream.tail, from), mark: stream.mark };
}

const MESSAGES = 'SELECT position, bytes, mark FROM message WHERE stream = ? AND position >= ? AND position < ? ORDER BY position';

const toStream = (row: StoredStream): StreamRow => ({
  id: row.id,
  path: row.path,
  contentType: row.content_type,
  tail: row.tail,
  mark: row.mark,
  closed: row.closed === 1,
  seq: row.seq,
  ttl: row.ttl,
  expiresAt: row.expires_at,
});
