import type { CaseView, Conference } from '../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';

interface Appointment {
  readonly day: CivilDate;
  readonly at: string;
  readonly place: string;
}

/** The conference that made the plan as it is: the last one that was held. */
export const lastHeld = ({ conferences }: CaseView): Conference | undefined =>
  conferences.findLast(({ state, endedAt, day }) => state === 'held' && endedAt !== null && day !== null);

/** When the table looks back. The day stands in the evaluation; its time and place where it was agreed. */
export function nextEvaluation({ evaluations, conferences }: CaseView): Appointment | null {
  const day = evaluations.find((evaluation) => evaluation.state !== 'finished' && evaluation.day !== null)?.day;
  if (!day) return null;
  const agreedIn = [...conferences, ...evaluations].filter((meeting) => meeting.nextEvaluation === day);
  return {
    day,
    at: agreedIn.map(({ nextEvaluationAt }) => nextEvaluationAt).find(Boolean) ?? '',
    place: conferences.find((meeting) => meeting.nextEvaluation === day && meeting.nextEvaluationPlace)?.nextEvaluationPlace ?? '',
  };
}

/** The next conference that is planned and not begun. */
export function nextConference({ conferences }: CaseView, today: CivilDate): Appointment | null {
  const next = conferences.find(
    ({ day, state, startedAt }) => day !== null && day >= today && (state ?? 'planned') === 'planned' && startedAt === null,
  );
  return next ? { day: next.day!, at: next.at, place: next.place } : null;
}
