import { describe, expect, it } from 'vitest';
import { planEvaluation } from '../../../src/core/plan/nextEvaluation.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { createEvaluationStory } from '../evaluation/evaluationStory.ts';
import { createPlanStory, day, givenFamily, refused } from '../../support/planStory.ts';

const refusedWith = (field: string) => ({ ok: false, error: { type: 'ValueInvalid', field } });

const held = () => {
  const story = createPlanStory({ today: '2026-03-09' });
  const { ewa } = givenFamily(story);
  const conference = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-09'), at: '15:30' } });
  const move = (value: string | null) => ({ type: 'set', entity: conference, field: 'nextEvaluation', value }) as const;
  story.given({ type: 'startConference', conference }, { type: 'set', entity: conference, field: 'present', value: [ewa] });
  story.given(move('2026-05-04'));
  story.given({ type: 'endConference', conference });
  const days = () => story.view().evaluations.map((evaluation) => evaluation.day);
  return { story, conference, move, days };
};

describe('the evaluation that a conference agreed on', () => {
  it('moves along when another day is agreed on afterwards', () => {
    const { story, move, days } = held();
    story.given(move('2026-05-11'));
    expect(days()).toEqual(['2026-05-11']);
  });

  it('keeps a day, and one after the conference', () => {
    const { story, move, days } = held();
    expect(story.when(move(null))).toEqual(refused('EvaluationDateMissing'));
    expect(story.when(move('2026-03-09'))).toEqual(refused('EvaluationDateNotAfterConference'));
    expect(days()).toEqual(['2026-05-04']);
  });

  it('stays where it is once people began with it', () => {
    const { story, move, days } = held();
    story.given({ type: 'startEvaluation', evaluation: story.view().evaluations[0]!.id }, move('2026-05-11'));
    expect(days()).toEqual(['2026-05-04']);
  });

  it('has one id wherever the conference is ended, so two devices plan one', () => {
    const { story, conference } = held();
    expect(story.view().evaluations.map(({ id }) => id)).toEqual([`evaluation.${conference}`]);
  });

  it('is found by its day when it was planned by hand before the conference ended', () => {
    const story = createPlanStory({ today: '2026-03-09' });
    const { ewa } = givenFamily(story);
    const planned = story.made({ type: 'add', kind: 'evaluation', fields: { day: day('2026-05-04') } });
    const conference = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-09') } });
    story.given({ type: 'startConference', conference }, { type: 'set', entity: conference, field: 'present', value: [ewa] });
    story.given({ type: 'set', entity: conference, field: 'nextEvaluation', value: '2026-05-04' }, { type: 'endConference', conference });
    story.given({ type: 'set', entity: conference, field: 'nextEvaluation', value: '2026-05-18' });
    expect(story.view().evaluations).toMatchObject([{ id: planned, day: '2026-05-18' }]);
  });

  it('needs a real day', () => {
    const { story, conference } = held();
    expect(planEvaluation(story.state(), story.view(), conference, 'ooit' as CivilDate)).toEqual(refusedWith('day'));
  });

  it('does not change a conference that is still going on, or one that is unknown', () => {
    const story = createPlanStory({ today: '2026-03-09' });
    const conference = story.made({ type: 'add', kind: 'conference', fields: { day: day('2026-03-09') } });
    const set = (entity: EntityId, value: string | null) => story.when({ type: 'set', entity, field: 'nextEvaluation', value });
    expect(set(conference, null)).toMatchObject({ ok: true });
    expect(story.view().evaluations).toEqual([]);
  });
});

describe('the evaluation that an evaluation agreed on', () => {
  it('moves along as well', () => {
    const story = createEvaluationStory();
    story.set('decision', 'continue');
    story.set('nextEvaluation', '2026-06-01');
    story.given({ type: 'finishEvaluation', evaluation: story.evaluation });
    story.set('nextEvaluation', '2026-06-15');
    expect(story.view().evaluations.map((evaluation) => evaluation.day)).toEqual(['2026-03-02', '2026-06-15']);
    expect(story.view().evaluations[1]!.id).toBe(`evaluation.${story.evaluation}`);
  });
});
