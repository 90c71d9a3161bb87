import type { CaseView, Conference, Preparation } from './caseView.ts';

/** Of the conferences that are over, the case's page shows this many; the rest when someone asks. */
const RECENT = 3;

/** Held, moved and cancelled are for good: whoever ended one by mistake takes that back at once, or plans another. */
export const isOver = ({ state, endedAt }: Pick<Conference, 'state' | 'endedAt'>): boolean =>
  endedAt !== null || (state !== null && state !== 'planned');

/**
 * Conferences that are over, before the last few and the last one held; those say nothing any more about what is going on.
 *
 * @param conferences by day
 */
export function earlierConferences(conferences: readonly Conference[]): readonly Conference[] {
  const over = conferences.filter(isOver);
  const recent = new Set([...over.slice(-RECENT), over.findLast(({ state, endedAt }) => state === 'held' && endedAt !== null)]);
  return over.filter((conference) => !recent.has(conference));
}

/** Whether the meeting that this prepares is still to be held, or is being held. */
export const isComing = (
  { conferences, evaluations }: Pick<CaseView, 'conferences' | 'evaluations'>,
  { conference, evaluation }: Pick<Preparation, 'conference' | 'evaluation'>,
): boolean =>
  conferences.some((one) => one.id === conference && !isOver(one)) ||
  evaluations.some(({ id, state }) => id === evaluation && state !== 'finished');
