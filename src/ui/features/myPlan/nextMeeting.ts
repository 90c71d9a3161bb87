import type { CaseView } from '../../../core/plan/caseView.ts';
import { isOver } from '../../../core/plan/meetings.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { EntityId } from '../../../core/shared/ids.ts';

export interface Meeting {
  readonly kind: 'conference' | 'evaluation';
  readonly id: EntityId;
  readonly day: CivilDate;
  readonly at: string;
  readonly place: string;
}

/** When people see each other next. */
export function nextMeeting({ conferences, evaluations }: CaseView, today: CivilDate): Meeting | undefined {
  const coming: readonly Meeting[] = [
    ...conferences
      .filter((conference) => !isOver(conference))
      .map(({ id, day, at, place }) => ({ kind: 'conference' as const, id, day: day!, at, place })),
    ...evaluations
      .filter(({ state }) => state === 'planned')
      .map(({ id, day }) => ({ kind: 'evaluation' as const, id, day: day!, ...whereOf(conferences, day) })),
  ];
  return coming.filter(({ day }) => day >= today).toSorted((a, b) => a.day.localeCompare(b.day))[0];
}

/** The conference in which the evaluation was agreed says at what time and where. */
function whereOf(conferences: CaseView['conferences'], day: CivilDate | null): Pick<Meeting, 'at' | 'place'> {
  const agreed = conferences.findLast(({ nextEvaluation }) => nextEvaluation === day);
  return { at: agreed?.nextEvaluationAt ?? '', place: agreed?.nextEvaluationPlace ?? '' };
}
