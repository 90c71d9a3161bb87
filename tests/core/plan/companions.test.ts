import { describe, expect, it } from 'vitest';
import { companionshipOf, isBeside, usualEnd } from '../../../src/core/plan/companions.ts';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import { summariseCase } from '../../../src/core/plan/summariseCase.ts';
import type { CaseId, EntityId, MemberId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor } from '../../support/documentStory.ts';
import { createPlanStory, day, givenFamily, refused } from '../../support/planStory.ts';

const set = (entity: EntityId, field: string, value: unknown) => ({ type: 'set', entity, field, value }) as const;
const roles = { ingrid: 'lead', karim: 'professional', ewa: 'caregiver', milan: 'youngPerson', farida: 'supporter' } as const;
type Asked = Extract<PlanCommand, { type: 'proposeCompanion' }>;
const asks = (fields: Partial<Asked> = {}): Asked => ({
  type: 'proposeCompanion',
  what: 'interpreter',
  name: 'Farida',
  why: 'Nederlands gaat mij te snel',
  meeting: null,
  until: day('2026-04-01'),
  phone: '06-12345678',
  person: null,
  ...fields,
});
const says = (companion: EntityId, fields: Partial<Extract<PlanCommand, { type: 'confirmCompanion' }>> = {}) =>
  ({
    type: 'confirmCompanion',
    companion,
    person: null,
    name: 'Farida',
    relation: 'tolk van moeder',
    until: day('2026-04-01'),
    ...fields,
  }) as const;
const declines = (companion: EntityId, reason: string) => ({ type: 'declineCompanion', companion, reason }) as const;
const takesBack = (companion: EntityId) => ({ type: 'withdrawCompanion', companion }) as const;

/** A plan on the devices of Ingrid, who changes the circle, and of Ewa, a mother. */
function begin() {
  const story = createPlanStory({ roles });
  const family = givenFamily(story);
  story.given(set(family.ewa, 'member', 'ewa'), set(family.milan, 'member', 'milan'));
  const meeting = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-20') } });
  const hers = createPlanStory({ device: 'ewa-phone', roles });
  hers.hear(...story.written);
  const meet = () => {
    story.hear(...hers.written);
    hers.hear(...story.written);
  };
  return { story, hers, meet, meeting, ...family };
}
/** The same, with Farida as the interpreter that Ingrid said yes to. */
function beginWithFarida(what: Asked['what'] = 'interpreter') {
  const told = begin();
  const companion = told.hers.made(asks({ what }));
  told.meet();
  told.story.given(says(companion));
  told.meet();
  return { ...told, companion, farida: told.story.view().companions[0]!.who! };
}

