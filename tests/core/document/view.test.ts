import { describe, expect, test } from 'vitest';
import type { CellValue, Operation } from '../../../src/core/document/operation.ts';
import { choice, choices, date, flag, moment, note, number, order, ref, refs, text, time } from '../../../src/core/document/schema.ts';
import { writeNote } from '../../../src/core/document/textNote.ts';
import { elementField, readValue, viewConflicted, viewEntities, viewEntity } from '../../../src/core/document/view.ts';
import { bytesToState, stateToBytes } from '../../../src/core/document/snapshot.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor, type Story } from '../../support/documentStory.ts';

const rules = rulesFor({ ib: 'lead' });
const goalTable = {
  fields: {
    statement: text(),
    about: refs('person'),
    supports: choices('child', 'teacher'),
    wordsOf: ref('person'),
    state: choice('active', 'reached'),
    order,
  },
} as const;
const family = {
  single: true,
  fields: { analysis: note, existingPlan: flag, startedAt: moment, minutes: number(10, 240), day: date, at: time },
} as const;
const [g1, g2, p1, p2] = ['goal.ib.1', 'goal.ib.2', 'person.ib.1', 'person.ib.2'] as [EntityId, EntityId, EntityId, EntityId];
const set = (story: Story, entity: EntityId, field: string, value: CellValue): Operation => [
  'set',
  entity,
  field,
  value,
  story.ids(entity, field),
];

describe('a view', () => {
  test('of an entity that nobody wrote is empty, field by field', () => {
    const ib = createStory('ib-laptop', rules);
    expect(viewEntity(ib.state(), family, 'family' as EntityId)).toEqual({
      id: 'family',
      author: null,
      editedAfterDeletion: false,
      conflicts: {},
      analysis: '',
      existingPlan: false,
      startedAt: null,
      minutes: null,
      day: null,
      at: '',
    });
    expect(viewEntities(ib.state(), goalTable, 'goal')).toEqual([]);
  });

  test('gives each field as its type says', () => {
    const ib = createStory('ib-laptop', rules);
    ib.write(
      set(ib, p1, 'name', 'Sem'),
      set(ib, p2, 'name', 'Mila'),
      set(ib, g1, 'statement', 'Rust'),
      set(ib, g1, elementField('about', p2), true),
    );
    ib.write(
      set(ib, g1, elementField('about', p1), true),
      set(ib, g1, 'supports:teacher', true),
      set(ib, g1, 'supports:child', true),
      set(ib, g1, 'wordsOf', p1),
    );
    ib.write(writeNote(ib.state(), 'family' as EntityId, 'analysis', '', 'Samen', 1), set(ib, 'family' as EntityId, 'day', '2026-05-01'));
    expect(viewEntity(ib.state(), goalTable, g1)).toMatchObject({
      author: 'ib',
      statement: 'Rust',
      about: [p1, p2],
      supports: ['child', 'teacher'],
      wordsOf: p1,
      state: null,
      order: '',
    });
    expect(viewEntity(ib.state(), family, 'family' as EntityId)).toMatchObject({ analysis: 'Samen', day: '2026-05-01' });
  });

  test('a set leaves out what was taken from it and what was deleted, and has it back with it', () => {
    const ib = createStory('ib-laptop', rules);
    ib.write(
      set(ib, p1, 'name', 'Sem'),
      set(ib, p2, 'name', 'Mila'),
      set(ib, g1, elementField('about', p1), true),
      set(ib, g1, elementField('about', p2), true),
    );
    ib.write(set(ib, p1, 'deleted', true));
    expect(viewEntity(ib.state(), goalTable, g1).about).toEqual([p2]);
    ib.write(set(ib, p1, 'deleted', null), set(ib, g1, elementField('about', p2), null));
    expect(viewEntity(ib.state(), goalTable, g1).about).toEqual([p1]);
  });

  test('SPEC 7b: shows the latest value and names the others; the same value twice is no conflict', () => {
    const [ib, tablet] = [createStory('ib-laptop', rules), createStory('ib-tablet', rules)];
    const apart = [
      ib.write(set(ib, g1, 'statement', 'Rust'), set(ib, g1, 'state', 'active')),
      tablet.write(set(tablet, g1, 'statement', 'Ruimte'), set(tablet, g1, 'state', 'active')),
    ];
    ib.hear(...apart);
    const view = viewEntity(ib.state(), goalTable, g1);
    expect(Object.keys(view.conflicts)).toEqual(['statement']);
    expect(view.conflicts.statement?.map(({ value }) => value)).toEqual(ib.values(g1, 'statement'));
    expect(view.statement).toBe(ib.values(g1, 'statement')[0]);
  });

  test('lists in their order, then as they were made; deleted ones are left out', () => {
    const ib = createStory('ib-laptop', rules);
    const goals = ['goal.ib.z', 'goal.ib.y', 'goal.ib.x', 'goal.ib.w', 'goal.ib.v'] as EntityId[];
    ib.write(set(ib, goals[0]!, 'order', 'b'), set(ib, goals[4]!, 'statement', 'gone'));
    ib.write(set(ib, goals[1]!, 'order', 'a'), set(ib, goals[4]!, 'deleted', true));
    ib.write(set(ib, goals[3]!, 'order', 'b'), set(ib, goals[2]!, 'order', 'b'));
    expect(viewEntities(ib.state(), goalTable, 'goal').map(({ id }) => id)).toEqual(['goal.ib.y', 'goal.ib.z', 'goal.ib.w', 'goal.ib.x']);
  });

  test('SPEC 7c: deleted while another was editing, it stays and says so', () => {
    const [ib, tablet] = [createStory('ib-laptop', rules), createStory('ib-tablet', rules)];
    tablet.hear(ib.write(set(ib, g1, 'statement', 'Rust')));
    const apart = [ib.write(set(ib, g1, 'deleted', true)), tablet.write(set(tablet, g1, 'state', 'reached'))];
    ib.hear(...apart);
    expect(viewEntities(ib.state(), goalTable, 'goal')).toMatchObject([{ id: g1, editedAfterDeletion: true }]);
  });

  test('is the same object as long as nothing in the entity changed', () => {
    const ib = createStory('ib-laptop', rules);
    ib.write(set(ib, g1, 'statement', 'Rust'), set(ib, g2, 'statement', 'Ruimte'));
    const [first, second] = viewEntities(ib.state(), goalTable, 'goal');
    ib.write(set(ib, g2, 'statement', 'Ruimte thuis'));
    const [again, changed] = viewEntities(ib.state(), goalTable, 'goal');
    expect(again).toBe(first);
    expect(changed).not.toBe(second);
    expect(changed).toMatchObject({ statement: 'Ruimte thuis' });
  });
});

