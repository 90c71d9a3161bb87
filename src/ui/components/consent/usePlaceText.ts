import type { TakingPart } from '../../../core/consent/takingPart.ts';
import { useNames } from '../useNames.ts';
import { useConsentReader, useConsentWords } from './useConsentWords.ts';

/** Whether a caregiver takes part as a matter of course, in one sentence. Family members read it about themselves only. */
export function usePlaceText(): (name: string, place: TakingPart) => string {
  const t = useConsentWords();
  const who = useConsentReader() === 'professional' ? 'place' : 'myPlace';
  const { namesOf } = useNames();
  return (name, { place, children }) => t(`consent.${who}.${place}`, { name, children: namesOf(children), count: children.length });
}
