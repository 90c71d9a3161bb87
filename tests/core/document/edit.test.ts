import { describe, expect, test } from 'vitest';
import { addOperations, exists, removeOperations, restoreOperations, setOperations } from '../../../src/core/document/edit.ts';
import type { Operation } from '../../../src/core/document/operation.ts';
import { choices, date, note, order, ref, refs, text } from '../../../src/core/document/schema.ts';
import { isDeleted, isEditedAfterDeletion } from '../../../src/core/document/state.ts';
import type { EntityId, OperationId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor, type Story } from '../../support/documentStory.ts';

const rules = rulesFor({ ib: 'lead' });
const schema = {
  family: { single: true, fields: { name: text(20), analysis: note } },
  person: { required: ['name'], fields: { name: text(20), birthDate: date } },
  goal: {
    required: ['statement'],
    fields: { statement: text(20), about: refs('person'), supports: choices('child', 'teacher'), wordsOf: ref('person'), order },
  },
} as const;
const [family, goal, person] = ['family', 'goal.ib.1', 'person.ib.1'] as [EntityId, EntityId, EntityId];

function start(): Story {
  const ib = createStory('ib-laptop', rules);
  ib.write(['set', person, 'name', 'Sem', []], ['set', goal, 'statement', 'Rust', []]);
  return ib;
}
const write = (story: Story, edited: ReturnType<typeof setOperations>) => story.write(...(edited.ok ? edited.value : []));
const change = (story: Story, entity: EntityId, field: string, value: unknown, basis?: readonly OperationId[]) =>
  setOperations(story.state(), schema, entity, field, value, basis);
const refused = (type: string, field?: string) => ({
  ok: false,
  error: expect.objectContaining(field === undefined ? { type } : { type, field }) as unknown,
});

describe('adding', () => {
  test('writes what is filled in, and names nothing', () => {
    const ib = start();
    const added = addOperations(ib.state(), schema, 'goal.ib.2' as EntityId, {
      statement: 'Ruimte',
      about: [person],
      wordsOf: null,
      order: '',
    });
    expect(added).toEqual({
      ok: true,
      value: [
        ['set', 'goal.ib.2', 'statement', 'Ruimte', []],
        ['set', 'goal.ib.2', `about:${person}`, true, []],
      ],
    });
  });

  test.each([
    ['a field that must be filled', 'goal.ib.2', { statement: '  ' }, 'FieldMissing'],
    ['a kind that there is not', 'wish.ib.1', {}, 'UnknownEntity'],
    ['a second of what there is one of', 'family', { name: 'x' }, 'UnknownEntity'],
    ['a field that there is not', 'goal.ib.2', { statement: 'x', colour: 'red' }, 'UnknownField'],
  ])('is refused: %s', (_, id, fields, type) => {
    expect(addOperations(start().state(), schema, id as EntityId, fields)).toEqual(refused(type));
  });
});

