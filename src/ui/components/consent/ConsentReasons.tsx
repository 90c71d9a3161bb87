import { familyRules } from '../../../core/consent/circumstances.ts';
import type { ConsentMatter } from '../../../core/consent/consentMatters.ts';
import { useNames } from '../useNames.ts';
import { type Reason, Reasons } from './Reasons.tsx';
import { useConsentReader, useConsentWords } from './useConsentWords.ts';

/** Behind a tap: every rule that was used, where it stands, and how sure that is. */
export const ConsentReasons = ({ matter }: { readonly matter: ConsentMatter }) => {
  const t = useConsentWords();
  const isProfessional = useConsentReader() === 'professional';
  const { nameOf, namesOf } = useNames();
  const { state, needs, deciders, exception, toldOnRequest, partner } = matter;
  const parents = needs.flatMap((need) => (need.type === 'Agree' && need.parents !== 'one' ? [need.parents] : []))[0];
  const reasons: readonly Reason[] = [
    ...deciders.map(({ children, rule }) => ({ text: t(`consent.rule.${rule.who}`, { children: namesOf(children) }), ground: rule })),
    ...(parents ? [{ text: t(`consent.parents.${parents}`), ground: familyRules.bothParents }] : []),
    ...(exception ? [{ text: t(`consent.exception.${exception.type}`), ground: exception }] : []),
    ...(toldOnRequest.length > 0 && isProfessional
      ? [{ text: t('consentWork.toldOnRequest', { names: namesOf(toldOnRequest) }), ground: familyRules.withoutAuthority }]
      : []),
    ...(state === 'stopped' ? [{ text: t('consent.stopped', { name: nameOf(partner) }), ground: familyRules.withdrawal }] : []),
  ];
  return <Reasons reasons={reasons} />;
};
