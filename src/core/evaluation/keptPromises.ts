import type { Action, CaseView, Evaluation } from '../plan/caseView.ts';
import { actionsOf } from './evaluatedPlan.ts';

export type Doers = 'family' | 'professionals' | 'together' | 'nobody';
export interface KeptCount {
  readonly doers: Doers;
  readonly yes: number;
  readonly partly: number;
  readonly no: number;
  readonly unsaid: number;
}

/** Promises kept and not kept, by whose they were; those of professionals count the same as the family's. */
export function countKept(view: CaseView, evaluation: Evaluation): readonly KeptCount[] {
  const actions = actionsOf(view, evaluation);
  return (['family', 'together', 'professionals', 'nobody'] as const).flatMap((doers) => {
    const theirs = actions.filter((action) => doersOf(view, action) === doers);
    const saying = (kept: 'yes' | 'partly' | 'no' | null) => theirs.filter(({ id }) => keptOf(view, evaluation, id)?.kept === kept).length;
    const [yes, partly, no] = [saying('yes'), saying('partly'), saying('no')];
    return theirs.length === 0 ? [] : [{ doers, yes, partly, no, unsaid: theirs.length - yes - partly - no }];
  });
}

/** What was said in this evaluation of one promise. */
export const keptOf = (view: CaseView, evaluation: Evaluation, action: Action['id']): CaseView['kept'][number] | undefined =>
  view.kept.find((said) => said.evaluation === evaluation.id && said.action === action);

export function doersOf({ people }: CaseView, { who }: Action): Doers {
  const doers = people.filter(({ id }) => who.includes(id));
  const professionals = doers.filter(({ part }) => part === 'professional').length;
  if (doers.length === 0) return 'nobody';
  if (professionals === 0) return 'family';
  return professionals === doers.length ? 'professionals' : 'together';
}
