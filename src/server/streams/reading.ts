import type { ServerResponse } from 'node:http';
import type { Messages, StreamRow } from '../store/port.ts';
import { findLiving } from './lifetime.ts';
import { CHUNK_BYTES, type StreamContext, type StreamRequest, type Tenant } from './tenant.ts';
import type { Waiters } from './waiters.ts';

/** What a live answer needs: the request, the place to begin, and who tells when there is more. */
export interface Reading<P> {
  readonly context: StreamContext;
  readonly tenant: Tenant<P>;
  readonly request: StreamRequest;
  readonly waiters: Waiters;
  readonly response: ServerResponse;
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
export function readFrom<P>({ context, request, position }: Pick<Reading<P>, 'context' | 'request' | 'position'>): Found | undefined {
  return context.store.read((tx) => {
    const stream = findLiving(tx, request.path, context.now());
    if (!stream) return undefined;
    const found = tx.read(stream, position, CHUNK_BYTES);
    return { ...found, stream, upToDate: found.next >= stream.tail };
  });
}
