import type { Place, TakingPart } from '../../../core/consent/takingPart.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useNames } from '../useNames.ts';
import type { Reason } from './Reasons.tsx';
import { useConsentReader, useConsentWords } from './useConsentWords.ts';

interface PlaceWords {
  /** Whether a caregiver takes part as a matter of course, in one sentence. Family members read it about themselves only. */
  readonly placeText: (name: string, place: TakingPart) => string;
  readonly reasonsOf: (places: readonly TakingPart[]) => readonly Reason[];
}

const rules: Partial<Record<Place, MessageKey>> = {
  byDefault: 'consent.placeRule.byDefault',
  onRequest: 'consent.placeRule.onRequest',
  childDecides: 'consent.placeRule.childDecides',
};

export function usePlaceWords(): PlaceWords {
  const t = useConsentWords();
  const isProfessional = useConsentReader() === 'professional';
  const { namesOf } = useNames();
  return {
    placeText: (name, { place, children }) =>
      t(isProfessional ? `consentWork.place.${place}` : `consent.myPlace.${place}`, {
        name,
        children: namesOf(children),
        count: children.length,
      }),
    reasonsOf: (places) =>
      places.flatMap(({ place, ground }) => {
        const rule = rules[place];
        return ground && rule ? [{ text: t(rule), ground }] : [];
      }),
  };
}
