import type { Companion } from '../../core/plan/caseView.ts';
import { useCaseView } from './applicationContext.tsx';
import { formatDay } from './formatDate.ts';
import { useNames } from './useNames.ts';
import { useTerms } from './useTerms.ts';
import { useTexts } from '../i18n/useTexts.ts';

/** "Ewa wil Farida meenemen als tolk", or what one of the family wants with somebody who is there already. */
export function useAsks(): (companion: Companion) => string {
  const t = useTexts();
  const { nameOf } = useNames();
  const { term } = useTerms();
  const { people } = useCaseView();
  return ({ by, name, what, person, until }) => {
    const values = { by: nameOf(by), name: people.find(({ id }) => id === person)?.name ?? name };
    return person === null
      ? t('terms.companion.asks', { ...values, what: term('companion', 'what', what ?? 'helper') })
      : t('terms.companion.asksLonger', { ...values, day: until === null ? '' : formatDay(until) });
  };
}
