import { describe, expect, test } from 'vitest';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createPlanStory, day, givenFamily, refused } from '../../support/planStory.ts';
import { createEvaluationStory } from './evaluationStory.ts';

const nobody = 'person.ingrid.nobody' as EntityId;
const nothing = 'evaluation.ingrid.nothing' as EntityId;

describe('starting', () => {
  test('a planned evaluation runs from now, and the case is in its evaluation', () => {
    const story = createPlanStory();
    const evaluation = story.made({ type: 'add', kind: 'evaluation', fields: { day: day('2026-03-02') } });
    story.given({ type: 'startEvaluation', evaluation });
    expect(story.view().evaluations[0]).toMatchObject({ state: 'running', startedAt: Date.parse('2026-03-02T10:00:00Z') });
    expect(story.view().family.phase).toBe('evaluation');
  });

  test('one that runs changes nothing', () => {
    const story = createEvaluationStory();
    expect(story.when({ type: 'startEvaluation', evaluation: story.evaluation })).toEqual({
      ok: true,
      value: { operations: [], added: [] },
    });
  });

  test('is refused for what there is not, and for one that is finished', () => {
    const story = createEvaluationStory();
    expect(story.when({ type: 'startEvaluation', evaluation: nothing })).toEqual(refused('UnknownEntity'));
    story.finish('2026-04-01');
    expect(story.when({ type: 'startEvaluation', evaluation: story.evaluation })).toEqual(refused('NotRunning'));
  });
});

describe('attainment', () => {
  test('of the family and of the professionals is kept apart, with who wrote it down', () => {
    const story = createEvaluationStory();
    const { ewa, lotte, ingrid } = story.people;
    story.given(story.says(ewa, { level: 0, remark: 'Hij gaat graag' }), story.says(lotte, { level: -1 }));
    story.given(story.says(ingrid, { level: 1 }, { recordedBy: null, via: 'own' }));
    expect(story.view().attainments).toEqual([
      expect.objectContaining({ by: ewa, side: 'family', level: 0, notStarted: false, remark: 'Hij gaat graag', recordedBy: ingrid }),
      expect.objectContaining({ by: lotte, side: 'professionals', level: -1, remark: '', via: 'spoken' }),
      expect.objectContaining({ by: ingrid, side: 'professionals', level: 1, recordedBy: null, via: 'own' }),
    ]);
  });

  test('is one row per person and goal: what is not named stays as it was said', () => {
    const story = createEvaluationStory();
    const { ewa } = story.people;
    story.given(story.says(ewa, { level: -1, remark: 'Nog niet' }), story.says(ewa, { level: 0 }), story.says(ewa, { remark: 'Nu wel' }));
    expect(story.view().attainments).toEqual([expect.objectContaining({ level: 0, remark: 'Nu wel' })]);
  });

  test('has no level when the goal was not begun, and is begun again with a level', () => {
    const story = createEvaluationStory();
    const { ewa } = story.people;
    story.given(story.says(ewa, { level: -1 }), story.says(ewa, { level: 2, notStarted: true }));
    expect(story.view().attainments[0]).toMatchObject({ level: null, notStarted: true });
    story.given(story.says(ewa, { level: -2, notStarted: false }));
    expect(story.view().attainments[0]).toMatchObject({ level: -2, notStarted: false });
    story.given(story.says(ewa, { level: null }));
    expect(story.view().attainments[0]).toMatchObject({ level: null, notStarted: false });
  });

  test('is refused for what there is not, and never looks like another person’s own', () => {
    const story = createEvaluationStory();
    const { ewa } = story.people;
    expect(story.when(story.says(ewa, { level: 0 }, { evaluation: nothing }))).toEqual(refused('UnknownEntity'));
    expect(story.when(story.says(ewa, { level: 0 }, { goal: 'goal.ingrid.none' as EntityId }))).toEqual(refused('UnknownEntity'));
    expect(story.when(story.says(nobody, { level: 0 }))).toEqual(refused('UnknownEntity'));
    expect(story.when(story.says(ewa, { level: 0 }, { via: 'own', recordedBy: null }))).toEqual(refused('OwnAnswerOnlyByThemselves'));
    expect(story.when(story.says(ewa, { level: 0 }, { recordedBy: null }))).toEqual(refused('OwnAnswerOnlyByThemselves'));
  });
});