describe('somebody whom a parent wants beside them', () => {
  it('is proposed in the plan, waits in sight of the team, and nobody is made of it yet', () => {
    const { story, hers, meet, meeting, ewa } = begin();
    const companion = hers.made(asks({ name: ' Farida ', meeting }));
    meet();
    expect(story.view().companions).toMatchObject([
      { id: companion, name: 'Farida', what: 'interpreter', by: ewa, conference: meeting, state: 'waiting', who: null, ends: '2026-04-01' },
    ]);
    expect(story.view().network).toEqual([]);
    story.on('2026-03-05');
    expect(story.view().alarms).toContainEqual({ type: 'CompanionsWaiting', count: 1, days: 3 });
  });

  it('is confirmed by a lead, who makes the person with what they are and until when', () => {
    const { story, hers, companion, farida, ingrid } = beginWithFarida();
    expect(hers.view().companions).toMatchObject([
      { id: companion, state: 'confirmed', who: farida, ends: '2026-04-01', replies: [{ by: ingrid, until: '2026-04-01' }] },
    ]);
    expect(hers.view().network).toMatchObject([
      {
        id: farida,
        name: 'Farida',
        relation: 'tolk van moeder',
        helpsWith: 'Nederlands gaat mij te snel',
        phone: '06-12345678',
        until: '2026-04-01',
      },
    ]);
    expect(story.view().alarms.map(({ type }) => type)).not.toContain('CompanionsWaiting');
    expect(story.when(says(companion))).toEqual(refused('NotWaiting'));
    expect(story.when(declines(companion, 'Te vol'))).toEqual(refused('NotWaiting'));
  });

  it('may be somebody who stands in the plan already', () => {
    const { story, hers, meet } = begin();
    const aunt = story.made({ type: 'add', kind: 'person', fields: { name: 'Tante', part: 'network' } });
    const companion = hers.made(asks());
    meet();
    expect(story.when(says(companion, { person: 'person.x.1' as EntityId }))).toEqual(refused('UnknownEntity'));
    story.given(says(companion, { person: aunt, until: day('2026-03-21') }));
    expect(story.view().companions).toMatchObject([{ who: aunt, ends: '2026-03-21' }]);
    expect(story.view().network).toMatchObject([{ id: aunt, name: 'Tante', until: '2026-03-21' }]);
  });

  it('is declined with a reason, and a lead can come back on that', () => {
    const { story, hers, meet } = begin();
    const companion = hers.made(asks());
    meet();
    expect(story.when(declines(companion, ' '))).toEqual(refused('ReasonMissing'));
    story.given(declines(companion, 'Er komt een tolk van ons '));
    meet();
    expect(hers.view().companions).toMatchObject([{ state: 'declined', who: null, replies: [{ reason: 'Er komt een tolk van ons' }] }]);
    expect(story.when(declines(companion, 'Nog eens'))).toEqual(refused('NotWaiting'));
    expect(hers.when(takesBack(companion))).toEqual(refused('NotWaiting'));
    story.on('2026-03-03');
    story.given(says(companion));
    expect(story.view().companions).toMatchObject([{ state: 'confirmed' }]);
  });

  it('is taken back by who asked, and then waits for nobody', () => {
    const { story, hers, meet } = begin();
    const companion = hers.made(asks());
    meet();
    expect(story.when(takesBack(companion))).toEqual(refused('OwnAnswerOnlyByThemselves'));
    hers.given(takesBack(companion));
    meet();
    expect(story.view().companions).toMatchObject([{ state: 'withdrawn', who: null }]);
    expect(story.view().alarms.map(({ type }) => type)).not.toContain('CompanionsWaiting');
    expect(story.when(says(companion))).toEqual(refused('NotWaiting'));
    expect(hers.when(takesBack(companion))).toEqual(refused('NotWaiting'));
  });

  it('is history: nobody rewrites a proposal or takes it away', () => {
    const { hers, companion } = beginWithFarida();
    expect(hers.when(set(companion, 'until', '2027-03-01'))).toEqual(refused('UseOwnCommand', { field: 'until' }));
    expect(hers.when({ type: 'remove', entity: companion })).toEqual(refused('RemovalNotAllowed'));
  });
});

