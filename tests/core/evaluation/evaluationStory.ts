import type { CommandOf } from '../../../src/core/plan/decidePlan.ts';
import type { Evaluation } from '../../../src/core/plan/caseView.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { readCandidates } from '../../../src/core/document/state.ts';
import { writeEnvelope } from '../../support/documentStory.ts';
import { createPlanStory, day, givenFamily } from '../../support/planStory.ts';

/** A plan with two goals, three promises and an evaluation that runs. */
export function createEvaluationStory() {
  const story = createPlanStory();
  const people = givenFamily(story);
  const goal = (statement: string) => story.made({ type: 'add', kind: 'goal', fields: { statement } });
  const action = (what: string, ...who: readonly EntityId[]) => story.made({ type: 'add', kind: 'action', fields: { what, who } });
  const goals = { inClass: goal('In de klas blijven'), morning: goal('Rustige ochtend') };
  const actions = {
    place: action('Rustige plek', people.lotte),
    card: action('Pictokaart', people.ewa, people.lotte),
    football: action('Voetbal', people.bart),
  };
  const plan = (on: string) => story.made({ type: 'add', kind: 'evaluation', fields: { day: day(on) } });
  const evaluation = plan('2026-03-02');
  story.given({ type: 'startEvaluation', evaluation });

  const recorded = { recordedBy: people.ingrid, via: 'spoken' } as const;
  const says = (
    by: EntityId,
    said: Pick<CommandOf<'setAttainment'>, 'level' | 'notStarted' | 'remark'>,
    differently: Partial<CommandOf<'setAttainment'>> = {},
  ): CommandOf<'setAttainment'> => ({ type: 'setAttainment', evaluation, goal: goals.inClass, by, ...said, ...recorded, ...differently });
  const keeps = (kept: EntityId, how: 'yes' | 'partly' | 'no', reason = ''): CommandOf<'setKept'> => ({
    type: 'setKept',
    evaluation,
    action: kept,
    kept: how,
    reason,
  });
  const view = (id: EntityId = evaluation): Evaluation => story.view().evaluations.find((one) => one.id === id)!;
  const set = (field: string, value: unknown, entity: EntityId = evaluation) => story.given({ type: 'set', entity, field, value });
  /** As undo does it: the cell is empty again, past the commands. */
  const takeBack = (entity: EntityId, field: string) => {
    const seen = readCandidates(story.state(), entity, field).map(({ id }) => id);
    story.hear(writeEnvelope(story.state(), 'ingrid-laptop', [['set', entity, field, null, seen]]));
  };
  /** Finishes it today, with the next one on this day, which then runs. */
  const finish = (next: string): EntityId => {
    set('decision', 'continue');
    set('nextEvaluation', day(next));
    const following = story.made({ type: 'finishEvaluation', evaluation });
    story.on(next);
    story.given({ type: 'startEvaluation', evaluation: following });
    return following;
  };
  return { ...story, people, goals, actions, evaluation, plan, recorded, says, keeps, evaluationNow: view, set, takeBack, finish };
}