describe('the outcome of a goal', () => {
  test('is one per goal; a changed mind replaces it', () => {
    const { given, view, evaluation, goals } = createEvaluationStory();
    given({ type: 'setOutcome', evaluation, goal: goals.inClass, outcome: 'continue' });
    given({ type: 'setOutcome', evaluation, goal: goals.inClass, outcome: 'adjust' });
    expect(view().goalOutcomes).toEqual([expect.objectContaining({ goal: goals.inClass, outcome: 'adjust' })]);
  });

  test('is refused for what there is not', () => {
    const { when, evaluation, goals } = createEvaluationStory();
    expect(when({ type: 'setOutcome', evaluation: nothing, goal: goals.inClass, outcome: 'drop' })).toEqual(refused('UnknownEntity'));
    expect(when({ type: 'setOutcome', evaluation, goal: nobody, outcome: 'drop' })).toEqual(refused('UnknownEntity'));
  });
});

describe('a promise', () => {
  test('is kept or not, with a reason that stays when the choice changes', () => {
    const { given, view, evaluation, actions } = createEvaluationStory();
    given({ type: 'setKept', evaluation, action: actions.place, kept: 'no', reason: 'Ziek' });
    given({ type: 'setKept', evaluation, action: actions.place, kept: 'partly' });
    expect(view().kept).toEqual([expect.objectContaining({ action: actions.place, kept: 'partly', reason: 'Ziek' })]);
    given({ type: 'setKept', evaluation, action: actions.place, reason: 'Een keer ziek' });
    expect(view().kept).toEqual([expect.objectContaining({ kept: 'partly', reason: 'Een keer ziek' })]);
  });

  test('is refused for what there is not', () => {
    const { when, evaluation, actions } = createEvaluationStory();
    expect(when({ type: 'setKept', evaluation: nothing, action: actions.place, kept: 'yes' })).toEqual(refused('UnknownEntity'));
    expect(when({ type: 'setKept', evaluation, action: nobody, kept: 'yes' })).toEqual(refused('UnknownEntity'));
  });
});

describe('an experience', () => {
  test('is a mark, words, or both', () => {
    const { given, view, evaluation, people, recorded } = createEvaluationStory();
    const about = { type: 'setExperience', evaluation, by: people.ewa, ...recorded } as const;
    given({ ...about, words: 'Ik wist wie ik kon bellen' });
    expect(view().experiences).toEqual([expect.objectContaining({ grade: null, words: 'Ik wist wie ik kon bellen' })]);
    given({ ...about, grade: 8 });
    expect(view().experiences).toEqual([
      expect.objectContaining({ grade: 8, words: 'Ik wist wie ik kon bellen', recordedBy: people.ingrid }),
    ]);
  });

  test('is refused for what there is not, for a mark that there is not, and as another person’s own', () => {
    const { when, evaluation, people, recorded } = createEvaluationStory();
    const about = { type: 'setExperience', evaluation, by: people.ewa, ...recorded } as const;
    expect(when({ ...about, evaluation: nothing, grade: 8 })).toEqual(refused('UnknownEntity'));
    expect(when({ ...about, grade: 11 })).toMatchObject(refused('ValueInvalid'));
    expect(when({ ...about, grade: 8, via: 'own', recordedBy: null })).toEqual(refused('OwnAnswerOnlyByThemselves'));
  });
});

