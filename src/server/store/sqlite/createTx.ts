import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Messages, ProducerRow, SqlValue, StreamRow, Tx } from '../port.ts';

interface StoredStream {
  readonly id: number;
  readonly path: string;
  readonly content_type: string;
  readonly tail: number;
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
      let { tail } = stream;
      for (const bytes of messages) {
        run('INSERT INTO message (stream, position, bytes) VALUES (?, ?, ?)', stream.id, tail, bytes);
        tail += bytes.length;
      }
      const closed = stream.closed || close;
      run('UPDATE stream SET tail = ?, seq = ?, closed = ? WHERE id = ?', tail, seq ?? null, closed ? 1 : 0, stream.id);
      wake(stream.path);
      return { ...stream, tail, closed, seq: seq ?? null };
    },
    read: (stream, from, bytes) => readMessages(prepare, stream, from, bytes),
    replace: (stream, position, bytes) => {
      run('UPDATE message SET bytes = ? WHERE stream = ? AND position = ?', bytes, stream.id, position);
      erased();
    },
    empty: (stream) => {
      run('DELETE FROM message WHERE stream = ?', stream.id);
      erased();
      wake(stream.path);
    },
    remove: (stream) => {
      run('DELETE FROM stream WHERE id = ?', stream.id);
      erased();
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

/** Row by row, so that never more is in memory than is sent. */
function readMessages(prepare: (sql: string) => StatementSync, stream: StreamRow, from: number, limit: number): Messages {
  const messages: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const rows = prepare('SELECT position, bytes FROM message WHERE stream = ? AND position >= ? ORDER BY position').iterate(stream.id, from);
  for (const row of rows) {
    const { position, bytes } = row as unknown as { readonly position: number; readonly bytes: Uint8Array<ArrayBuffer> };
    if (messages.length > 0 && size + bytes.length > limit) return { messages, next: position };
    messages.push(bytes);
    size += bytes.length;
  }
  return { messages, next: Math.max(stream.tail, from) };
}

const toStream = (row: StoredStream): StreamRow => ({
  id: row.id,
  path: row.path,
  contentType: row.content_type,
  tail: row.tail,
  closed: row.closed === 1,
  seq: row.seq,
  ttl: row.ttl,
  expiresAt: row.expires_at,
});