describe('setting', () => {
  test('names what stands there, or what stood there when the edit began', () => {
    const ib = start();
    const basis = ib.ids(goal, 'statement');
    expect(change(ib, goal, 'statement', 'Ruimte')).toEqual({ ok: true, value: [['set', goal, 'statement', 'Ruimte', basis]] });
    write(ib, change(ib, goal, 'statement', 'Ruimte'));
    expect(change(ib, goal, 'statement', 'Rust thuis', basis)).toEqual({
      ok: true,
      value: [['set', goal, 'statement', 'Rust thuis', basis]],
    });
  });

  test('what stands there already is written only to end a conflict', () => {
    const [ib, tablet] = [start(), createStory('ib-tablet', rules)];
    expect(change(ib, goal, 'statement', 'Rust')).toEqual({ ok: true, value: [] });
    expect(change(ib, goal, 'wordsOf', null)).toEqual({ ok: true, value: [] });
    expect(change(ib, goal, 'statement', 'Rust', [])).toMatchObject({ value: [['set', goal, 'statement', 'Rust', []]] });
    ib.hear(tablet.write(['set', goal, 'statement', 'Ruimte', []]));
    expect(ib.values(goal, 'statement')).toHaveLength(2);
    write(ib, change(ib, goal, 'statement', 'Rust'));
    expect(ib.values(goal, 'statement')).toEqual(['Rust']);
  });

  test('empties a field, but not one that must be filled', () => {
    const ib = start();
    write(ib, change(ib, goal, 'wordsOf', person));
    expect(change(ib, goal, 'wordsOf', '')).toMatchObject({ value: [['set', goal, 'wordsOf', null, ib.ids(goal, 'wordsOf')]] });
    expect(change(ib, goal, 'statement', null)).toEqual(refused('FieldMissing', 'statement'));
  });

  test('a set writes one cell per element that comes or goes', () => {
    const ib = start();
    write(ib, change(ib, goal, 'supports', ['child']));
    expect(change(ib, goal, 'supports', ['child'])).toEqual({ ok: true, value: [] });
    expect(change(ib, goal, 'supports', ['teacher'])).toEqual({
      ok: true,
      value: [
        ['set', goal, 'supports:teacher', true, []],
        ['set', goal, 'supports:child', null, ib.ids(goal, 'supports:child')],
      ],
    });
  });

  test('a set ends a conflict in an element', () => {
    const [ib, tablet] = [start(), createStory('ib-tablet', rules)];
    write(ib, change(ib, goal, 'supports', ['child']));
    ib.hear(tablet.write(['set', goal, 'supports:child', null, []]));
    expect(ib.values(goal, 'supports:child')).toHaveLength(2);
    write(ib, change(ib, goal, 'supports', ['child']));
    expect(ib.values(goal, 'supports:child')).toEqual([true]);
  });

  test.each([
    ['a text that is too long', goal, 'statement', 'x'.repeat(21), 'TextTooLong'],
    ['a text that is no text', goal, 'statement', 5, 'ValueInvalid'],
    ['a day that there is not', person, 'birthDate', '2026-02-30', 'ValueInvalid'],
    ['someone who is not here', goal, 'wordsOf', 'person.ib.9', 'ValueInvalid'],
    ['something of another kind', goal, 'wordsOf', goal, 'ValueInvalid'],
    ['no list', goal, 'about', person, 'ValueInvalid'],
    ['a list of no texts', goal, 'about', [5], 'ValueInvalid'],
    ['a list with someone who is not here', goal, 'about', ['person.ib.9'], 'ValueInvalid'],
    ['a list with another kind', goal, 'about', [goal], 'ValueInvalid'],
    ['an option that there is not', goal, 'supports', ['uncle'], 'ValueInvalid'],
    ['a long note', family, 'analysis', 'x', 'UnknownField'],
    ['a field that there is not', goal, 'colour', 'red', 'UnknownField'],
    ['a kind that there is not', 'wish.ib.1' as EntityId, 'text', 'x', 'UnknownField'],
  ])('is refused: %s', (_, entity, field, value, type) => {
    expect(change(start(), entity, field, value)).toEqual(refused(type, field));
  });
});

describe('removing and putting back', () => {
  test('both name what was said before; said already, nothing is written', () => {
    const ib = start();
    expect(restoreOperations(ib.state(), goal)).toEqual({ ok: true, value: [] });
    write(ib, removeOperations(ib.state(), goal));
    expect(isDeleted(ib.state(), goal)).toBe(true);
    expect(removeOperations(ib.state(), goal)).toEqual({ ok: true, value: [] });
    write(ib, restoreOperations(ib.state(), goal));
    expect(ib.values(goal, 'deleted')).toEqual([null]);
    expect(removeOperations(ib.state(), 'goal.ib.9' as EntityId)).toEqual(refused('UnknownEntity'));
  });

  test('SPEC 7c: what was edited unknowing can be removed knowingly', () => {
    const [ib, tablet] = [start(), createStory('ib-tablet', rules)];
    const apart: Operation = ['set', goal, 'order', 'a', []];
    write(ib, removeOperations(ib.state(), goal));
    ib.hear(tablet.write(apart));
    expect(isEditedAfterDeletion(ib.state(), goal)).toBe(true);
    write(ib, removeOperations(ib.state(), goal));
    expect(isEditedAfterDeletion(ib.state(), goal)).toBe(false);
  });
});

test('what there is one of is always there; anything else once it was written', () => {
  const ib = start();
  expect([family, goal, 'goal.ib.9' as EntityId].map((entity) => exists(ib.state(), schema, entity))).toEqual([true, true, false]);
});
