import { describe, expect, it } from 'vitest';
import { findAlarms } from '../../../src/core/plan/alarms.ts';
import type { Alarm } from '../../../src/core/plan/caseView.ts';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createStory, rulesFor } from '../../support/documentStory.ts';
import { createPlanStory, day, givenFamily, type PlanStory } from '../../support/planStory.ts';

const begin = () => {
  const story = createPlanStory();
  return { story, ...givenFamily(story) };
};
const alarmsOf = (story: PlanStory, type: Alarm['type']) => story.view().alarms.filter((alarm) => alarm.type === type);
const set = (entity: EntityId, field: string, value: unknown): PlanCommand => ({ type: 'set', entity, field, value });
const goal: PlanCommand = { type: 'add', kind: 'goal', fields: { statement: 'Op tijd', state: 'active' } };
const plan = (story: PlanStory, on: string, fields: object = {}) =>
  story.made({ type: 'add', kind: 'conference', fields: { day: day(on), at: '15:30', ...fields } });

/** Two devices on which two people accept apart from each other. */
const acceptedApart = () => {
  const roles = { ingrid: 'lead', karim: 'professional' } as const;
  const [here, there] = [createPlanStory({ roles }), createPlanStory({ roles, device: 'karim-tablet' })];
  const { ewa, bart, ingrid } = givenFamily(here);
  there.hear(...here.written);
  for (const [story, person] of [
    [here, ewa],
    [there, bart],
  ] as const) {
    const turn = story.made({ type: 'proposeCoordinator', person, proposedBy: null });
    story.given({ type: 'acceptCoordinator', turn, via: 'spoken', recordedBy: ingrid, cover: null, reachability: '' });
  }
  here.hear(...there.written);
  return { here, ewa, bart };
};

describe('a plan with goals and no coordinator', () => {
  it('is an alarm from the day of the first goal; a proposal alone does not help', () => {
    const { story, ewa } = begin();
    expect(alarmsOf(story, 'NoCoordinator')).toEqual([]);
    story.given(goal, { type: 'proposeCoordinator', person: ewa, proposedBy: null });
    story.on('2026-03-12');
    expect(alarmsOf(story, 'NoCoordinator')).toEqual([{ type: 'NoCoordinator', days: 10, goals: 1 }]);
  });

  it('counts from the end of the last turn, and is silent while one runs', () => {
    const { story, ingrid } = begin();
    story.given(goal);
    const turn = story.made({ type: 'proposeCoordinator', person: ingrid, proposedBy: null });
    story.given({ type: 'acceptCoordinator', turn, via: 'own', recordedBy: null, cover: null, reachability: '' });
    expect(alarmsOf(story, 'NoCoordinator')).toEqual([]);
    story.on('2026-06-01');
    story.given({ type: 'handOverCoordinator', turn, to: null, reason: 'Andere baan' });
    story.on('2026-06-06');
    expect(alarmsOf(story, 'NoCoordinator')).toEqual([{ type: 'NoCoordinator', days: 5, goals: 1 }]);
  });

  it('is over when every goal is reached or dropped', () => {
    const { story } = begin();
    for (const state of ['reached', 'dropped'] as const)
      story.given({ type: 'add', kind: 'goal', fields: { statement: 'Op tijd', state } });
    expect(alarmsOf(story, 'NoCoordinator')).toEqual([]);
  });

  it('of which only a level arrived counts from now', () => {
    const roles = { ingrid: 'lead', karim: 'professional' } as const;
    const story = createPlanStory({ roles });
    const newer = createStory('karim-tablet', rulesFor(roles), story.state());
    story.hear(newer.write(['set', 'goal.karim.1' as EntityId, 'level0', 'Elke dag', []]));
    expect(alarmsOf(story, 'NoCoordinator')).toEqual([{ type: 'NoCoordinator', days: 0, goals: 1 }]);
  });

  it('never counts days below zero when a clock was wrong', () => {
    const story = createPlanStory();
    story.given(goal);
    story.on('2020-01-01');
    expect(alarmsOf(story, 'NoCoordinator')).toMatchObject([{ days: 0 }]);
  });
});

