import { describe, expect, test } from 'vitest';
import { attainmentOverTime, middleOf } from '../../../src/core/evaluation/attainmentOverTime.ts';
import { actionsOf, goalsOf, stuckGoals } from '../../../src/core/evaluation/evaluatedPlan.ts';
import { countKept } from '../../../src/core/evaluation/keptPromises.ts';
import { findOpenEnds } from '../../../src/core/evaluation/openEnds.ts';
import { day } from '../../support/planStory.ts';
import { createEvaluationStory } from './evaluationStory.ts';

type Story = ReturnType<typeof createEvaluationStory>;
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const now = (story: Story, id = story.evaluation) => [story.view(), story.evaluationNow(id)] as const;

describe('the goals of an evaluation', () => {
  test('are those that run; a goal that was settled before is not asked about again', () => {
    const story = createEvaluationStory();
    const { goals, evaluation } = story;
    story.given({ type: 'setOutcome', evaluation, goal: goals.inClass, outcome: 'reached' });
    story.given({ type: 'setOutcome', evaluation, goal: goals.morning, outcome: 'drop' });
    const next = story.finish('2026-04-01');
    const fresh = story.made({ type: 'add', kind: 'goal', fields: { statement: 'Nieuw' } });
    expect(idsOf(goalsOf(...now(story, next)))).toEqual([fresh]);
    expect(idsOf(goalsOf(...now(story)))).toEqual([goals.inClass, goals.morning]);
  });

  test('afterwards are those of which something was said', () => {
    const story = createEvaluationStory();
    story.given(story.says(story.people.ewa, { level: 0 }));
    story.finish('2026-04-01');
    expect(idsOf(goalsOf(...now(story)))).toEqual([story.goals.inClass]);
  });
});

describe('the promises of an evaluation', () => {
  test('are asked about until they were kept, or until their doer gave up', () => {
    const story = createEvaluationStory();
    const { place, card, football } = story.actions;
    story.given(story.keeps(place, 'yes'), story.keeps(card, 'no', 'Vergeten'), story.keeps(football, 'no', 'Gestopt'));
    story.given({
      type: 'reportAction',
      action: football,
      status: 'notDone',
      reason: 'Gestopt',
      newDate: null,
      by: story.people.bart,
      ...story.recorded,
    });
    expect(idsOf(actionsOf(...now(story)))).toEqual([place, card, football]);
    const next = story.finish('2026-04-01');
    expect(idsOf(actionsOf(...now(story, next)))).toEqual([card]);
    expect(idsOf(actionsOf(...now(story)))).toEqual([place, card, football]);
  });

  test('afterwards are those of which something was said', () => {
    const story = createEvaluationStory();
    story.given(story.keeps(story.actions.card, 'partly'));
    story.finish('2026-04-01');
    expect(idsOf(actionsOf(...now(story)))).toEqual([story.actions.card]);
    expect(countKept(...now(story))).toEqual([{ doers: 'together', yes: 0, partly: 1, no: 0, unsaid: 0 }]);
  });

  test('are counted by whose they are', () => {
    const story = createEvaluationStory();
    const { place, card } = story.actions;
    story.made({ type: 'add', kind: 'action', fields: { what: 'Van niemand' } });
    story.given(story.keeps(place, 'yes'), story.keeps(card, 'partly'));
    expect(countKept(...now(story))).toEqual([
      { doers: 'family', yes: 0, partly: 0, no: 0, unsaid: 1 },
      { doers: 'together', yes: 0, partly: 1, no: 0, unsaid: 0 },
      { doers: 'professionals', yes: 1, partly: 0, no: 0, unsaid: 0 },
      { doers: 'nobody', yes: 0, partly: 0, no: 0, unsaid: 1 },
    ]);
  });
});

