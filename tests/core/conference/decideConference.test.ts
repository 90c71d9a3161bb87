import { describe, expect, it, test } from 'vitest';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor } from '../../support/documentStory.ts';
import { createPlanStory, day, givenFamily, refused } from '../../support/planStory.ts';

const none = 'conference.ingrid.none' as EntityId;
const begin = () => {
  const story = createPlanStory({ today: '2026-03-09' });
  const people = givenFamily(story);
  const conference = story.made({
    type: 'add',
    kind: 'conference',
    fields: {
      day: day('2026-03-09'),
      at: '15:30',
      place: 'School',
      invited: [people.ewa, people.lotte],
      minutes: 50,
      chair: people.ingrid,
    },
  });
  const set = (field: string, value: unknown): PlanCommand => ({ type: 'set', entity: conference, field, value });
  const start = { type: 'startConference', conference } as const;
  const end = { type: 'endConference', conference } as const;
  const read = () => story.view().conferences.find(({ id }) => id === conference)!;
  return { story, ...people, conference, set, start, end, read };
};

describe('a conference', () => {
  it('begins, and the case with it; beginning again changes nothing: it continues where it was', () => {
    const { story, start, read } = begin();
    story.given(start);
    expect(read()).toMatchObject({ state: 'planned', startedAt: story.context().now, endedAt: null });
    expect(story.view().family.phase).toBe('conference');
    expect(story.when(start)).toEqual({ ok: true, value: { operations: [], added: [] } });
  });

  it('ends with the version that was on the table, and plans its evaluation (SPEC 12a)', () => {
    const { story, ewa, set, start, end, read } = begin();
    story.given(start, set('present', [ewa]), set('nextEvaluation', '2026-05-04'));
    const { version } = story.view();
    story.given(end);
    expect(read()).toMatchObject({ state: 'held', endedAt: story.context().now, planVersion: version });
    expect(story.view().evaluations).toMatchObject([{ day: '2026-05-04', state: 'planned' }]);
    expect(story.view().family.phase).toBe('carryingOut');
  });

  it('does not plan an evaluation twice', () => {
    const { story, ewa, set, start, end } = begin();
    story.given({ type: 'add', kind: 'evaluation', fields: { day: day('2026-05-04') } });
    story.given(start, set('callsIn', [ewa]), set('nextEvaluation', '2026-05-04'), end);
    expect(story.view().evaluations).toHaveLength(1);
  });

  it('ends only with the date of an evaluation, after the conference', () => {
    const { story, ewa, set, start, end } = begin();
    story.given(start, set('present', [ewa]));
    expect(story.when(end)).toEqual(refused('EvaluationDateMissing'));
    story.given(set('nextEvaluation', '2026-03-09'));
    expect(story.when(end)).toEqual(refused('EvaluationDateNotAfterConference'));
    story.given(set('nextEvaluation', '2026-03-10'));
    expect(story.when(end).ok).toBe(true);
  });

  it('is not about the family without them: that needs a reason', () => {
    const { story, lotte, set, start, end } = begin();
    story.given(start, set('present', [lotte]), set('nextEvaluation', '2026-05-04'));
    expect(story.when(end)).toEqual(refused('FamilyAbsentReasonMissing'));
    story.given(set('familyAbsentReason', 'Moeder is ziek en vroeg ons door te gaan'));
    expect(story.when(end).ok).toBe(true);
  });

  test.each(['milan', 'bart'] as const)('with %s there, the family is there', (name) => {
    const { story, set, start, end, ...people } = begin();
    story.given(start, set('present', [people[name]]), set('nextEvaluation', '2026-05-04'));
    expect(story.when(end).ok).toBe(true);
  });

  it('that did not begin, or is over, does not end', () => {
    const { story, ewa, set, start, end } = begin();
    expect(story.when(end)).toEqual(refused('ConferenceNotOpen'));
    story.given(start, set('present', [ewa]), set('nextEvaluation', '2026-05-04'), end);
    expect(story.when(end)).toEqual(refused('ConferenceNotOpen'));
    expect(story.when(start)).toEqual(refused('ConferenceNotOpen'));
  });

  it('moves with its reason: the moved one stays, the new one takes over who and where', () => {
    const { story, conference, ewa, lotte, ingrid } = begin();
    const move = { type: 'moveConference', conference, to: day('2026-03-16'), at: '16:00', reason: 'Moeder moet werken' } as const;
    expect(story.when({ ...move, reason: ' ' })).toEqual(refused('ReasonMissing'));
    expect(story.when({ ...move, to: day('2026-02-30') })).toEqual(refused('ValueInvalid', { field: 'day' }));
    story.given(move);
    expect(story.view().conferences).toMatchObject([
      { id: conference, state: 'moved', stateReason: 'Moeder moet werken', movedFrom: null, endedAt: null },
      {
        day: '2026-03-16',
        at: '16:00',
        place: 'School',
        invited: [ewa, lotte],
        minutes: 50,
        chair: ingrid,
        state: 'planned',
        movedFrom: conference,
      },
    ]);
    expect(story.when(move)).toEqual(refused('ConferenceNotOpen'));
    expect(story.when({ type: 'set', entity: conference, field: 'movedFrom', value: conference })).toEqual(
      refused('UseOwnCommand', { field: 'movedFrom' }),
    );
  });

  it('moves to another place when that is named', () => {
    const { story, conference } = begin();
    story.given({ type: 'moveConference', conference, to: day('2026-03-16'), at: '16:00', place: 'Bij oma thuis', reason: 'Rustiger' });
    expect(story.view().conferences.map(({ place }) => place)).toEqual(['School', 'Bij oma thuis']);
  });

  it('moves to where it was before, and each says in whose place it came', () => {
    const { story, conference } = begin();
    const move = { type: 'moveConference', at: '15:30', reason: 'Toch niet' } as const;
    const second = story.made({ ...move, conference, to: day('2026-03-16') });
    const third = story.made({ ...move, conference: second, to: day('2026-03-09') });
    const from = (id: EntityId) => story.view().conferences.find((one) => one.id === id)?.movedFrom;
    expect([conference, second, third].map(from)).toEqual([null, conference, second]);
    expect(
      story
        .view()
        .conferences.filter(({ state }) => state === 'planned')
        .map(({ id }) => id),
    ).toEqual([third]);
  });

  it('of which two people chose another day apart stands on both, for the table to choose', () => {
    const roles = { ingrid: 'lead', karim: 'professional' } as const;
    const [here, there] = [createPlanStory({ roles }), createPlanStory({ roles, device: 'karim-tablet' })];
    const conference = here.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-09') } });
    there.hear(...here.written);
    const move = { type: 'moveConference', conference, at: '', reason: 'Ziek' } as const;
    here.given({ ...move, to: day('2026-03-16') });
    there.given({ ...move, to: day('2026-03-17') });
    here.hear(...there.written);
    expect(here.view().conferences.map(({ day: on, state, movedFrom }) => [on, state, movedFrom])).toEqual([
      ['2026-03-09', 'moved', null],
      ['2026-03-16', 'planned', conference],
      ['2026-03-17', 'planned', conference],
    ]);
  });

  it('that had begun stops when it is moved or cancelled', () => {
    const moved = begin();
    const { conference } = moved;
    moved.story.given(moved.start, { type: 'moveConference', conference, to: day('2026-03-16'), at: '', reason: 'Niemand kwam' });
    expect(moved.read()).toMatchObject({ state: 'moved', endedAt: moved.story.context().now });
    const cancelled = begin();
    cancelled.story.given(cancelled.start, { type: 'cancelConference', conference: cancelled.conference, reason: 'Niemand kwam' });
    expect(cancelled.read()).toMatchObject({ state: 'cancelled', endedAt: cancelled.story.context().now });
  });

  it('is cancelled with its reason, and then neither begins, moves nor ends', () => {
    const { story, conference, start, end, read } = begin();
    const cancel = { type: 'cancelConference', conference, reason: 'Het gezin wil niet meer' } as const;
    expect(story.when({ ...cancel, reason: '' })).toEqual(refused('ReasonMissing'));
    story.given(cancel);
    expect(read()).toMatchObject({ state: 'cancelled', stateReason: 'Het gezin wil niet meer' });
    for (const command of [start, end, cancel]) expect(story.when(command)).toEqual(refused('ConferenceNotOpen'));
  });

  it('must be there', () => {
    const { story } = begin();
    const commands: readonly PlanCommand[] = [
      { type: 'startConference', conference: none },
      { type: 'endConference', conference: none },
      { type: 'cancelConference', conference: none, reason: 'x' },
      { type: 'moveConference', conference: none, to: day('2026-03-16'), at: '', reason: 'x' },
    ];
    for (const command of commands) expect(story.when(command)).toEqual(refused('UnknownEntity'));
  });

  it('whose day this version cannot read goes by today', () => {
    const roles = { ingrid: 'lead', karim: 'professional' } as const;
    const story = createPlanStory({ roles });
    const { ewa } = givenFamily(story);
    const conference = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-01') } });
    const newer = createStory('karim-tablet', rulesFor(roles), story.state());
    story.hear(newer.write(['set', conference, 'day', 'next week', newer.ids(conference, 'day')]));
    const set = (field: string, value: unknown): PlanCommand => ({ type: 'set', entity: conference, field, value });
    story.given({ type: 'startConference', conference }, set('present', [ewa]), set('nextEvaluation', '2026-03-02'));
    expect(story.view().conferences[0]?.day).toBeNull();
    expect(story.when({ type: 'endConference', conference })).toEqual(refused('EvaluationDateNotAfterConference'));
  });
});

