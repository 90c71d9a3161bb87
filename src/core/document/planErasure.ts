import type { EntityId, EnvelopeHash, MemberId, OperationId } from '../shared/ids.ts';
import { isKnown } from './applyOperations.ts';
import { envelopeOf, isWithinPast, operationId } from './causality.ts';
import type { Candidate, CellValue, OpenedEnvelope, Operation, SetOperation } from './operation.ts';
import { type DocumentState, isDeleted, isEditedAfterDeletion, listSetAside, readCandidates, readText } from './state.ts';

/** What a person points at: values of one cell. A long note goes whole, whatever is named of it (SPEC 10d). */
export interface ErasureTarget {
  readonly entity: EntityId;
  readonly field: string;
  readonly values: readonly OperationId[];
  /** Also what stood in the cell before these, as their writers had it. */
  readonly earlier: boolean;
}

export interface Erasure {
  /** Oldest first: half of it done, the rest can still be pointed at. */
  readonly envelopes: readonly OpenedEnvelope[];
  /** What still stands and was saved together with it, written anew: one save each, in this order, before anything is erased. */
  readonly saves: readonly (readonly SetOperation[])[];
  /** Long notes that go along whole: their text moves to a new note. The one that was pointed at is not among them. */
  readonly notes: readonly PlannedNote[];
  /** What still stands, or may still be taken over, and that whoever erases may not or cannot write: it goes along. */
  readonly lost: readonly CellPlace[];
}

interface CellPlace {
  readonly entity: EntityId;
  readonly field: string;
}
export interface PlannedNote extends CellPlace {
  readonly text: string;
}

/** Whether whoever erases may write this; `author`: who wrote the value that it repeats. */
export type MayWriteAnew = (operation: Operation, author: MemberId | null) => boolean;

/**
 * What erasing these values takes. An envelope is erased whole, so everything else in it that still stands is written anew first, or
 * is named as lost: nothing goes in silence. `log`: every envelope that can be opened here.
 */
export function planErasure(state: DocumentState, log: readonly OpenedEnvelope[], target: ErasureTarget, mayWrite: MayWriteAnew): Erasure {
  const pointed = new Set(log.filter((envelope) => holdsValue(state, envelope, target)).map(({ hash }) => hash));
  const envelopes = withWholeNotes(log, pointed).toSorted((a, b) => orderOf(state, a) - orderOf(state, b));
  const isTarget = ({ hash }: OpenedEnvelope, [type, entity, field]: Operation) =>
    entity === target.entity && field === target.field && (type === 'text' || pointed.has(hash));
  const plan = createPlan(state, mayWrite);
  for (const envelope of envelopes)
    for (const [index, operation] of envelope.ops.entries())
      if (!isKnown(operation)) plan.lose(String(operation[1]) as EntityId, String(operation[2]));
      else if (!isTarget(envelope, operation)) plan.keep(operation, operationId(envelope.hash, index));
  return { envelopes, saves: plan.saves.map((save) => [...save.values()]), notes: [...plan.notes.values()], lost: [...plan.lost.values()] };
}

function holdsValue(state: DocumentState, { hash, ops }: OpenedEnvelope, { entity, field, values, earlier }: ErasureTarget): boolean {
  if (!ops.some((operation) => operation[1] === entity && operation[2] === field)) return false;
  const record = state.envelopes.get(hash);
  return (
    ops.some((operation) => operation[0] === 'text' && operation[1] === entity && operation[2] === field) ||
    values.some((value) => {
      const chosen = state.envelopes.get(envelopeOf(value));
      const isBefore = earlier && record !== undefined && chosen !== undefined && isWithinPast(record, chosen);
      return envelopeOf(value) === hash || isBefore;
    })
  );
}

/** What was typed later hangs on what was typed before: of a note that loses one envelope every other goes too. */
function withWholeNotes(log: readonly OpenedEnvelope[], pointed: ReadonlySet<EnvelopeHash>): readonly OpenedEnvelope[] {
  const hashes = new Set(pointed);
  for (let known = 0; known < hashes.size;) {
    known = hashes.size;
    const notes = new Set(log.filter(({ hash }) => hashes.has(hash)).flatMap(notesIn));
    for (const envelope of log) if (notesIn(envelope).some((note) => notes.has(note))) hashes.add(envelope.hash);
  }
  return log.filter(({ hash }) => hashes.has(hash));
}

const notesIn = ({ ops }: OpenedEnvelope): readonly string[] =>
  ops.flatMap((operation) => (isKnown(operation) && operation[0] === 'text' ? [keyOf(operation[1], operation[2])] : []));

const keyOf = (entity: EntityId, field: string): string => `${entity} ${field}`;

/** What waits for a parent has no place yet. */
const orderOf = (state: DocumentState, { hash, lamport }: OpenedEnvelope): number => state.envelopes.get(hash)?.lamport ?? lamport;

function createPlan(state: DocumentState, mayWrite: MayWriteAnew) {
  const saves: Map<string, SetOperation>[] = [];
  const notes = new Map<string, PlannedNote>();
  const lost = new Map<string, CellPlace>();
  const aside = new Set(listSetAside(state).map(({ envelope, index }) => operationId(envelope, index)));
  const lose = (entity: EntityId, field: string) => void lost.set(keyOf(entity, field), { entity, field });

  function keep(operation: Operation, id: OperationId): void {
    const [type, entity, field] = operation;
    if (aside.has(id)) lose(entity, field);
    else if (type === 'text') keepNote(operation);
    else {
      const live = readCandidates(state, entity, field).find((candidate) => candidate.id === id);
      if (live) keepValue(entity, field, live);
    }
  }

  function keepNote([, entity, field, bytes]: Extract<Operation, readonly ['text', ...unknown[]]>): void {
    const text = readText(state, entity, field);
    if (text === '') return;
    if (mayWrite(['text', entity, field, bytes], null)) notes.set(keyOf(entity, field), { entity, field, text });
    else lose(entity, field);
  }

  function keepValue(entity: EntityId, field: string, { id, value, author }: Candidate): void {
    const anew = writeAnew(entity, field, value, [id]);
    // Written by somebody who saw the deletion: otherwise what was taken away would look as if it had been edited since.
    const deletion = isDeleted(state, entity) && !isEditedAfterDeletion(state, entity) ? deleteAnew(state, entity) : undefined;
    const operations = deletion === undefined || field === 'deleted' ? [anew] : [anew, deletion];
    if (operations.every((operation) => mayWrite(operation, author))) put(operations);
    else lose(entity, field);
  }

  /** Values that stand side by side go in a save each: within one the last would replace the others. */
  function put(operations: readonly SetOperation[]): void {
    const [{ 1: entity, 2: field }] = operations as [SetOperation];
    let save = saves.find((each) => !each.has(keyOf(entity, field)));
    if (save === undefined) saves.push((save = new Map()));
    for (const operation of operations) save.set(keyOf(operation[1], operation[2]), operation);
  }

  return { saves, notes, lost, keep, lose };
}

const writeAnew = (entity: EntityId, field: string, value: CellValue, preds: readonly OperationId[]): SetOperation => [
  'set',
  entity,
  field,
  value,
  preds,
];

const deleteAnew = (state: DocumentState, entity: EntityId): SetOperation =>
  writeAnew(
    entity,
    'deleted',
    true,
    readCandidates(state, entity, 'deleted').map(({ id }) => id),
  );
