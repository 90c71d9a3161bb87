import type { MessageKey } from '../../i18n/catalogue.ts';
import { type Translate, useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';

/** Who reads: a professional decides and records; a family member is told, a parent with "u" and a child with "je". */
export type ConsentReader = 'professional' | 'caregiver' | 'child' | 'network';

export const useConsentReader = (): ConsentReader => useCaseView().me?.part ?? 'professional';

/** What is said to a family member in other words. */
const familyWords: Partial<Record<MessageKey, MessageKey>> = {
  'consent.explain': 'consent.family.explain',
  'consent.state.open': 'consent.family.open',
  'consent.state.elsewhere': 'consent.family.apart',
  'consent.elsewhere': 'consent.family.elsewhere',
  'consent.lifted': 'consent.family.lifted',
  'consent.stopped': 'consent.family.stopped',
  'consent.dpo': 'consent.family.dpo',
  'consent.certainty.unclear': 'consent.family.unclear',
  'consent.parents.bothApart': 'consent.family.bothApart',
  'consent.need.before': 'consent.family.again',
  'consent.need.undated': 'consent.family.again',
  'consent.need.withdrawn': 'consent.family.again',
  'consent.need.BasisUnknown': 'consent.family.basisUnknown',
  'consent.need.noChild': 'consent.family.noChild',
};

/** `t` for everything about consent, in the words for who reads. */
export function useConsentWords(): Translate {
  const t = useTexts();
  const reader = useConsentReader();
  return (key, values) => t(reader === 'professional' ? key : (familyWords[key] ?? key), values);
}
