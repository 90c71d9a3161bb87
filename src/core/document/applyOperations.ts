import type { EntityId, MemberId, OperationId } from '../shared/ids.ts';
import { type EnvelopeRecord, envelopeOf, isWithinPast, operationId } from './causality.ts';
import { addNoteUpdate, type Draft, dropIfEmpty, touchEntity } from './draft.ts';
import type { Candidate, OpenedEnvelope, Operation, SetOperation, TextOperation, UnknownOperation } from './operation.ts';
import type { SetAside } from './state.ts';

/** What the rules say of one envelope. */
export interface Verdict {
  readonly author: MemberId | null;
  /** Why nothing in it counts; undefined when each operation is judged by itself. */
  readonly refusal: SetAside['because'] | undefined;
  readonly permits: (operation: Operation) => boolean;
}

/** Writes an envelope's operations, in order, into the draft; its parents are there already. */
export function applyOperations(draft: Draft, envelope: OpenedEnvelope, record: EnvelopeRecord, verdict: Verdict): void {
  if (envelope.redacted !== undefined) {
    applyRedacted(draft, envelope.redacted, record, verdict);
    return;
  }
  for (const [index, operation] of envelope.ops.entries()) {
    const known = isKnown(operation) ? operation : undefined;
    const because = verdict.refusal ?? (known === undefined ? 'unknown' : verdict.permits(known) ? undefined : 'notPermitted');
    if (known !== undefined && because === undefined) applyOperation(draft, known, index, envelope, record, verdict.author as MemberId);
    else setAside(draft, envelope, index, because as SetAside['because'], record, verdict.author);
  }
}

/** Erased: the values are gone, but what they replaced does not come back (SPEC 10). */
function applyRedacted(draft: Draft, erased: NonNullable<OpenedEnvelope['redacted']>, record: EnvelopeRecord, verdict: Verdict): void {
  if (verdict.refusal !== undefined) return;
  for (const { entity, field, preds } of erased) {
    if (!verdict.permits(['set', entity, field, null, preds])) continue;
    replaceCandidates(draft, entity, field, (id) => isReplaced(draft, id, preds, record));
    dropIfEmpty(draft, entity);
  }
}

function applyOperation(
  draft: Draft,
  operation: Operation,
  index: number,
  envelope: OpenedEnvelope,
  record: EnvelopeRecord,
  author: MemberId,
): void {
  const id = operationId(envelope.hash, index);
  if (operation[0] === 'text') {
    const [, entity, field, bytes] = operation;
    addNoteUpdate(draft, touchEntity(draft, entity), field, { ids: [id], lamport: record.lamport, bytes });
    return;
  }
  const [, entity, field, value, preds] = operation;
  // Within one envelope the writer saw what came before, and could not name it: its hash did not exist yet.
  const isOver = (other: OperationId) => other.startsWith(envelope.hash) || isReplaced(draft, other, preds, record);
  replaceCandidates(draft, entity, field, isOver, { id, value, author, wall: envelope.wall, lamport: record.lamport });
}

/** A value goes only when the write names it and had seen it: a pred outside its causal past removes nothing (SPEC 7). */
const isReplaced = (draft: Draft, id: OperationId, preds: readonly OperationId[], record: EnvelopeRecord): boolean =>
  preds.includes(id) && isWithinPast(draft.envelopes.get(envelopeOf(id)) as EnvelopeRecord, record);

function replaceCandidates(draft: Draft, id: EntityId, field: string, isOver: (id: OperationId) => boolean, added?: Candidate): void {
  const entity = touchEntity(draft, id);
  const staying = (entity.cells.get(field) ?? []).filter((candidate) => !isOver(candidate.id));
  const candidates = added === undefined ? staying : insertInOrder(staying, added);
  if (candidates.length > 0) entity.cells.set(field, candidates);
  else entity.cells.delete(field);
}

/** Latest first: highest Lamport number, then highest hash. The same order on every device. */
function insertInOrder(candidates: readonly Candidate[], added: Candidate): readonly Candidate[] {
  const at = candidates.findIndex((other) => added.lamport > other.lamport || (added.lamport === other.lamport && added.id > other.id));
  return at < 0 ? [...candidates, added] : candidates.toSpliced(at, 0, added);
}

function setAside(
  draft: Draft,
  envelope: OpenedEnvelope,
  index: number,
  because: SetAside['because'],
  record: EnvelopeRecord,
  author: MemberId | null,
): void {
  const operation = envelope.ops[index] as Operation | UnknownOperation;
  const { hash, device, wall } = envelope;
  draft.setAside.push({ because, envelope: hash, index, operation, device, author, wall, lamport: record.lamport });
}

/** A shape that this version does not know counts as written by a newer app: kept, folded into nothing. */
export const isKnown = (operation: Operation | UnknownOperation): operation is Operation =>
  typeof operation[1] === 'string' && typeof operation[2] === 'string' && (isSet(operation) || isText(operation));

const isSet = (operation: readonly unknown[]): operation is SetOperation =>
  operation[0] === 'set' && operation.length === 5 && isCellValue(operation[3]) && Array.isArray(operation[4]);

const isText = (operation: readonly unknown[]): operation is TextOperation =>
  operation[0] === 'text' && operation.length === 4 && operation[3] instanceof Uint8Array;

const isCellValue = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
