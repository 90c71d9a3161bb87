import type { Result } from '../../core/shared/result.ts';
import type { Refusal } from '../../protocol/exchange/refusals.ts';
import type { Store, StreamRow, Tx } from '../store/port.ts';

/*
 * A tenant is a family of streams under one rule: the cases' streams, and the reserved one of the conformance test. All share this
 * protocol and one way to append:
 *
 *   request -> match -> prepare (may wait: signatures) -> one transaction: admit (membership, seq), append -> commit -> answer
 */

/** What a tenant may know of a request. */
export interface StreamRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** The stream's path, without a query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Only with PUT and POST. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** The address the request came from. */
  readonly address: string;
}

/** How much of a stream somebody may read: up to this position; null: all of it, and what comes. */
export interface Readable {
  readonly end: number | null;
}

export const ALL: Readable = { end: null };

export interface Tenant<Prepared> {
  readonly match: (path: string) => boolean;
  /** Before a body is read: who may not ask at all costs no memory. */
  readonly greet?: (arrival: Omit<StreamRequest, 'body'>) => Result<void, Refusal>;
  /** PUT, POST and DELETE, before the transaction: who asks, and whether what they bring is signed. */
  readonly prepare: (request: StreamRequest) => Promise<Result<Prepared, Refusal>>;
  /**
   * Within the transaction, before anything is written: the messages to append, which may be fewer than came (what is there already is
   * not stored twice). `stream` is undefined for a PUT of a new one. What it writes itself stands or falls with the append.
   */
  readonly admit: (
    tx: Tx,
    prepared: Prepared,
    request: StreamRequest,
    stream: StreamRow | undefined,
  ) => Result<readonly Uint8Array[], Refusal>;
  /** GET and HEAD; asked again each time a live reader is about to get more. */
  readonly mayRead: (request: StreamRequest) => Promise<Result<Readable, Refusal>>;
  /** Before something is given to whoever may read it; a request that is refused leaves no trace. */
  readonly noteRead?: (request: StreamRequest) => Promise<void>;
  /** What `Stream-TTL` and `Stream-Expires-At` and DELETE do: nothing outside the test tenant. */
  readonly perishable: boolean;
  /** An offset of before a restored backup: 410 tells a client to begin anew; the protocol itself knows only 400. */
  readonly goneOffset: 'OtherEpoch' | 'Malformed';
}

/** What the protocol needs around it. */
export interface StreamContext {
  readonly store: Store;
  readonly now: () => number;
  /** Milliseconds that a long-poll waits. */
  readonly pollMilliseconds: number;
  /** Milliseconds after which an event stream ends, so that the client comes back. */
  readonly eventMilliseconds: number;
  /** Most bytes of one request. */
  readonly bodyLimit: number;
  /** Aborted when the server stops: live readers get their last answer. */
  readonly stopping: AbortSignal;
}

/** Bytes of one answer, unless one message alone is more. */
export const CHUNK_BYTES = 1024 * 1024;
