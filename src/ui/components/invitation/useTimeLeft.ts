import { useTexts } from '../../i18n/useTexts.ts';
import { useNow } from '../useNow.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "Nog 9 minuten geldig", counting down. */
export function useTimeLeft(until: number): string {
  const t = useTexts();
  const left = until - useNow(true);
  if (left <= 0) return t('invitation.over');
  if (left >= 2 * HOUR) return t('invitation.hoursLeft', { count: Math.floor(left / HOUR) });
  return t('invitation.minutesLeft', { count: Math.ceil(left / MINUTE) });
}
