import type { NeedOfChildren } from '../../../../core/consent/consentMatters.ts';
import { useNames } from '../../../components/useNames.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

/** What is still to be done, in one sentence. */
export function useNeedText(): (need: NeedOfChildren) => string {
  const t = useTexts();
  const { nameOf, namesOf } = useNames();
  return (need) => {
    const children = namesOf(need.children);
    if (need.type === 'BirthDateUnknown')
      return need.children.length === 0 ? t('consent.need.noChild') : t('consent.need.BirthDateUnknown', { children });
    if (need.type === 'BasisUnknown') return t('consent.need.BasisUnknown');
    if (need.type === 'NobodyDecides') return t('consent.need.NobodyDecides', { children });
    const name = nameOf(need.who);
    if (need.type === 'AuthorityUnknown') return t('consent.need.AuthorityUnknown', { name, children });
    if (need.because === 'before') return t('consent.need.before', { name, children, count: need.children.length, age: need.rule.from });
    if (need.because !== 'never') return t(`consent.need.${need.because}`, { name });
    return need.children.includes(need.who) ? t('consent.need.self', { name }) : t('consent.need.never', { name, children });
  };
}
