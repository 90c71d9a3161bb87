import type { CaseView, Evaluation } from '../plan/caseView.ts';
import { hearingsAt } from '../plan/hearings.ts';
import { actionsOf, goalsOf } from './evaluatedPlan.ts';
import { keptOf } from './keptPromises.ts';

export interface OpenEnd {
  readonly type:
    | 'ChildrenNotHeard'
    | 'AchievedMissing'
    | 'FamilySilent'
    | 'ProfessionalsSilent'
    | 'OutcomeMissing'
    | 'KeptMissing'
    | 'ReasonMissing'
    | 'ExperienceMissing';
  readonly step: Evaluation['stepsDone'][number];
  readonly count: number;
}

/** What nobody said yet, before the evaluation is finished. Nothing of it blocks: not everyone has to speak. */
export function findOpenEnds(view: CaseView, evaluation: Evaluation): readonly OpenEnd[] {
  const goals = goalsOf(view, evaluation);
  const actions = actionsOf(view, evaluation);
  const said = view.attainments.filter((one) => one.evaluation === evaluation.id && (one.level !== null || one.notStarted));
  const silentOn = (side: 'family' | 'professionals') =>
    goals.filter(({ id }) => !said.some((one) => one.goal === id && one.side === side)).length;
  const outcomes = view.goalOutcomes.filter((one) => one.evaluation === evaluation.id && one.outcome !== null);
  const isDecided = ({ id }: { readonly id: string }) => outcomes.some(({ goal }) => goal === id);
  const kept = actions.map(({ id }) => keptOf(view, evaluation, id));
  const ends: readonly OpenEnd[] = [
    { type: 'AchievedMissing', step: 'achieved', count: evaluation.achieved.trim() === '' ? 1 : 0 },
    { type: 'FamilySilent', step: 'goals', count: silentOn('family') },
    { type: 'ProfessionalsSilent', step: 'goals', count: silentOn('professionals') },
    { type: 'OutcomeMissing', step: 'goals', count: goals.filter((goal) => !isDecided(goal)).length },
    { type: 'KeptMissing', step: 'actions', count: kept.filter((one) => !one?.kept).length },
    {
      type: 'ReasonMissing',
      step: 'actions',
      count: kept.filter((one) => (one?.kept === 'no' || one?.kept === 'partly') && one.reason.trim() === '').length,
    },
    { type: 'ChildrenNotHeard', step: 'experience', count: hearingsAt(view, evaluation.id).filter(({ isOpen }) => isOpen).length },
    { type: 'ExperienceMissing', step: 'experience', count: view.experiences.some((one) => one.evaluation === evaluation.id) ? 0 : 1 },
  ];
  return ends.filter(({ count }) => count > 0);
}