describe('a proposal', () => {
  it('says who, and until a day that comes, at most a year away', () => {
    const { hers } = begin();
    expect(hers.when(asks({ name: ' ' }))).toEqual(refused('FieldMissing', { field: 'name' }));
    for (const until of ['2026-03-02', '2026-02-01', '2027-03-03'])
      expect(hers.when(asks({ until: day(until) }))).toEqual(refused('ValueInvalid', { field: 'until' }));
    hers.given(asks({ until: day('2026-03-03') }), asks({ until: day('2027-03-02') }));
  });

  it('is for a meeting that is in the plan', () => {
    const { story, hers, meet } = begin();
    expect(hers.when(asks({ meeting: 'conference.x.1' as EntityId }))).toEqual(refused('UnknownEntity'));
    const evaluation = story.made({ type: 'add', kind: 'evaluation', fields: { day: day('2026-05-01') } });
    meet();
    hers.given(asks({ meeting: evaluation }));
    expect(hers.view().companions).toMatchObject([{ evaluation, conference: null }]);
  });

  it('that another version wrote without a moment stands before the others', () => {
    const { story, hers, meet, ewa } = begin();
    const companion = hers.made(asks());
    meet();
    const tablet = createStory('ewa-tablet', rulesFor(roles), story.state());
    const fields = { name: 'Tante', what: 'trusted', until: '2026-05-01', by: ewa };
    const rows = ['companion.ewa.oud', 'companion.ewa.ouder'].flatMap((id) =>
      Object.entries(fields).map(([field, value]) => ['set', id as EntityId, field, value, []] as const),
    );
    story.hear(tablet.write(...rows));
    expect(story.view().companions.map(({ name, at }) => [name, at === null])).toEqual([
      ['Tante', true],
      ['Tante', true],
      ['Farida', false],
    ]);
    expect(story.view().companions.at(-1)!.id).toBe(companion);
  });

  it('is of a parent or of a child from twelve, and of nobody else', () => {
    const { story, milan } = begin();
    const his = createPlanStory({ device: 'milan-phone', roles });
    his.hear(...story.written);
    expect(story.when(asks())).toEqual(refused('ValueInvalid', { field: 'by' }));
    expect(his.when(asks())).toEqual(refused('ValueInvalid', { field: 'by' }));
    story.given(set(milan, 'birthDate', '2014-03-02'));
    his.hear(...story.written);
    his.given(asks());
    story.given(set(milan, 'birthDate', null), set(milan, 'member', ''));
    his.hear(...story.written);
    expect(his.when(asks())).toEqual(refused('NotInPlan'));
    story.given(set(milan, 'member', 'milan'));
    his.hear(...story.written);
    his.given(asks());
    expect(his.view().companions.map(({ by }) => by)).toEqual([milan, milan]);
  });

  it('lets nobody in: a supporter asks for nobody, and only who changes the circle answers', () => {
    const { story, hers, meet, ewa } = begin();
    const companion = hers.made(asks());
    meet();
    const [karim, farida] = [createPlanStory({ device: 'karim-tablet', roles }), createPlanStory({ device: 'farida-phone', roles })];
    for (const other of [karim, farida]) other.hear(...story.written, ...hers.written);
    karim.when(set(ewa, 'member', 'karim'));
    karim.when(says(companion));
    farida.given(set(farida.made({ type: 'add', kind: 'person', fields: { name: 'F', part: 'caregiver' } }), 'member', 'farida'));
    farida.when(asks({ name: 'Nog iemand' }));
    story.hear(...karim.written, ...farida.written);
    expect(story.view().companions).toMatchObject([{ id: companion, state: 'waiting' }]);
  });

  it('is answered about what is there, by who is in the plan, with a day that comes', () => {
    const { story, hers, meet, ingrid } = begin();
    const companion = hers.made(asks());
    meet();
    const unknown = 'companion.x.1' as EntityId;
    const longer = { type: 'prolongCompanion', until: day('2026-05-01'), agreedBy: ingrid, via: 'spoken' } as const;
    for (const command of [says(unknown), declines(unknown, 'Nee'), takesBack(unknown), { ...longer, companion: unknown }])
      expect(story.when(command)).toEqual(refused('UnknownEntity'));
    expect(story.when({ ...longer, companion })).toEqual(refused('UnknownEntity'));
    expect(story.when(says(companion, { until: day('2026-03-02') }))).toEqual(refused('ValueInvalid', { field: 'until' }));
    story.given(set(ingrid, 'member', ''));
    for (const command of [says(companion), declines(companion, 'Nee')]) expect(story.when(command)).toEqual(refused('NotInPlan'));
  });
});