describe('finishing', () => {
  test('says how every goal goes on, plans the next evaluation, and the case is carried out again', () => {
    const story = createEvaluationStory();
    const { evaluation, goals, given, view } = story;
    given({ type: 'setOutcome', evaluation, goal: goals.inClass, outcome: 'reached' });
    given({ type: 'setOutcome', evaluation, goal: goals.morning, outcome: 'adjust' });
    story.set('decision', 'adjust');
    story.set('nextEvaluation', day('2026-05-01'));
    given({ type: 'finishEvaluation', evaluation });
    expect(view().evaluations).toEqual([
      expect.objectContaining({ id: evaluation, state: 'finished', finishedAt: Date.parse('2026-03-02T10:00:00Z') }),
      expect.objectContaining({ day: '2026-05-01', state: 'planned' }),
    ]);
    expect(view().goals.map(({ state }) => state)).toEqual(['reached', 'active']);
    expect(view().family.phase).toBe('carryingOut');
  });

  test('can drop a goal, and leaves one alone that was taken away since', () => {
    const story = createEvaluationStory();
    const { evaluation, goals, given, view } = story;
    given({ type: 'setOutcome', evaluation, goal: goals.inClass, outcome: 'drop' });
    given({ type: 'setOutcome', evaluation, goal: goals.morning, outcome: 'continue' });
    given({ type: 'remove', entity: goals.morning });
    story.finish('2026-05-01');
    expect(view().goals.map(({ id, state }) => ({ id, state }))).toEqual([{ id: goals.inClass, state: 'dropped' }]);
  });

  test('a goal whose outcome was taken back goes on', () => {
    const story = createEvaluationStory();
    const { evaluation, goals, given, view } = story;
    given({ type: 'setOutcome', evaluation, goal: goals.inClass, outcome: 'drop' });
    story.takeBack(view().goalOutcomes[0]!.id, 'outcome');
    story.finish('2026-05-01');
    expect(view().goals[0]!.state).toBe('active');
  });

  test('closing needs no next date, plans nothing, and closes the case', () => {
    const story = createEvaluationStory();
    story.set('decision', 'close');
    story.given({ type: 'finishEvaluation', evaluation: story.evaluation });
    expect(story.view().evaluations).toHaveLength(1);
    expect(story.view().family.phase).toBe('closure');
    expect(story.view().alarms.map(({ type }) => type)).not.toContain('NoEvaluationDate');
  });

  test('is refused for what there is not, and for one that does not run', () => {
    const story = createEvaluationStory();
    expect(story.when({ type: 'finishEvaluation', evaluation: nothing })).toEqual(refused('UnknownEntity'));
    const planned = story.plan('2026-06-01');
    expect(story.when({ type: 'finishEvaluation', evaluation: planned })).toEqual(refused('NotRunning'));
  });

  test('is refused without a decision, and without a next date', () => {
    const story = createEvaluationStory();
    const finish = { type: 'finishEvaluation', evaluation: story.evaluation } as const;
    expect(story.when(finish)).toEqual(refused('DecisionMissing'));
    story.set('decision', 'scaleUp');
    expect(story.when(finish)).toEqual(refused('EvaluationDateMissing'));
    expect(story.evaluationNow().state).toBe('running');
  });

  test.each([
    ['held on its day', '2026-03-02', '2026-03-02'],
    ['held later than planned: between the two is gone', '2026-02-01', '2026-03-01'],
    ['held before its day', '2026-04-01', '2026-04-01'],
    ['without a day', null, '2026-03-02'],
  ])('is refused with a next date that is not later: %s', (_, planned, next) => {
    const story = createEvaluationStory();
    if (planned === null) story.takeBack(story.evaluation, 'day');
    else story.set('day', planned);
    story.set('decision', 'continue');
    story.set('nextEvaluation', day(next));
    expect(story.when({ type: 'finishEvaluation', evaluation: story.evaluation })).toEqual(refused('EvaluationDateNotAfterConference'));
  });
});

test('two who write down the same person apart meet in one row, and both levels stay', () => {
  const [laptop, tablet] = [createPlanStory(), createPlanStory({ device: 'ingrid-tablet' })];
  const { ewa, ingrid } = givenFamily(laptop);
  const goal = laptop.made({ type: 'add', kind: 'goal', fields: { statement: 'Rust' } });
  const evaluation = laptop.made({ type: 'add', kind: 'evaluation', fields: { day: day('2026-03-02') } });
  tablet.hear(...laptop.written);
  const says = (level: 0 | -1) => ({ type: 'setAttainment', evaluation, goal, by: ewa, level, recordedBy: ingrid, via: 'spoken' }) as const;
  laptop.given(says(0));
  tablet.given(says(-1));
  laptop.hear(...tablet.written);
  expect(laptop.view().attainments).toHaveLength(1);
  expect(laptop.view().conflicts).toEqual([expect.objectContaining({ kind: 'attainment', field: 'level' })]);
});
