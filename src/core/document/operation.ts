import type { DeviceId, DocumentId, EntityId, EnvelopeHash, MemberId, OperationId } from '../shared/ids.ts';

/** What one cell can hold: plain data that CBOR carries unchanged. `null` means "no value". */
export type CellValue = null | boolean | number | string;

/**
 * Writes one cell. `preds` names the values the writer saw there and replaces; any value not named stays, as a visible
 * conflict. A pred outside this cell or outside the envelope's causal past is ignored by the fold.
 */
export type SetOperation = readonly ['set', EntityId, string, CellValue, readonly OperationId[]];

/** Merges one yjs update into a long note (`Y.Text` named 'text' in a Y.Doc of its own per cell). */
export type TextOperation = readonly ['text', EntityId, string, Uint8Array];

/** A newer app wrote this. Kept in the log, folded into nothing. */
export type UnknownOperation = readonly [string, ...unknown[]];

export type Operation = SetOperation | TextOperation;

/** The sealed part of an envelope, as encoded with CBOR. `wall` is advisory: milliseconds since 1970 on the writer's clock. */
export interface Payload {
  readonly wall: number;
  readonly lamport: number;
  readonly ops: readonly (Operation | UnknownOperation)[];
}

/** An envelope after verifying and opening: everything the fold needs, nothing about keys. */
export interface OpenedEnvelope extends Payload {
  readonly hash: EnvelopeHash;
  readonly doc: DocumentId;
  readonly device: DeviceId;
  /** Random per database lifetime; a lost database gets a new one. */
  readonly incarnation: string;
  /** From 0, gapless per (doc, device, incarnation). */
  readonly seq: number;
  readonly parents: readonly EnvelopeHash[];
  /** The roster entry the author wrote under. */
  readonly roster: number;
  /** A redacted envelope: its operations are gone, the preds of its sets remain (entity and field stay, value is gone). */
  readonly redacted?: readonly { readonly entity: EntityId; readonly field: string; readonly preds: readonly OperationId[] }[];
}

/** One live value of a cell, with who wrote it and when (advisory). */
export interface Candidate {
  readonly id: OperationId;
  readonly value: CellValue;
  readonly author: MemberId;
  readonly wall: number;
  readonly lamport: number;
}
