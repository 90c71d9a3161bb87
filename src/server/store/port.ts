/*
 * Where the server keeps its streams. One port, so that another database can take SQLite's place; tests/contract holds what each must do.
 *
 * A step runs inside one transaction and at once: nothing comes in between, and it is written whole or not at all. Steps of one tick
 * are committed together, and answered only after that commit.
 */

/** A value as it stands in a table. */
export type SqlValue = string | number | Uint8Array | null;

/** A stream as it stands now. Positions count bytes from 0; a position handed out never means anything else. */
export interface StreamRow {
  readonly id: number;
  readonly path: string;
  readonly contentType: string;
  /** The position behind the last message. */
  readonly tail: number;
  /** Says which message lies before the tail, and which before that: two streams with one mark hold the same up to there. */
  readonly mark: string;
  readonly closed: boolean;
  /** The `Stream-Seq` of the last append that had one. */
  readonly seq: string | null;
  /** Seconds after the last use; test tenant only. */
  readonly ttl: number | null;
  /** Milliseconds since 1970; test tenant only. */
  readonly expiresAt: number | null;
}

export interface NewStream {
  readonly contentType: string;
  readonly ttl?: number | null;
  readonly expiresAt?: number | null;
}

/** How far an idempotent producer got in one stream. */
export interface ProducerRow {
  readonly epoch: number;
  readonly seq: number;
}

export interface Messages {
  readonly messages: readonly Uint8Array<ArrayBuffer>[];
  /** The position to read on from, and its mark. */
  readonly next: number;
  readonly mark: string;
}

/** The mark of a position with nothing before it: as many letters as every other. */
export const NO_MARK = '000000000000';

/** Inside a transaction. */
export interface Tx {
  /** The first row, or undefined. The caller knows its columns. */
  readonly get: <Row>(sql: string, ...values: readonly SqlValue[]) => Row | undefined;
  readonly all: <Row>(sql: string, ...values: readonly SqlValue[]) => readonly Row[];
  readonly run: (sql: string, ...values: readonly SqlValue[]) => void;
  readonly find: (path: string) => StreamRow | undefined;
  readonly create: (path: string, stream: NewStream) => StreamRow;
  /** Adds messages at the end; gives the new tail. */
  readonly append: (
    stream: StreamRow,
    messages: readonly Uint8Array[],
    change?: { readonly seq?: string; readonly close?: boolean },
  ) => StreamRow;
  /** Messages from a position up to the stream's tail as given, until about `bytes` are together (always at least one). */
  readonly read: (stream: StreamRow, from: number, bytes: number) => Messages;
  /** The mark of a position; undefined when no message ends there any more. */
  readonly markAt: (stream: StreamRow, position: number) => string | undefined;
  /** Other bytes at a place that keeps its position and mark: what was erased is gone, and no offset moves. */
  readonly replace: (stream: StreamRow, position: number, bytes: Uint8Array) => void;
  /** All messages gone; positions are never given out again. */
  readonly empty: (stream: StreamRow) => void;
  readonly remove: (stream: StreamRow) => void;
  /** A use: a stream with a TTL lives on from now. */
  readonly touch: (stream: StreamRow, now: number) => void;
  readonly producer: (stream: StreamRow, id: string) => ProducerRow | undefined;
  readonly setProducer: (stream: StreamRow, id: string, producer: ProducerRow) => void;
  /** Tells whoever waits for this path, after the commit; appending and removing do so by themselves. */
  readonly wake: (path: string) => void;
}

export type StoreProblem = 'full' | 'busy' | 'broken' | 'closed';

/** The disk is full or fails, another process holds it, or the store was closed: nothing of this is acknowledged. */
export class StoreFailure extends Error {
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

export interface Store {
  /** Random, new with each database and each restored backup: an offset of another one is no offset here. */
  readonly epoch: string;
  /** Resolves after the commit. What the step throws undoes only this step. */
  readonly write: <T>(step: (tx: Tx) => T) => Promise<T>;
  readonly read: <T>(step: (tx: Tx) => T) => T;
  /** Called after each commit with the paths that changed. Returns the stop. */
  readonly onCommit: (listener: (paths: ReadonlySet<string>) => void) => () => void;
  /** After what is on its way. */
  readonly close: () => Promise<void>;
}
