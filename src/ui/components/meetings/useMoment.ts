import type { Conference } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { formatDayLong, formatTime } from '../formatDate.ts';

/** The day of a meeting, and its time when that is known: "maandag 9 maart 2026, 15.30 uur". */
export function useMoment(): (meeting: Pick<Conference, 'day' | 'at'>) => string {
  const t = useTexts();
  return ({ day, at }) => [day ? formatDayLong(day) : t('meetings.noDay'), at && formatTime(at)].filter(Boolean).join(', ');
}

/** The same with its place, of a meeting that another became. */
export function useMomentAndPlace(): (meeting: Pick<Conference, 'day' | 'at' | 'place'>) => string {
  const momentOf = useMoment();
  return (meeting) => [momentOf(meeting), meeting.place].filter(Boolean).join(', ');
}
