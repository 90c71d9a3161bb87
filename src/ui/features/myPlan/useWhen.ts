import type { Action } from '../../../core/plan/caseView.ts';
import { formatDayLong } from '../../components/formatDate.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Where and when, in one sentence. */
export function useWhen(): (action: Action) => string {
  const t = useTexts();
  return ({ where, startsOn, dueNow }) => {
    const day = dueNow ?? startsOn;
    const text = day === null ? t('myPlan.noDay') : t(dueNow === null ? 'myPlan.from' : 'myPlan.before', { day: formatDayLong(day) });
    return where ? t('myPlan.whereWhen', { where, when: text }) : text;
  };
}
