import { useLingui } from '@lingui/react';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import { formatDay, formatDayLong, formatMoment } from '../../components/formatDate.ts';

/** Days in the language of the paper, which may be another than that of the page. */
export function useDays() {
  const language = useLingui().i18n.locale;
  return {
    day: (day: CivilDate) => formatDay(day, language),
    dayLong: (day: CivilDate) => formatDayLong(day, language),
    moment: (at: number) => formatMoment(at, language),
  };
}
