import type { DeviceId, EntityId, EnvelopeHash, MemberId, OperationId } from '../shared/ids.ts';
import { isKnown } from './applyOperations.ts';
import { type EnvelopeRecord, envelopeOf, isWithinPast } from './causality.ts';
import { authorOf, kindOf } from './entityId.ts';
import { extendNote, readNote } from './note.ts';
import type { CellValue, Operation, SetOperation } from './operation.ts';
import { type DocumentState, entityIdsOf, fieldsOf, findEntity, listSetAside, readCandidates, type SetAside } from './state.ts';

/** Whose late edits, who takes them over, and what may be. */
export interface TakingOver {
  readonly isTheirs: (device: DeviceId) => boolean;
  readonly me: MemberId;
  /** Kinds of entities that another may write in their own name. */
  readonly kinds: readonly string[];
  readonly permits: (operation: Operation) => boolean;
}

/**
 * What somebody made before they left and that came too late to count (SPEC 5e), as operations of somebody who is in. Left out is what
 * stands there already, what was written over by somebody who had it, and what only the writer may write. What they added is added
 * anew, in the name of who takes it over: nobody writes in another's words.
 */
export function lateOperations(state: DocumentState, { isTheirs, me, kinds, permits }: TakingOver): readonly Operation[] {
  const late = listSetAside(state).flatMap((each) =>
    each.because === 'notMember' && isTheirs(each.device) && isKnown(each.operation) && kinds.includes(kindOf(each.operation[1]))
      ? [{ ...each, operation: each.operation }]
      : [],
  );
  const added = new Map(
    late.flatMap(({ operation: [, entity] }) => (isNew(state, entity) ? [[entity as string, placeOf(state, me, entity)] as const] : [])),
  );
  const rename = (text: string) => added.get(text)?.entity ?? text;
  return lastInEachCell(late)
    .filter(({ operation: [, entity] }) => added.get(entity)?.isThere !== true)
    .map((each): Late => ({ ...each, operation: renamed(each.operation, rename) }))
    .filter((each) => isOpen(state, each))
    .map(({ operation }) => onlyLive(state, operation))
    .filter(permits);
}

type Late = Omit<SetAside, 'operation'> & { readonly operation: Operation };

/** Somebody's own, and nothing of it counts. */
const isNew = (state: DocumentState, entity: EntityId): boolean => authorOf(entity) !== null && fieldsOf(state, entity).length === 0;

/** Where it is added anew. Told by its chance part from what was taken over before, by whoever: nobody does it twice. */
function placeOf(state: DocumentState, me: MemberId, entity: EntityId): { readonly entity: EntityId; readonly isThere: boolean } {
  const there = entityIdsOf(state, kindOf(entity)).find((other) => chanceOf(other) === chanceOf(entity));
  return { entity: there ?? (`${kindOf(entity)}.${me}.${chanceOf(entity)}` as EntityId), isThere: there !== undefined };
}

const chanceOf = (entity: EntityId): string => entity.slice(entity.lastIndexOf('.') + 1);

function renamed(operation: Operation, rename: (text: string) => string): Operation {
  const entity = rename(operation[1]) as EntityId;
  const field = operation[2].split(':').map(rename).join(':');
  if (operation[0] === 'text') return ['text', entity, field, operation[3]];
  const value: CellValue = typeof operation[3] === 'string' ? rename(operation[3]) : operation[3];
  return ['set', entity, field, value, operation[4]];
}

/** What they saw and replaced, as far as it still stands. */
function onlyLive(state: DocumentState, operation: Operation): Operation {
  if (operation[0] === 'text') return operation;
  const [type, entity, field, value, preds] = operation;
  const live = readCandidates(state, entity, field).map(({ id }) => id);
  return [type, entity, field, value, preds.filter((pred) => live.includes(pred))];
}

/** Of a cell the last write, naming all that those before it named; of a long note every update. */
function lastInEachCell(late: readonly Late[]): readonly Late[] {
  const last = new Map<string, Late>();
  for (const each of late) {
    const { operation, envelope, index } = each;
    if (operation[0] === 'text') {
      last.set(`${envelope}/${index}`, each);
      continue;
    }
    const cell = `${operation[1]} ${operation[2]}`;
    const before = (last.get(cell)?.operation as SetOperation | undefined)?.[4] ?? [];
    const preds = [...before, ...operation[4]] satisfies OperationId[];
    last.delete(cell);
    last.set(cell, { ...each, operation: ['set', operation[1], operation[2], operation[3], preds] });
  }
  return [...last.values()];
}

/** Not there, and nobody who had it wrote something else. */
function isOpen(state: DocumentState, { operation, envelope, lamport }: Late): boolean {
  const [type, entity, field, value] = operation;
  if (type === 'text') {
    const note = findEntity(state, entity)?.notes.get(field);
    const merged = extendNote(note, { ids: [], lamport, bytes: value });
    return readNote(merged) !== (note ? readNote(note) : '');
  }
  const record = (hash: EnvelopeHash) => state.envelopes.get(hash) as EnvelopeRecord;
  return !readCandidates(state, entity, field).some(
    (live) => live.value === value || isWithinPast(record(envelope), record(envelopeOf(live.id))),
  );
}