describe('two coordinators at once', () => {
  it('are an alarm, never a silent choice; ending one turn solves it', () => {
    const { here, bart } = acceptedApart();
    here.given(goal);
    expect(alarmsOf(here, 'TwoCoordinators')).toHaveLength(1);
    expect(here.view().coordinator).toBeNull();
    expect(alarmsOf(here, 'NoCoordinator')).toEqual([]);
    const his = here.view().coordinatorTurns.find(({ person }) => person === bart)!.id;
    here.given({ type: 'handOverCoordinator', turn: his, to: null, reason: 'Moeder doet het' });
    expect(alarmsOf(here, 'TwoCoordinators')).toEqual([]);
  });
});

describe('a conference', () => {
  it('is announced a week before, until it begins; a moved one is not', () => {
    const { story } = begin();
    const conference = plan(story, '2026-03-09');
    expect(alarmsOf(story, 'ConferenceComing')).toEqual([{ type: 'ConferenceComing', on: '2026-03-09', at: '15:30', days: 7 }]);
    for (const [today, count] of [
      ['2026-03-01', 0],
      ['2026-03-09', 1],
      ['2026-03-10', 0],
    ] as const) {
      story.on(today);
      expect([today, alarmsOf(story, 'ConferenceComing').length]).toEqual([today, count]);
    }
    story.on('2026-03-09');
    story.given({ type: 'startConference', conference });
    expect(alarmsOf(story, 'ConferenceComing')).toEqual([]);
    expect(alarmsOf(story, 'ConferenceOpen')).toEqual([{ type: 'ConferenceOpen', conference }]);
    story.given({ type: 'moveConference', conference, to: day('2026-03-10'), at: '', reason: 'Niemand kwam' });
    expect(alarmsOf(story, 'ConferenceOpen')).toEqual([]);
    expect(alarmsOf(story, 'ConferenceComing')).toMatchObject([{ on: '2026-03-10' }]);
  });

  it('begun by one and cancelled by another is not open for ever', () => {
    const roles = { ingrid: 'lead', karim: 'professional' } as const;
    const [here, there] = [createPlanStory({ roles }), createPlanStory({ roles, device: 'karim-tablet' })];
    const conference = plan(here, '2026-03-02');
    there.hear(...here.written);
    here.given({ type: 'startConference', conference });
    there.given({ type: 'cancelConference', conference, reason: 'Ziek' });
    here.hear(...there.written);
    here.given({ type: 'resolve', entity: conference, field: 'state', value: 'cancelled' });
    expect(alarmsOf(here, 'ConferenceOpen')).toEqual([]);
  });
});

