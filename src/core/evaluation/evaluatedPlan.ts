import { isStuck } from '../plan/alarms.ts';
import type { Action, CaseView, Evaluation, Goal } from '../plan/caseView.ts';
import type { EntityId } from '../shared/ids.ts';

/** What an evaluation is about: the goals that run, and those of which something was said in it. */
export const goalsOf = (view: CaseView, { id, state }: Evaluation): readonly Goal[] =>
  view.goals.filter((goal) => {
    const isSpokenOf = [...view.attainments, ...view.goalOutcomes].some((said) => said.evaluation === id && said.goal === goal.id);
    return isSpokenOf || (state !== 'finished' && goal.state !== 'reached' && goal.state !== 'dropped');
  });

/** The promises it is about: those that an earlier evaluation did not settle yet. Afterwards: those of which something was said. */
export const actionsOf = (view: CaseView, evaluation: Evaluation): readonly Action[] => {
  const earlier = finishedBefore(view, evaluation);
  return view.actions.filter((action) => {
    const said = view.kept.filter((kept) => kept.action === action.id && kept.kept !== null);
    if (said.some((kept) => kept.evaluation === evaluation.id)) return true;
    if (evaluation.state === 'finished') return false;
    return !said.some(({ evaluation: when, kept }) => earlier.some((id) => id === when) && (kept === 'yes' || isGivenUp(action)));
  });
};

/** Its doers said that it will not be done any more: no new day. */
const isGivenUp = ({ status, reports }: Action): boolean => status === 'notDone' && reports.at(-1)?.newDate === null;

/** Goals that stayed where they began twice in a row, this evaluation included: is more help needed? */
export const stuckGoals = (view: CaseView, evaluation: Evaluation): readonly Goal[] =>
  goalsOf(view, evaluation).filter(({ id }) => isStuck(view, id, [...finishedBefore(view, evaluation), evaluation.id]));

/** Finished ones that come before this one, oldest first. */
export function finishedBefore({ evaluations }: CaseView, { id }: Evaluation): readonly EntityId[] {
  const place = evaluations.findIndex((other) => other.id === id);
  return evaluations.filter(({ state }, index) => state === 'finished' && index < place).map((earlier) => earlier.id);
}