describe('for a while', () => {
  it('becomes longer when a lead says so and one of the family agrees', () => {
    const { story, hers, meet, companion, farida, ewa, lotte, ingrid } = beginWithFarida();
    const longer = { type: 'prolongCompanion', companion, until: day('2026-06-01'), agreedBy: ewa, via: 'spoken' } as const;
    story.on('2026-04-02');
    expect(story.when({ ...longer, agreedBy: lotte })).toEqual(refused('NotACaregiverOfThisCase'));
    expect(story.when({ ...longer, until: day('2026-04-02') })).toEqual(refused('ValueInvalid', { field: 'until' }));
    story.given(longer);
    meet();
    expect(hers.view().companions).toMatchObject([{ ends: '2026-06-01', replies: [{}, { agreedBy: ewa, via: 'spoken' }] }]);
    expect(hers.view().network).toMatchObject([{ id: farida, until: '2026-06-01' }]);
    expect(companionshipOf(hers.view(), farida)).toMatchObject({ until: '2026-06-01', isWanted: true });
    story.given(set(ingrid, 'member', ''));
    expect(story.when(longer)).toEqual(refused('NotInPlan'));
  });

  it('becomes longer when the family asks and a lead confirms', () => {
    const { story, hers, meet, farida } = beginWithFarida();
    hers.on('2026-03-30');
    const longer = hers.made(asks({ person: farida, until: day('2026-07-01') }));
    meet();
    expect(story.view().companions.at(-1)).toMatchObject({ id: longer, state: 'waiting', who: farida });
    expect(companionshipOf(story.view(), farida)).toMatchObject({ until: '2026-04-01' });
    story.on('2026-03-31');
    story.given(says(longer, { until: day('2026-07-01') }));
    expect(companionshipOf(story.view(), farida)).toMatchObject({ companion: { id: longer }, until: '2026-07-01' });
    expect(story.view().network).toHaveLength(1);
  });

  it('is over for who is not wanted any more', () => {
    const { story, hers, meet, companion, farida, ewa } = beginWithFarida();
    hers.given(asks({ person: farida }), asks({ name: 'Tante' }), takesBack(companion));
    meet();
    expect(story.view().companions.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'waiting']);
    expect(companionshipOf(story.view(), farida)).toMatchObject({ isWanted: false });
    const longer = { type: 'prolongCompanion', companion, until: day('2026-06-01'), agreedBy: ewa, via: 'paper' } as const;
    expect(story.when(longer)).toEqual(refused('NotWaiting'));
    expect(companionshipOf(story.view(), ewa)).toBeUndefined();
  });

  it('is past on the list of cases only when the day that was agreed last is', () => {
    const { story, companion, farida, ewa } = beginWithFarida();
    story.given(set(farida, 'member', 'farida'));
    const stop = { type: 'EndPast', member: 'farida' as MemberId, on: day('2026-04-01') } as const;
    const stops = () =>
      summariseCase('case' as CaseId, story.view(), story.context().today, {
        mayMeet: true,
        retention: null,
        stops: [stop, { ...stop, member: null }, { type: 'OneLead', member: null, on: null }],
      }).circle;
    story.on('2026-04-02');
    const others = [
      { type: 'EndPast', on: '2026-04-01', name: '' },
      { type: 'OneLead', on: null, name: '' },
    ];
    expect(stops()).toEqual([{ type: 'EndPast', on: '2026-04-01', name: 'Farida' }, ...others]);
    story.given({ type: 'prolongCompanion', companion, until: day('2026-04-10'), agreedBy: ewa, via: 'spoken' });
    expect(stops()).toEqual(others);
    story.on('2026-04-11');
    expect(stops()).toEqual([{ type: 'EndPast', on: '2026-04-10', name: 'Farida' }, ...others]);
  });
});

it('the day that is proposed is the one after the meeting for an interpreter and a season for others, and never further than a year', () => {
  const today = day('2026-03-02');
  expect(usualEnd('interpreter', day('2026-03-20'), today)).toBe('2026-03-21');
  expect(usualEnd('interpreter', null, today)).toBe('2026-04-02');
  expect(usualEnd('interpreter', day('2029-03-20'), today)).toBe('2027-03-02');
  expect(usualEnd('trusted', day('2026-03-20'), today)).toBe('2026-06-02');
  expect(usualEnd('interpreter', day('2026-03-20'), today, day('2026-03-30'))).toBe('2026-04-30');
  expect(usualEnd('helper', null, today, day('2026-02-01'))).toBe('2026-06-02');
});

it('who stands beside somebody is not asked what they think of the plan; a helper of the network is', () => {
  for (const [what, missing] of [
    ['interpreter', false],
    ['trusted', false],
    ['helper', true],
  ] as const) {
    const { story, meeting, farida } = beginWithFarida(what);
    expect(isBeside(story.view(), farida)).toBe(!missing);
    story.given(set(meeting, 'present', [farida]), set(meeting, 'nextEvaluation', '2026-05-01'), {
      type: 'startConference',
      conference: meeting,
    });
    story.given(set(meeting, 'familyAbsent', 'continuedWithout'), set(meeting, 'familyAbsentReason', 'Ziek'));
    story.given({ type: 'endConference', conference: meeting });
    const asked = story.view().alarms.flatMap((alarm) => (alarm.type === 'AnswersMissing' ? alarm.people : []));
    expect(asked.includes(farida)).toBe(missing);
  }
});