describe('an evaluation', () => {
  const held = () => {
    const people = begin();
    const { story, ewa, bart, lotte } = people;
    const conference = plan(story, '2026-03-02', { invited: [ewa, bart] });
    story.given(
      { type: 'startConference', conference },
      set(conference, 'present', [ewa, lotte]),
      set(conference, 'nextEvaluation', '2026-05-04'),
      { type: 'endConference', conference },
    );
    return { ...people, conference };
  };

  it('asks for attention a week before and when it is late', () => {
    const { story } = held();
    expect(alarmsOf(story, 'EvaluationDue')).toEqual([]);
    story.on('2026-04-27');
    expect(alarmsOf(story, 'EvaluationDue')).toEqual([{ type: 'EvaluationDue', on: '2026-05-04', days: -7 }]);
    story.on('2026-05-06');
    expect(alarmsOf(story, 'EvaluationDue')).toMatchObject([{ days: 2 }]);
  });

  it('must be planned after every conference, until the case closes', () => {
    const { story } = held();
    expect(alarmsOf(story, 'NoEvaluationDate')).toEqual([]);
    story.given({ type: 'remove', entity: story.view().evaluations[0]!.id });
    expect(alarmsOf(story, 'NoEvaluationDate')).toHaveLength(1);
    story.given(set('family' as EntityId, 'phase', 'closure'));
    expect(alarmsOf(story, 'NoEvaluationDate')).toEqual([]);
  });

  it('asks who was there or invited and did not answer; an answer of an earlier plan is none', () => {
    const { story, conference, ewa, bart, lotte, ingrid } = held();
    const answer = (by: EntityId, about: EntityId | null = null) =>
      story.given({ type: 'answerPlan', by, reply: 'agreed', view: '', recordedBy: ingrid, via: 'spoken', conference: about });
    expect(alarmsOf(story, 'AnswersMissing')).toMatchObject([{ people: expect.arrayContaining([ewa, bart, lotte]) }]);
    answer(ewa, conference);
    answer(bart);
    expect(alarmsOf(story, 'AnswersMissing')).toEqual([{ type: 'AnswersMissing', people: [lotte] }]);
    story.given(goal);
    expect(alarmsOf(story, 'AnswersMissing')).toMatchObject([{ people: expect.arrayContaining([bart, lotte]) }]);
    answer(bart);
    answer(lotte);
    expect(alarmsOf(story, 'AnswersMissing')).toEqual([]);
  });

  it('twice at or below its starting point, a goal proposes scaling up', () => {
    const { story, ewa, ingrid } = begin();
    const id = story.made(goal);
    const silent = story.made(goal);
    const evaluate = (on: string, levels: readonly (-3 | -2 | -1 | 0 | null)[]) => {
      const evaluation = story.made({ type: 'add', kind: 'evaluation', fields: { day: day(on) } });
      const said = { evaluation, goal: id, notStarted: false, remark: '' };
      story.given({ type: 'startEvaluation', evaluation });
      const [family, professionals] = levels;
      story.given({ type: 'setAttainment', ...said, by: ewa, level: family ?? null, recordedBy: ingrid, via: 'spoken' });
      story.given({ type: 'setAttainment', ...said, by: ingrid, level: professionals ?? null, recordedBy: null, via: 'own' });
      story.given(set(evaluation, 'decision', 'close'), { type: 'finishEvaluation', evaluation });
      return alarmsOf(story, 'ScaleUpProposed');
    };
    expect(evaluate('2026-03-03', [-2, 0])).toEqual([]);
    expect(evaluate('2026-03-04', [null, null])).toEqual([]);
    expect(evaluate('2026-03-05', [0, -3])).toEqual([{ type: 'ScaleUpProposed', goal: id }]);
    expect(evaluate('2026-03-06', [-1, 0])).toEqual([]);
    expect(silent).not.toBe(id);
  });
});

describe('actions', () => {
  it('past their date are counted, with the longest', () => {
    const { story } = begin();
    for (const due of ['2026-03-01', '2026-02-20', '2026-03-03'])
      story.given({ type: 'add', kind: 'action', fields: { what: 'Bellen', due: day(due) } });
    expect(alarmsOf(story, 'ActionsOverdue')).toEqual([{ type: 'ActionsOverdue', count: 2, days: 10 }]);
  });

  it('without a date are never late', () => {
    const { story } = begin();
    story.given({ type: 'add', kind: 'action', fields: { what: 'Bellen' } });
    expect(alarmsOf(story, 'ActionsOverdue')).toEqual([]);
  });
});

