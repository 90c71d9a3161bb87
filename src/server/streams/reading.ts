import type { ServerResponse } from 'node:http';
import { type Messages, NO_MARK, type StreamRow, type Tx } from '../store/port.ts';
import { findLiving } from './lifetime.ts';
import { partBytes } from './partBytes.ts';
import type { Readable, StreamContext, StreamRequest, Tenant } from './tenant.ts';
import type { Waiters } from './waiters.ts';

/** What a live answer needs: the request, the place to begin, and who tells when there is more. */
export interface Reading<P> {
  readonly context: StreamContext;
  readonly tenant: Tenant<P>;
  readonly request: StreamRequest;
  readonly waiters: Waiters;
  readonly response: ServerResponse;
  /** How much of it, as it was asked last. */
  readonly readable: Readable;
  readonly stream: StreamRow;
  readonly position: number;
  /** The cursor that came with the request. */
  readonly cursor: string | null;
}

export interface Found extends Messages {
  readonly stream: StreamRow;
  readonly upToDate: boolean;
}

/** What stands from the position on; undefined when the stream is gone. */
export function readFrom<P>(reading: Pick<Reading<P>, 'context' | 'request' | 'position' | 'readable'>): Found | undefined {
  const { context, position, readable } = reading;
  return context.store.read((tx) => {
    const stream = findReadable(tx, reading, readable);
    if (!stream) return undefined;
    const found = tx.read(stream, position, partBytes(reading.request));
    return { ...found, stream, upToDate: found.next >= stream.tail };
  });
}

/** The stream as this reader sees it: for who may read only a part, it ends there. */
export function findReadable<P>(
  tx: Tx,
  { context, request }: Pick<Reading<P>, 'context' | 'request'>,
  { end }: Readable,
): StreamRow | undefined {
  const stream = findLiving(tx, request.path, context.now());
  if (!stream || end === null || end >= stream.tail) return stream;
  return { ...stream, tail: end, mark: tx.markAt(stream, end) ?? NO_MARK };
}
