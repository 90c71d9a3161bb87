import { describe, expect, it, test } from 'vitest';
import { readCandidates } from '../../../src/core/document/state.ts';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day, givenFamily, refused } from '../../support/planStory.ts';

const family = 'family' as EntityId;
const nobody = 'person.ingrid.nobody' as EntityId;
const nothing = { ok: true, value: { operations: [], added: [] } };
const goal = (statement: string, fields: object = {}): PlanCommand => ({ type: 'add', kind: 'goal', fields: { statement, ...fields } });
const twoDevices = () => {
  const roles = { ingrid: 'lead', karim: 'professional' } as const;
  return [createPlanStory({ roles }), createPlanStory({ roles, device: 'karim-tablet' })] as const;
};

describe('one plan per family', () => {
  it('has one family, which cannot be added again or taken away', () => {
    const story = createPlanStory();
    expect(story.when({ type: 'add', kind: 'family', fields: { name: 'Nog een' } } as never)).toEqual(refused('UnknownEntity'));
    expect(story.when({ type: 'remove', entity: family })).toEqual(refused('RemovalNotAllowed'));
    story.given({ type: 'set', entity: family, field: 'name', value: 'Zomaar' });
    expect(story.view().family.name).toBe('Zomaar');
  });
});

describe('adding', () => {
  it('puts each at the end of its kind', () => {
    const story = createPlanStory();
    story.given(goal('Eerst'), goal('Dan'), goal('Tot slot'));
    expect(story.view().goals.map(({ statement }) => statement)).toEqual(['Eerst', 'Dan', 'Tot slot']);
  });

  it('keeps a place that was given', () => {
    const story = createPlanStory();
    story.given(goal('Later', { order: 'a5' }), goal('Eerder', { order: 'a1' }));
    expect(story.view().goals.map(({ statement }) => statement)).toEqual(['Eerder', 'Later']);
  });

  it('also works behind one whose place another version wrote', () => {
    const story = createPlanStory();
    story.given(goal('Vreemd', { order: '~' }));
    story.given(goal('Gewoon'));
    expect(story.view().goals).toHaveLength(2);
  });

  it('says what is missing, too long or wrong', () => {
    const story = createPlanStory();
    expect(story.when(goal(' '))).toEqual(refused('FieldMissing', { field: 'statement' }));
    expect(story.when(goal('x'.repeat(301)))).toEqual(refused('TextTooLong', { field: 'statement', max: 300 }));
    expect(story.when(goal('Op tijd', { wordsOf: nobody }))).toEqual(refused('ValueInvalid', { field: 'wordsOf' }));
  });

  test.each<[string, object]>([
    ['coordinatorTurn', { person: nobody }],
    ['answer', { by: nobody, version: 'v', reply: 'agreed' }],
    ['report', { action: 'action.ingrid.1', status: 'done' }],
    ['authority', { holds: 'yes' }],
    ['attainment', {}],
    ['goalOutcome', {}],
    ['kept', {}],
    ['experience', {}],
  ])('refuses a %s: that has a command of its own', (kind, fields) => {
    expect(createPlanStory().when({ type: 'add', kind, fields } as never)).toEqual(refused('UseOwnCommand', { field: kind }));
  });

  it('refuses a field that keeps an invariant', () => {
    const story = createPlanStory();
    expect(story.when({ type: 'add', kind: 'conference', fields: { day: day('2026-03-09'), endedAt: 1 } })).toEqual(
      refused('UseOwnCommand', { field: 'endedAt' }),
    );
  });
});

describe('changing a field', () => {
  it('writes what changed and nothing when nothing did', () => {
    const story = createPlanStory();
    const { ewa } = givenFamily(story);
    story.given({ type: 'set', entity: ewa, field: 'phone', value: '06 00000001' });
    expect(story.when({ type: 'set', entity: ewa, field: 'phone', value: '06 00000001' })).toEqual(nothing);
    expect(story.view().caregivers[0]?.phone).toBe('06 00000001');
  });

  it('refuses what is not there, an unknown field, and a field that keeps an invariant', () => {
    const story = createPlanStory();
    const { ewa } = givenFamily(story);
    const conference = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-09') } });
    const role = story.made({ type: 'add', kind: 'role', fields: { name: 'Contact', person: ewa } });
    expect(story.when({ type: 'set', entity: nobody, field: 'name', value: 'X' })).toEqual(refused('UnknownEntity'));
    expect(story.when({ type: 'set', entity: ewa, field: 'wish', value: 'X' })).toEqual(refused('UnknownField', { field: 'wish' }));
    expect(story.when({ type: 'set', entity: conference, field: 'state', value: 'held' })).toEqual(
      refused('UseOwnCommand', { field: 'state' }),
    );
    expect(story.when({ type: 'set', entity: role, field: 'acceptedAt', value: 1 })).toEqual(
      refused('UseOwnCommand', { field: 'acceptedAt' }),
    );
  });
});

