import type { NeedOfChildren } from '../../../core/consent/consentMatters.ts';
import { useCaseView } from '../applicationContext.tsx';
import { useNames } from '../useNames.ts';
import { useConsentReader, useConsentWords } from './useConsentWords.ts';

/** What is still to be done, in one sentence; said to who reads it when it is up to them. */
export function useNeedText(): (need: NeedOfChildren) => string {
  const t = useConsentWords();
  const reader = useConsentReader();
  const { me } = useCaseView();
  const { nameOf, namesOf } = useNames();
  return (need) => {
    const children = namesOf(need.children);
    if (need.type === 'BirthDateUnknown')
      return need.children.length === 0 ? t('consent.need.noChild') : t('consent.need.BirthDateUnknown', { children });
    if (need.type === 'BasisUnknown') return t('consent.need.BasisUnknown');
    if (need.type === 'NobodyDecides') return t('consent.need.NobodyDecides', { children });
    const isMine = reader !== 'professional' && need.who === me?.id;
    const name = nameOf(need.who);
    if (need.type === 'AuthorityUnknown') return t(isMine ? 'consent.mine.unknown' : 'consent.need.AuthorityUnknown', { name, children });
    const values = { name, children, count: need.children.length, age: need.rule.from };
    const isSelf = need.because === 'never' && need.children.includes(need.who);
    if (isMine) return t(reader === 'child' ? `consent.own.${need.because}` : `consent.mine.${need.because}`, values);
    if (need.because === 'never') return t(isSelf ? 'consent.need.self' : 'consent.need.never', values);
    return reader === 'professional' ? t(`consentWork.need.${need.because}`, values) : t('consent.need.again', values);
  };
}