describe('a note at the table', () => {
  const note = { source: null, text: 'Milan lacht bij voetbal', domain: 'leisure', saidBy: null, conference: null } as const;

  it.each(['strength', 'concern', 'goal', 'action'] as const)('becomes a %s without retyping', (into) => {
    const { story, ewa, conference } = begin();
    story.given({ type: 'turnInto', ...note, into, saidBy: ewa, conference });
    const { strengths, concerns, goals, actions } = story.view();
    const [made] = { strength: strengths, concern: concerns, goal: goals, action: actions }[into];
    expect(made).toMatchObject({ domain: 'leisure' });
    expect(made).toMatchObject(
      {
        strength: { text: note.text, saidBy: ewa, conference },
        concern: { text: note.text, saidBy: ewa, conference },
        goal: { statement: note.text, wordsOf: ewa },
        action: { what: note.text, conference },
      }[into],
    );
  });

  it('can be parked, and what was parked becomes an action in its place', () => {
    const { story } = begin();
    const point = story.made({ type: 'turnInto', ...note, into: 'parked' });
    expect(story.view().points).toMatchObject([{ id: point, kind: 'parked', text: note.text }]);
    story.given({ type: 'turnInto', ...note, source: point, into: 'action' });
    expect(story.view().points).toEqual([]);
    expect(story.view().actions).toMatchObject([{ what: note.text }]);
  });

  it('without a domain, a strength or a concern is of home', () => {
    const { story } = begin();
    story.given(
      { type: 'turnInto', ...note, domain: null, into: 'strength' },
      { type: 'turnInto', ...note, domain: null, into: 'concern' },
    );
    expect([story.view().strengths[0]?.domain, story.view().concerns[0]?.domain]).toEqual(['home', 'home']);
  });

  it('says something, and comes from what is there', () => {
    const { story } = begin();
    expect(story.when({ type: 'turnInto', ...note, text: ' ', into: 'goal' })).toEqual(refused('FieldMissing', { field: 'text' }));
    expect(story.when({ type: 'turnInto', ...note, source: 'point.ingrid.none' as EntityId, into: 'goal' })).toEqual(
      refused('UnknownEntity'),
    );
  });
});