describe('goals', () => {
  it('reinforce each other: from education to treatment and back', () => {
    const story = createPlanStory();
    const reading = story.made(goal('Lezen', { kind: 'education' }));
    const calm = story.made(goal('Rustig slapen', { kind: 'treatment', reinforces: [reading] }));
    story.given({ type: 'set', entity: reading, field: 'reinforces', value: [calm] });
    expect(story.view().goals.map(({ reinforces }) => reinforces)).toEqual([[calm], [reading]]);
    story.given({ type: 'remove', entity: calm });
    expect(story.view().goals[0]?.reinforces).toEqual([]);
  });

  it('stand in the order that the family chooses', () => {
    const story = createPlanStory();
    const [a, b, c] = ['A', 'B', 'C'].map((name) => story.made(goal(name))) as [EntityId, EntityId, EntityId];
    const order = () =>
      story
        .view()
        .goals.map(({ statement }) => statement)
        .join('');
    story.given({ type: 'move', entity: c, after: a, before: b });
    expect(order()).toBe('ACB');
    story.given({ type: 'move', entity: b, after: undefined, before: a });
    expect(order()).toBe('BAC');
    story.given({ type: 'move', entity: b, after: c, before: undefined });
    expect(order()).toBe('ACB');
  });

  it('can be put between two that got the same place apart', () => {
    const story = createPlanStory();
    const [a, b] = [story.made(goal('A', { order: 'a1' })), story.made(goal('B', { order: 'a1' }))];
    const c = story.made(goal('C'));
    story.given({ type: 'move', entity: c, after: a, before: b });
    expect(story.view().goals.map(({ statement }) => statement)).toEqual(['A', 'B', 'C']);
  });

  it('put behind one that is not there stays in the list', () => {
    const story = createPlanStory();
    const a = story.made(goal('A'));
    story.given(goal('B'));
    story.given({ type: 'move', entity: a, after: 'goal.ingrid.none' as EntityId, before: undefined });
    expect(story.view().goals).toHaveLength(2);
  });

  it('move only when they are there', () => {
    const move = { type: 'move', entity: 'goal.ingrid.none' as EntityId, after: undefined, before: undefined } as const;
    expect(createPlanStory().when(move)).toEqual(refused('UnknownEntity'));
  });
});

describe('a long note', () => {
  it('is typed, not set', () => {
    const story = createPlanStory();
    story.given({ type: 'write', entity: family, field: 'analysis', before: '', after: 'Milan heeft rust nodig.' });
    expect(story.view().family.analysis).toBe('Milan heeft rust nodig.');
    expect(story.when({ type: 'set', entity: family, field: 'analysis', value: 'X' })).toEqual(
      refused('UnknownField', { field: 'analysis' }),
    );
  });

  it('writes nothing when nothing was typed, and only in a note that there is', () => {
    const story = createPlanStory();
    const write = (entity: string, field: string, after: string) =>
      story.when({ type: 'write', entity: entity as EntityId, field, before: '', after });
    expect(write('family', 'analysis', '')).toEqual(nothing);
    expect(write('family', 'name', 'X')).toEqual(refused('UnknownField', { field: 'name' }));
    expect(write('wish', 'text', 'X')).toEqual(refused('UnknownEntity'));
    expect(write('conference.ingrid.none', 'notes', 'X')).toEqual(refused('UnknownEntity'));
  });
});