describe('what the family says against the plan', () => {
  it('stands with whose it is, until they answer otherwise or the plan changes', () => {
    const { story, ewa, bart, ingrid } = begin();
    story.given(goal);
    const answer = (by: EntityId, reply: 'agreed' | 'agreedWithRemark' | 'notAgreed') =>
      story.given({ type: 'answerPlan', by, reply, view: 'Te veel', recordedBy: ingrid, via: 'spoken', conference: null });
    answer(ingrid, 'notAgreed');
    expect(alarmsOf(story, 'FamilyDisagrees')).toEqual([]);
    answer(ewa, 'notAgreed');
    answer(bart, 'agreedWithRemark');
    expect(alarmsOf(story, 'FamilyDisagrees')).toEqual([{ type: 'FamilyDisagrees', people: [ewa, bart] }]);
    answer(bart, 'agreed');
    expect(alarmsOf(story, 'FamilyDisagrees')).toEqual([{ type: 'FamilyDisagrees', people: [ewa] }]);
    story.given(goal);
    expect(alarmsOf(story, 'FamilyDisagrees')).toEqual([]);
  });

  it('of an action stands until the next report of it, or the evaluation after it', () => {
    const { story, ewa, ingrid } = begin();
    const bellen = story.made({ type: 'add', kind: 'action', fields: { what: 'Bellen' } });
    const report = (by: EntityId, status: 'busy' | 'notDone') =>
      story.given({
        type: 'reportAction',
        action: bellen,
        status,
        reason: 'Geen tijd',
        newDate: null,
        by,
        recordedBy: ingrid,
        via: 'spoken',
      });
    const blocked = [{ type: 'ActionsBlocked', count: 1, actions: [bellen] }];
    report(ingrid, 'notDone');
    expect(alarmsOf(story, 'ActionsBlocked')).toEqual([]);
    report(ewa, 'notDone');
    expect(alarmsOf(story, 'ActionsBlocked')).toEqual(blocked);
    report(ewa, 'busy');
    expect(alarmsOf(story, 'ActionsBlocked')).toEqual([]);
    report(ewa, 'notDone');
    const evaluation = story.made({ type: 'add', kind: 'evaluation', fields: { day: day('2026-03-03') } });
    story.on('2026-03-03');
    story.given({ type: 'startEvaluation', evaluation });
    expect(alarmsOf(story, 'ActionsBlocked')).toEqual(blocked);
    story.given(set(evaluation, 'decision', 'close'), { type: 'finishEvaluation', evaluation });
    expect(alarmsOf(story, 'ActionsBlocked')).toEqual([]);
  });
});

describe('authority', () => {
  it('known of nobody is said per child, until someone is known to hold it', () => {
    const { story, milan, zosia, ewa } = begin();
    story.given({ type: 'setAuthority', caregiver: ewa, child: milan, holds: 'yes', source: 'register', checkedOn: null });
    story.given({ type: 'setAuthority', caregiver: ewa, child: zosia, holds: 'unknown', source: 'none', checkedOn: null });
    expect(alarmsOf(story, 'NobodyWithAuthority')).toEqual([{ type: 'NobodyWithAuthority', child: zosia }]);
  });
});

it('what is heaviest comes first', () => {
  const { story } = begin();
  story.given(goal);
  plan(story, '2026-03-03');
  expect(story.view().alarms.map(({ type }) => type)).toEqual([
    'NoCoordinator',
    'ConferenceComing',
    'NobodyWithAuthority',
    'NobodyWithAuthority',
  ]);
});

describe('a question of the family', () => {
  it('is an alarm from the day that it was asked until somebody answers', () => {
    const roles = { ingrid: 'lead', ewa: 'caregiver' } as const;
    const [here, there] = [createPlanStory({ roles }), createPlanStory({ roles, device: 'ewa-phone' })];
    const { ewa } = givenFamily(here);
    here.given(set(ewa, 'member', 'ewa'));
    there.hear(...here.written);
    expect(alarmsOf(here, 'RemarksOpen')).toEqual([]);
    const asked = ['Mag oma mee?', 'Wie belt er?'].map((text) => there.made({ type: 'remark', kind: 'question', about: null, text }));
    here.hear(...there.written);
    here.on('2026-03-06');
    expect(alarmsOf(here, 'RemarksOpen')).toEqual([{ type: 'RemarksOpen', count: 2, days: 4 }]);
    // Of another version, which does not say when: it counts from now.
    const undated = { ...here.view(), remarks: here.view().remarks.map((remark) => ({ ...remark, at: null })) };
    const moment = { today: day('2026-03-06'), now: Date.parse('2026-03-06T12:00:00Z'), firstGoalAt: null, conflictCount: 0, unheard: [] };
    expect(findAlarms(undated, moment)).toContainEqual({ type: 'RemarksOpen', count: 2, days: 0 });
    here.given({ type: 'answerRemark', remark: asked[0]!, text: 'Ja' });
    expect(alarmsOf(here, 'RemarksOpen')).toEqual([{ type: 'RemarksOpen', count: 1, days: 4 }]);
    here.given({ type: 'answerRemark', remark: asked[1]!, text: 'Ik' });
    expect(alarmsOf(here, 'RemarksOpen')).toEqual([]);
  });
});
