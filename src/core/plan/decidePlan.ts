import { generateKeyBetween } from 'fractional-indexing';
import { addOperations, exists, removeOperations, restoreOperations, setOperations } from '../document/edit.ts';
import { kindOf } from '../document/entityId.ts';
import type { Operation } from '../document/operation.ts';
import { type DocumentState, entityIdsOf, readCandidates } from '../document/state.ts';
import { writeNote } from '../document/textNote.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import { helperId } from '../shared/helpers.ts';
import type { EntityId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { CaseView } from './caseView.ts';
import { moveEvaluation } from './nextEvaluation.ts';
import type { DecideContext, PlanCommand, PlanError } from './planCommand.ts';
import { planSchema } from './planSchema.ts';

export interface Decision {
  readonly operations: readonly Operation[];
  readonly added: readonly EntityId[];
}
export type Decided = Result<Decision, PlanError>;
export type CommandOf<T extends PlanCommand['type']> = Extract<PlanCommand, { type: T }>;
export interface Situation {
  readonly state: DocumentState;
  readonly view: CaseView;
  readonly context: DecideContext;
}
export type Decider<T extends PlanCommand['type']> = (command: CommandOf<T>, situation: Situation) => Decided;

/** Fields that keep an invariant: only their own command writes them. */
const OWN_COMMAND: Readonly<Record<string, readonly string[]>> = {
  coordinatorTurn: ['person', 'acceptedAt', 'acceptedVia', 'acceptedRecordedBy', 'declinedAt', 'endedAt', 'endReason'],
  role: ['acceptedAt', 'acceptedVia', 'acceptedRecordedBy'],
  conference: ['state', 'movedFrom', 'startedAt', 'endedAt', 'planVersion'],
  evaluation: ['state', 'startedAt', 'finishedAt'],
  authority: ['caregiver', 'child'],
  answer: ['by', 'recordedBy', 'via', 'version', 'reply', 'view', 'at', 'conference'],
  report: ['action', 'status', 'reason', 'newDate', 'by', 'recordedBy', 'via', 'at'],
  preparation: ['by', 'recordedBy', 'via', 'conference', 'evaluation'],
  remark: ['kind', 'about', 'text', 'by', 'at', 'asks'],
  remarkReply: ['remark', 'text', 'by', 'at', 'outcome'],
  adoption: ['familyGoal', 'goal', 'reason', 'by', 'at'],
  pupilVoice: ['goal', 'by', 'recordedBy', 'via', 'text', 'at'],
  pupilVoiceReply: ['pupilVoice', 'text', 'by', 'at'],
  companion: ['name', 'what', 'why', 'conference', 'evaluation', 'until', 'phone', 'person', 'by', 'at', 'withdrawnAt'],
  companionReply: ['companion', 'person', 'until', 'reason', 'agreedBy', 'via', 'by', 'at'],
  hearing: Object.keys(planSchema.hearing.fields),
  attainment: ['evaluation', 'goal', 'by', 'side', 'level', 'notStarted', 'remark', 'recordedBy', 'via'],
  goalOutcome: ['evaluation', 'goal', 'outcome'],
  kept: ['evaluation', 'action', 'kept', 'reason'],
  experience: ['evaluation', 'by', 'grade', 'words', 'recordedBy', 'via'],
};
const isGuarded = (entity: EntityId, field: string): boolean => OWN_COMMAND[kindOf(entity)]?.includes(field) === true;
/** Kinds that only their own command adds, and whose rows are never taken away: they are history. */
const HISTORY = [
  'coordinatorTurn',
  'answer',
  'report',
  'preparation',
  'remark',
  'remarkReply',
  'adoption',
  'pupilVoice',
  'pupilVoiceReply',
  'companion',
  'companionReply',
  'hearing',
  'attainment',
  'goalOutcome',
  'kept',
  'experience',
  'authority',
  'helper',
];

export const add: Decider<'add'> = ({ kind, fields }, { state, context }) => {
  if (HISTORY.includes(kind)) return err({ type: 'UseOwnCommand', field: kind });
  const forbidden = Object.keys(fields).find((field) => OWN_COMMAND[kind]?.includes(field));
  if (forbidden) return err({ type: 'UseOwnCommand', field: forbidden });
  const placed = 'order' in planSchema[kind].fields && !('order' in fields) ? { ...fields, order: lastOrder(state, kind) } : fields;
  return addEntity(state, context.newId(kind), placed);
};

export const set: Decider<'set'> = ({ entity, field, value, basis }, { state, view }) => {
  if (!exists(state, planSchema, entity)) return err({ type: 'UnknownEntity' });
  if (isGuarded(entity, field)) return err({ type: 'UseOwnCommand', field });
  // Who accepted is who stands there: another person takes a role of their own.
  if (kindOf(entity) === 'role' && field === 'person' && view.roles.some(({ id, acceptedAt }) => id === entity && acceptedAt !== null))
    return err({ type: 'AlreadyAccepted' });
  // An adopted goal says what the family says: only they change it, where they wrote it.
  if (field === 'statement' && view.familyGoals.some(({ adoptions }) => adoptions.some(({ goal }) => goal === entity)))
    return err({ type: 'UseOwnCommand', field });
  const written = onlyOperations(setOperations(state, planSchema, entity, field, value, basis));
  return field === 'nextEvaluation'
    ? join(written, onlyOperations(moveEvaluation(state, view, entity, value as CivilDate | null)))
    : written;
};

export const resolve: Decider<'resolve'> = ({ entity, field, value }, { state }) => {
  if (!exists(state, planSchema, entity)) return err({ type: 'UnknownEntity' });
  // What only its own command writes is chosen from what stands there, never made up while choosing.
  if (isGuarded(entity, field) && !readCandidates(state, entity, field).some((candidate) => candidate.value === value))
    return err({ type: 'UseOwnCommand', field });
  return onlyOperations(setOperations(state, planSchema, entity, field, value));
};

export const write: Decider<'write'> = ({ entity, field, before, after }, { state, context }) => {
  const table = planSchema[kindOf(entity) as keyof typeof planSchema] as { fields: Record<string, { type: string }> } | undefined;
  if (!table || !exists(state, planSchema, entity)) return err({ type: 'UnknownEntity' });
  if (table.fields[field]?.type !== 'note') return err({ type: 'UnknownField', field });
  return ok({ operations: before === after ? [] : [writeNote(state, entity, field, before, after, context.clientId)], added: [] });
};

export const remove: Decider<'remove'> = ({ entity }, { state }) =>
  HISTORY.includes(kindOf(entity)) || kindOf(entity) === 'family'
    ? err({ type: 'RemovalNotAllowed' })
    : onlyOperations(removeOperations(state, entity));

export const restore: Decider<'restore'> = ({ entity }, { state }) => onlyOperations(restoreOperations(state, entity));

export const move: Decider<'move'> = ({ entity, after, before }, { state }) => {
  if (!exists(state, planSchema, entity)) return err({ type: 'UnknownEntity' });
  const orderOf = (id: EntityId | undefined) =>
    id ? ((readCandidates(state, id, 'order')[0]?.value as string | undefined) ?? null) : null;
  const [low, high] = [orderOf(after), orderOf(before)];
  // Two that were made apart can share a place; the one below then moves just behind it.
  const order = low !== null && high !== null && low >= high ? keyBetween(low, null) : keyBetween(low, high);
  return onlyOperations(setOperations(state, planSchema, entity, 'order', order));
};

export const setAuthority: Decider<'setAuthority'> = ({ caregiver, child, holds, source, checkedOn }, { state, view }) => {
  if (!view.caregivers.some(({ id }) => id === caregiver) || !view.children.some(({ id }) => id === child))
    return err({ type: 'NotACaregiverOfThisCase' });
  // One row per caregiver and child: two people who record it meet in the same cells.
  return addEntity(state, `authority.${caregiver}.${child}` as EntityId, { caregiver, child, holds, source, checkedOn });
};

export const setHelpers: Decider<'setHelpers'> = ({ helpers }, { state }) =>
  join(...helpers.map(({ kind, ...fields }) => setFields(state, helperId(kind), fields)));

/** A new entity or the fields of one that is already there. */
export function addEntity(state: DocumentState, id: EntityId, fields: Readonly<Record<string, unknown>>): Decided {
  const added = addOperations(state, planSchema, id, fields);
  return added.ok ? ok({ operations: added.value, added: [id] }) : added;
}

/** Several fields of one entity, past the guard of `set`: for the commands that keep the invariants. */
export function setFields(state: DocumentState, entity: EntityId, fields: Readonly<Record<string, unknown>>): Decided {
  return join(...Object.entries(fields).map(([field, value]) => onlyOperations(setOperations(state, planSchema, entity, field, value))));
}

/** One decision of several, or the first reason why not. */
export function join(...decisions: readonly Decided[]): Decided {
  const operations: Operation[] = [];
  const added: EntityId[] = [];
  for (const decision of decisions) {
    if (!decision.ok) return decision;
    operations.push(...decision.value.operations);
    added.push(...decision.value.added);
  }
  return ok({ operations, added });
}

/** Behind the last one of its kind. */
export function lastOrder(state: DocumentState, kind: string): string {
  const orders = entityIdsOf(state, kind).flatMap((id) => readCandidates(state, id, 'order').map(({ value }) => String(value)));
  return keyBetween(orders.toSorted().at(-1) ?? null, null);
}

/** A place between two; a neighbour whose own place is no such key (another version's) is passed over. */
export function keyBetween(low: string | null, high: string | null): string {
  try {
    return generateKeyBetween(low, high);
  } catch {
    return generateKeyBetween(null, null);
  }
}

export const onlyOperations = (result: Result<readonly Operation[], PlanError>): Decided =>
  result.ok ? ok({ operations: result.value, added: [] }) : result;
