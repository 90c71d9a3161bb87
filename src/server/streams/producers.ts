import type { ProducerRow, StreamRow, Tx } from '../store/port.ts';
import type { StreamRequest } from './tenant.ts';

/** An idempotent producer's place for this request. */
export interface Producer extends ProducerRow {
  readonly id: string;
}

export type ProducerVerdict =
  | { readonly type: 'next' }
  /** Stored before; `seq` is the highest that was. */
  | { readonly type: 'duplicate'; readonly seq: number }
  | { readonly type: 'stale'; readonly epoch: number }
  | { readonly type: 'gap'; readonly expected: number }
  | { readonly type: 'malformed' };

/** All three headers or none. null: none; undefined: not as they must be. */
export function readProducer({ headers }: StreamRequest): Producer | null | undefined {
  const [id, epoch, seq] = ['producer-id', 'producer-epoch', 'producer-seq'].map((name) => headers[name]);
  if (id === undefined && epoch === undefined && seq === undefined) return null;
  if (typeof id !== 'string' || id === '' || id.length > 200) return undefined;
  const [epochNumber, seqNumber] = [readCount(epoch), readCount(seq)];
  return epochNumber === undefined || seqNumber === undefined ? undefined : { id, epoch: epochNumber, seq: seqNumber };
}

export function judgeProducer(tx: Tx, stream: StreamRow, { id, epoch, seq }: Producer): ProducerVerdict {
  const known = tx.producer(stream, id);
  if (known === undefined) return seq === 0 ? { type: 'next' } : { type: 'gap', expected: 0 };
  if (epoch < known.epoch) return { type: 'stale', epoch: known.epoch };
  if (epoch > known.epoch) return seq === 0 ? { type: 'next' } : { type: 'malformed' };
  if (seq <= known.seq) return { type: 'duplicate', seq: known.seq };
  return seq === known.seq + 1 ? { type: 'next' } : { type: 'gap', expected: known.seq + 1 };
}

function readCount(text: string | string[] | undefined): number | undefined {
  const value = typeof text === 'string' && /^\d{1,16}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}
