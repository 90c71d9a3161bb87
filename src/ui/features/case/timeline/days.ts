import type { CaseView } from '../../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../../core/shared/civilDate.ts';
import { dayOf } from '../../../../core/shared/dayOf.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import type { TimelineItem } from './timelineItems.ts';

/** A meeting on the day it was held, however much later it was written down. */
export interface HeldMeeting {
  readonly id: EntityId;
  readonly kind: 'conference' | 'evaluation';
  readonly day: CivilDate;
  readonly place: string;
}

interface Day {
  readonly day: CivilDate;
  readonly items: readonly TimelineItem[];
  readonly meetings: readonly HeldMeeting[];
}

export const milestonesOf = ({ conferences, evaluations }: CaseView): readonly HeldMeeting[] => [
  ...conferences.flatMap(({ id, day, state, place }) =>
    day !== null && state === 'held' ? [{ id, kind: 'conference' as const, day, place }] : [],
  ),
  ...evaluations.flatMap(({ id, day, state }) =>
    day !== null && state === 'finished' ? [{ id, kind: 'evaluation' as const, day, place: '' }] : [],
  ),
];

/** Newest day first; within a day as they came. */
export function groupByDay(items: readonly TimelineItem[], meetings: readonly HeldMeeting[]): readonly Day[] {
  const days = new Set([...items.map(({ at }) => dayOf(at)), ...meetings.map(({ day }) => day)]);
  return [...days]
    .sort((a, b) => (a < b ? 1 : -1))
    .map((day) => ({
      day,
      items: items.filter(({ at }) => dayOf(at) === day),
      meetings: meetings.filter((meeting) => meeting.day === day),
    }));
}