describe('taking away', () => {
  it('can be undone', () => {
    const story = createPlanStory();
    const made = story.made(goal('Op tijd'));
    story.given({ type: 'remove', entity: made });
    expect(story.view().goals).toEqual([]);
    expect(story.view().removed).toMatchObject([{ id: made, kind: 'goal', label: 'Op tijd', author: 'ingrid' }]);
    story.given({ type: 'restore', entity: made });
    expect(story.view().goals).toHaveLength(1);
    expect(story.view().removed).toEqual([]);
  });

  it('never takes away what people answered, and nothing that is not there', () => {
    const story = createPlanStory();
    const { ewa, ingrid } = givenFamily(story);
    const answer = story.made({
      type: 'answerPlan',
      by: ewa,
      reply: 'agreed',
      view: '',
      recordedBy: ingrid,
      via: 'spoken',
      conference: null,
    });
    expect(story.when({ type: 'remove', entity: answer })).toEqual(refused('RemovalNotAllowed'));
    expect(story.when({ type: 'remove', entity: nobody })).toEqual(refused('UnknownEntity'));
    expect(story.when({ type: 'restore', entity: nobody })).toEqual(refused('UnknownEntity'));
  });
});

describe('authority', () => {
  it('is unknown until someone checks it, per caregiver and child, with source and date', () => {
    const story = createPlanStory();
    const { ewa, bart, milan, zosia } = givenFamily(story);
    expect(story.view().authorities).toEqual([]);
    const told = { caregiver: bart, child: milan, holds: 'unknown', source: 'none', checkedOn: null } as const;
    const checked = { caregiver: ewa, child: zosia, holds: 'yes', source: 'register', checkedOn: day('2026-03-02') } as const;
    story.given({ type: 'setAuthority', ...told }, { type: 'setAuthority', ...checked });
    expect(story.view().authorities).toMatchObject([told, checked]);
  });

  it('of one pair stands in one place, whoever records it', () => {
    const story = createPlanStory();
    const { ewa, milan } = givenFamily(story);
    const say = (holds: 'yes' | 'no') =>
      story.given({ type: 'setAuthority', caregiver: ewa, child: milan, holds, source: 'told', checkedOn: null });
    say('yes');
    say('no');
    expect(story.view().authorities).toMatchObject([{ holds: 'no', author: null }]);
  });

  it('is held by a caregiver of this case, over a child of this case', () => {
    const story = createPlanStory();
    const { ewa, lotte, milan } = givenFamily(story);
    const say = (caregiver: EntityId, child: EntityId) =>
      story.when({ type: 'setAuthority', caregiver, child, holds: 'yes', source: 'told', checkedOn: null });
    expect(say(lotte, milan)).toEqual(refused('NotACaregiverOfThisCase'));
    expect(say(ewa, ewa)).toEqual(refused('NotACaregiverOfThisCase'));
  });
});

describe('two who wrote in one place', () => {
  it('both stay until a person chooses, also something of both', () => {
    const [here, there] = twoDevices();
    const { ewa } = givenFamily(here);
    there.hear(...here.written);
    here.given({ type: 'set', entity: ewa, field: 'phone', value: '06 00000001' });
    there.given({ type: 'set', entity: ewa, field: 'phone', value: '06 00000002' });
    here.hear(...there.written);
    expect(here.view().conflicts).toMatchObject([{ entity: ewa, kind: 'person', field: 'phone', candidates: [{}, {}] }]);
    expect(here.view().alarms).toContainEqual({ type: 'Conflicts', count: 1 });
    here.given({ type: 'resolve', entity: ewa, field: 'phone', value: '06 00000003' });
    expect(here.view().conflicts).toEqual([]);
    expect(readCandidates(here.state(), ewa, 'phone').map(({ value }) => value)).toEqual(['06 00000003']);
  });

  it('choosing makes up nothing that has a command of its own', () => {
    const [here, there] = twoDevices();
    const { ewa } = givenFamily(here);
    const conference = here.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-09') } });
    there.hear(...here.written);
    here.given({ type: 'cancelConference', conference, reason: 'Ziek' });
    there.given({ type: 'moveConference', conference, to: day('2026-03-16'), at: '', reason: 'Ziek' });
    here.hear(...there.written);
    const choose = (value: string) => here.when({ type: 'resolve', entity: conference, field: 'state', value });
    expect(choose('held')).toEqual(refused('UseOwnCommand', { field: 'state' }));
    expect(choose('moved').ok).toBe(true);
    const turn = here.made({ type: 'proposeCoordinator', person: ewa, proposedBy: null });
    expect(here.when({ type: 'resolve', entity: turn, field: 'acceptedAt', value: 1 })).toEqual(
      refused('UseOwnCommand', { field: 'acceptedAt' }),
    );
    expect(here.when({ type: 'resolve', entity: nobody, field: 'name', value: 'X' })).toEqual(refused('UnknownEntity'));
  });
});