describe('a value of another type, or from another version, reads as empty', () => {
  test.each([
    [text(), 'x', 'x'],
    [text(), '', undefined],
    [text(), 7, undefined],
    [order, 'a0', 'a0'],
    [ref('goal'), g1, g1],
    [date, '2026-05-01', '2026-05-01'],
    [date, '2026-02-30', undefined],
    [date, 5, undefined],
    [time, '16:30', '16:30'],
    [time, '24:00', undefined],
    [time, 16, undefined],
    [choice('a', 'b'), 'a', 'a'],
    [choice('a', 'b'), 'c', undefined],
    [choice('a', 'b'), null, undefined],
    [number(1, 10), 10, 10],
    [number(1, 10), 0, undefined],
    [number(1, 10), 11, undefined],
    [number(1, 10), 1.5, undefined],
    [moment, 12, 12],
    [moment, 'x', undefined],
    [flag, true, true],
    [flag, 'x', undefined],
    [note, 'x', undefined],
    [refs('goal'), 'x', undefined],
    [choices('a'), 'a', undefined],
  ] as const)('%j: %j', (type, value, expected) => {
    expect(readValue(type, value)).toBe(expected);
  });
});

describe('what stands side by side', () => {
  const disagree = () => {
    const ib = createStory('ib-laptop', rules);
    ib.write(set(ib, g1, 'statement', 'Rust'), set(ib, g2, 'state', 'active'), set(ib, g2, 'statement', 'Lezen'));
    ib.write(['set', g2, 'state', 'reached', []], ['set', g2, 'statement', 'Samen lezen', []]);
    return ib;
  };

  test('is listed by entity, its fields in the order of the table', () => {
    const ib = disagree();
    const found = viewConflicted(ib.state(), goalTable, 'goal');
    expect(found.map(({ id }) => id)).toEqual([g2]);
    expect(Object.keys(found[0]!.conflicts)).toEqual(['statement', 'state']);
    expect(viewConflicted(ib.state(), goalTable, 'goal')).toBe(found);
    expect(viewConflicted(ib.state(), goalTable, 'action')).toEqual([]);
  });

  test('is the same in a case opened from its snapshot', () => {
    const ib = disagree();
    const reopened = bytesToState(stateToBytes(ib.state()))!;
    expect(viewConflicted(reopened, goalTable, 'goal')).toEqual(viewConflicted(ib.state(), goalTable, 'goal'));
  });

  test('is no view of a cell that no table knows, whatever its name', () => {
    const ib = createStory('ib-laptop', rules);
    ib.write(
      set(ib, g1, 'statement', 'Rust'),
      set(ib, g1, 'constructor', 'x'),
      set(ib, g1, 'statement:x', true),
      set(ib, g1, 'about', 'x'),
    );
    expect(viewEntities(ib.state(), goalTable, 'goal')[0]).toEqual({
      id: g1,
      author: 'ib',
      editedAfterDeletion: false,
      statement: 'Rust',
      about: [],
      supports: [],
      wordsOf: null,
      state: null,
      order: '',
      conflicts: {},
    });
  });
});
