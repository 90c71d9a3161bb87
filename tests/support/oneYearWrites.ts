import type { CellValue } from '../../src/core/document/operation.ts';
import type { EntityId } from '../../src/core/shared/ids.ts';
import { createFractions, makeId, type OneYearAction, type OneYearContent, type OneYearEdit } from './oneYearCase.ts';

/** The year on the plan's own entities, before any engine has seen it: what was written where. */
export type PlanWrite =
  | { readonly type: 'set'; readonly entity: EntityId; readonly field: string; readonly value: CellValue }
  | { readonly type: 'insert'; readonly entity: EntityId; readonly field: string; readonly at: number; readonly text: string }
  | { readonly type: 'delete'; readonly entity: EntityId; readonly field: string; readonly at: number; readonly length: number };

/** Devices and members are one here: member 0 wrote the starting content. */
export const memberOf = (device: number): string => `member${device}`.padEnd(22, '0');

const entityOf = (kind: string, id: string, device = 0): EntityId => `${kind}.${memberOf(device)}.${id}` as EntityId;

/** The family, people, goals, actions and conferences as they stand before the first edit. */
export const contentToWrites = (content: OneYearContent): readonly PlanWrite[] => [...familyToWrites(content), ...yearToWrites(content)];

function familyToWrites({ people }: OneYearContent): readonly PlanWrite[] {
  return [
    ...sets('family' as EntityId, { name: 'de Wit', phase: 'carryingOut', questionFamily: 'Dat het thuis en op school rustig is.' }),
    ...Object.entries(people).flatMap(([id, { name, organisation, reachability }], index) =>
      sets(entityOf('person', id), {
        name,
        part: index < 3 ? 'child' : index < 5 ? 'caregiver' : 'professional',
        organisation,
        reachability,
        order: orderOf(index),
      }),
    ),
  ];
}

/** What a year begins with, for a family that is known. */
export function yearToWrites({ goals, actions, conferences }: OneYearContent): readonly PlanWrite[] {
  const goalStates = Object.entries(goals).flatMap(([id, { statement, why, owner, order }]) =>
    sets(entityOf('goal', id), { statement, doesSchool: why, state: 'active', wordsOf: entityOf('person', owner), order: orderOf(order) }),
  );
  return [
    ...goalStates,
    ...Object.entries(actions).flatMap(([id, action], index) => actionToWrites(entityOf('action', id), action, index)),
    ...Object.entries(conferences).flatMap(([id, { date, place, attendees, notes }]): readonly PlanWrite[] => [
      ...sets(entityOf('conference', id), { day: date, place, state: 'held' }),
      ...attendees.flatMap((person) => sets(entityOf('conference', id), { [`present:${entityOf('person', person)}`]: true })),
      { type: 'insert', entity: entityOf('conference', id), field: 'notes', at: 0, text: notes },
    ]),
  ];
}

/** How a year ends, when it is evaluated: every action was done or was not, and its goals were reached or dropped. */
export function endOfYearToWrites({ goals, actions }: OneYearContent, edits: readonly OneYearEdit[], seed: number): readonly PlanWrite[] {
  const random = createFractions(seed);
  const added = edits.flatMap((edit) =>
    edit.type === 'addAction' ? [[entityOf('action', edit.id, edit.device), edit.action] as const] : [],
  );
  const all = [...Object.entries(actions).map(([id, action]) => [entityOf('action', id), action] as const), ...added];
  return [
    ...all.flatMap(([action, { who }]) =>
      sets(entityOf('report', makeId(random)), {
        action,
        status: random() < 0.7 ? 'done' : 'notDone',
        by: entityOf('person', who),
        via: 'own',
        at: edits.at(-1)!.wall,
      }),
    ),
    ...Object.keys(goals).flatMap((id) => sets(entityOf('goal', id), { state: random() < 0.7 ? 'reached' : 'dropped' })),
  ];
}

/** Each edit as the writes it takes in the plan: a changed status is a report, a progress entry a point, a new doer two cells. */
export function createEditMapping(content: OneYearContent): (edit: OneYearEdit) => readonly PlanWrite[] {
  const random = createFractions(3);
  const doers = new Map(Object.entries(content.actions).map(([id, action]) => [id, action.who]));
  let added = Object.keys(content.actions).length;
  return (edit) => {
    if (edit.type === 'insertText' || edit.type === 'deleteText') {
      const place = { entity: entityOf('conference', edit.conference), field: 'notes', at: edit.at };
      return [
        edit.type === 'insertText' ? { type: 'insert', ...place, text: edit.text } : { type: 'delete', ...place, length: edit.length },
      ];
    }
    if (edit.type === 'progress') {
      return sets(entityOf('point', edit.id, edit.device), { text: edit.text, kind: 'parked', saidBy: entityOf('person', edit.by) });
    }
    if (edit.type === 'attend')
      return sets(entityOf('conference', edit.conference), { [`present:${entityOf('person', edit.person)}`]: true });
    if (edit.type === 'addAction') return actionToWrites(entityOf('action', edit.id, edit.device), edit.action, added++);
    if (edit.collection === 'goals') return sets(entityOf('goal', edit.id), goalField(edit.field, edit.value));
    const action = entityOf('action', edit.id);
    if (edit.field === 'status') {
      const status = edit.value === 'done' || edit.value === 'notDone' ? edit.value : 'busy';
      return sets(entityOf('report', makeId(random), edit.device), {
        action,
        status,
        by: entityOf('person', doers.get(edit.id)!),
        via: 'own',
        at: edit.wall,
      });
    }
    if (edit.field !== 'who') return sets(action, { [edit.field]: edit.value });
    const before = doers.get(edit.id)!;
    doers.set(edit.id, edit.value);
    return sets(action, { [`who:${entityOf('person', before)}`]: null, [`who:${entityOf('person', edit.value)}`]: true });
  };
}

function goalField(field: string, value: string): Record<string, CellValue> {
  if (field === 'owner') return { wordsOf: entityOf('person', value) };
  if (field === 'why') return { doesSchool: value };
  return { state: value === 'done' ? 'reached' : value === 'notDone' ? 'dropped' : 'active' };
}

const actionToWrites = (entity: EntityId, { goal, what, detail, who, due }: OneYearAction, index: number): readonly PlanWrite[] =>
  sets(entity, {
    [`goals:${entityOf('goal', goal)}`]: true,
    what,
    doneWhen: detail,
    [`who:${entityOf('person', who)}`]: true,
    due,
    order: orderOf(index),
  });

const sets = (entity: EntityId, cells: Record<string, CellValue>): readonly PlanWrite[] =>
  Object.entries(cells).map(([field, value]) => ({ type: 'set', entity, field, value }));

const orderOf = (index: number): string => `a${String(index).padStart(4, '0')}`;
