import type { Attainment, CaseView, Evaluation } from '../plan/caseView.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { finishedBefore } from './evaluatedPlan.ts';

export type Side = 'family' | 'professionals';
/** The starting point of Goal Attainment Scaling: how it was. */
const START = -2;

export interface AttainmentMoment {
  readonly day: CivilDate | null;
  /** Where every goal begins; nobody had to say it. */
  readonly isStart: boolean;
  readonly family: readonly Attainment[];
  readonly professionals: readonly Attainment[];
}

/** What each side said of one goal, from its beginning up to this evaluation. Moments at which nobody spoke are left out. */
export function attainmentOverTime(view: CaseView, goal: EntityId, evaluation: Evaluation): readonly AttainmentMoment[] {
  const upToNow = [...finishedBefore(view, evaluation), evaluation.id];
  const moments = upToNow.flatMap((id): readonly AttainmentMoment[] => {
    const said = view.attainments.filter((one) => one.goal === goal && one.evaluation === id && (one.level !== null || one.notStarted));
    if (said.length === 0) return [];
    const of = (side: Side) => said.filter((one) => one.side === side);
    const { day } = view.evaluations.find((other) => other.id === id)!;
    return [{ day, isStart: false, family: of('family'), professionals: of('professionals') }];
  });
  const start = startBefore(view, moments[0]?.day ?? null);
  return start === null ? moments : [{ day: start, isStart: true, family: [], professionals: [] }, ...moments];
}

/** The conference that the first of them looks back on. */
const startBefore = ({ conferences }: CaseView, first: CivilDate | null): CivilDate | null =>
  conferences.findLast(({ day, endedAt }) => endedAt !== null && day !== null && first !== null && day < first)?.day ?? null;

/** The middle of what one side said; null when nobody of it gave a level. */
export function middleOf(moment: AttainmentMoment, side: Side): number | null {
  if (moment.isStart) return START;
  const levels = moment[side].flatMap(({ level }) => (level === null ? [] : [level]));
  return levels.length === 0 ? null : levels.reduce((sum, level) => sum + level, 0) / levels.length;
}
