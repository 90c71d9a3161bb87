import type { MessageKey } from '../../i18n/catalogue.ts';
import { type Translate, useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';

/** Who reads: a professional decides and records; a family member is told, a parent with "u" and a child with "je". */
export type ConsentReader = 'professional' | 'caregiver' | 'child' | 'network';

export const useConsentReader = (): ConsentReader => useCaseView().me?.part ?? 'professional';

/** What is said to a professional in other words. */
const professionalWords: Partial<Record<MessageKey, MessageKey>> = {
  'consent.state.open': 'consentWork.state.open',
  'consent.state.elsewhere': 'consentWork.state.elsewhere',
  'consent.about.supportSection': 'consentWork.about.supportSection',
  'consent.elsewhere': 'consentWork.elsewhere',
  'consent.lifted': 'consentWork.lifted',
  'consent.stopped': 'consentWork.stopped',
  'consent.dpo': 'consentWork.dpo',
  'consent.certainty.unclear': 'consentWork.certainty.unclear',
  'consent.parents.bothApart': 'consentWork.parents.bothApart',
  'consent.need.BasisUnknown': 'consentWork.need.BasisUnknown',
  'consent.need.noChild': 'consentWork.need.noChild',
};

/** `t` for everything about consent, in the words for who reads. */
export function useConsentWords(): Translate {
  const t = useTexts();
  const reader = useConsentReader();
  return (key, values) => t(reader === 'professional' ? (professionalWords[key] ?? key) : key, values);
}