describe('attainment over time', () => {
  test('begins where the conference before it left it, and keeps the two sides apart', () => {
    const story = createEvaluationStory();
    const { ewa, milan, lotte } = story.people;
    const conference = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-01-10') } });
    story.given({ type: 'startConference', conference });
    story.set('nextEvaluation', day('2026-03-02'), conference);
    story.set('present', [ewa], conference);
    story.given({ type: 'endConference', conference });
    story.given(story.says(ewa, { level: 0 }), story.says(milan, { level: -1 }), story.says(lotte, { notStarted: true }));
    const moments = attainmentOverTime(story.view(), story.goals.inClass, story.evaluationNow());
    expect(moments.map((moment) => ({ day: moment.day, isStart: moment.isStart }))).toEqual([
      { day: '2026-01-10', isStart: true },
      { day: '2026-03-02', isStart: false },
    ]);
    expect(moments.map((moment) => [middleOf(moment, 'family'), middleOf(moment, 'professionals')])).toEqual([
      [-2, -2],
      [-0.5, null],
    ]);
    expect(idsOf(moments[1]!.professionals)).toHaveLength(1);
  });

  test('leaves out an evaluation in which nobody spoke of the goal, and begins nowhere without a conference', () => {
    const story = createEvaluationStory();
    story.given(story.says(story.people.ewa, { remark: 'Later' }));
    expect(attainmentOverTime(story.view(), story.goals.inClass, story.evaluationNow())).toEqual([]);
    const next = story.finish('2026-04-01');
    story.given(story.says(story.people.ewa, { level: 1 }, { evaluation: next }));
    const moments = attainmentOverTime(story.view(), story.goals.inClass, story.evaluationNow(next));
    expect(moments.map((moment) => moment.day)).toEqual(['2026-04-01']);
  });
});

describe('a goal that stands still', () => {
  test('proposes scaling up from the second evaluation in a row, this one included', () => {
    const story = createEvaluationStory();
    const { ewa, bart, lotte } = story.people;
    story.given(story.says(ewa, { level: -2 }), story.says(lotte, { level: 1 }));
    expect(stuckGoals(...now(story))).toEqual([]);
    const next = story.finish('2026-04-01');
    expect(stuckGoals(...now(story, next))).toEqual([]);
    story.given(story.says(bart, { level: -3 }, { evaluation: next }));
    expect(idsOf(stuckGoals(...now(story, next)))).toEqual([story.goals.inClass]);
    story.given(story.says(bart, { level: -1 }, { evaluation: next }));
    expect(stuckGoals(...now(story, next))).toEqual([]);
  });
});

describe('what is open before finishing', () => {
  test('is everything nobody said yet, with the step where it belongs', () => {
    const story = createEvaluationStory();
    expect(findOpenEnds(...now(story))).toEqual([
      { type: 'AchievedMissing', step: 'achieved', count: 1 },
      { type: 'FamilySilent', step: 'goals', count: 2 },
      { type: 'ProfessionalsSilent', step: 'goals', count: 2 },
      { type: 'OutcomeMissing', step: 'goals', count: 2 },
      { type: 'KeptMissing', step: 'actions', count: 3 },
      { type: 'ChildrenNotHeard', step: 'experience', count: 2 },
      { type: 'ExperienceMissing', step: 'experience', count: 1 },
    ]);
  });

  test('asks why a promise was not kept, and is nothing in the end', () => {
    const story = createEvaluationStory();
    const { people, goals, actions, evaluation } = story;
    story.set('achieved', 'Hij lacht weer');
    for (const goal of [goals.inClass, goals.morning]) {
      story.given(story.says(people.ewa, { level: 0 }, { goal }), story.says(people.lotte, { notStarted: true }, { goal }));
      story.given({ type: 'setOutcome', evaluation, goal, outcome: 'continue' });
    }
    story.given(story.keeps(actions.place, 'yes'), story.keeps(actions.card, 'partly'), story.keeps(actions.football, 'no', 'Blessure'));
    story.given({ type: 'setExperience', evaluation, by: people.ewa, grade: 8, ...story.recorded });
    const hearing = { type: 'recordHearing', meeting: evaluation, spokeForToo: '', answer: '', on: story.context().today } as const;
    story.given(
      { ...hearing, child: people.milan, outcome: 'heard', how: 'Beter, zei hij', spokeFor: null },
      { ...hearing, child: people.zosia, outcome: 'couldNot', how: 'Met plaatjes', spokeFor: people.ewa },
    );
    expect(findOpenEnds(...now(story))).toEqual([{ type: 'ReasonMissing', step: 'actions', count: 1 }]);
    story.given(story.keeps(actions.card, 'partly', 'Vader vergat hem'));
    expect(findOpenEnds(...now(story))).toEqual([]);
  });
});
