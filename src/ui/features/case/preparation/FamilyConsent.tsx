import { useState } from 'react';
import { regimesIn } from '../../../../core/consent/circumstances.ts';
import { findConsent } from '../../../../core/consent/consentMatters.ts';
import type { Regime } from '../../../../core/consent/consentRules.ts';
import { findTakingPart } from '../../../../core/consent/takingPart.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import styles from '../../../components/consent/consent.module.css';
import { ConsentReasons } from '../../../components/consent/ConsentReasons.tsx';
import { MatterText } from '../../../components/consent/MatterText.tsx';
import { Reasons } from '../../../components/consent/Reasons.tsx';
import { RegimeField } from '../../../components/consent/RegimeField.tsx';
import { useConsentWords } from '../../../components/consent/useConsentWords.ts';
import { usePlaceWords } from '../../../components/consent/usePlaceWords.ts';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { Explain } from '../../../components/Explain.tsx';
import { useToday } from '../../../components/useToday.ts';
import { Section } from '../Section.tsx';

/** The same facts for a parent or a child, in words to them: what is recorded about sharing, and what of it is asked of them. */
export const FamilyConsent = () => {
  const t = useConsentWords();
  const { placeText, reasonsOf } = usePlaceWords();
  const view = useCaseView();
  const today = useToday();
  const regimes = regimesIn(view);
  const [chosen, setChosen] = useState<Regime | null>(null);
  const regime = chosen ?? regimes[0]!;
  // That nothing is recorded about a partner is an alarm of the circle, for everyone in it.
  const matters = findConsent(view, today, regime).filter(({ state }) => state !== 'unrecorded');
  const places = view.me?.part === 'caregiver' ? findTakingPart(view, today, view.me.id) : [];
  return (
    <Section id="consent" title={t('consent.title')}>
      <p>{t('consent.explain')}</p>
      {places.map((place) => (
        <p key={place.children.join()}>{placeText('', place)}</p>
      ))}
      {places.length > 0 && <Explain word="authority" />}
      <Reasons reasons={reasonsOf(places)} />
      {regimes.length > 1 && <RegimeField regimes={regimes} value={regime} onChange={setChosen} />}
      {matters.length === 0 ? (
        <EmptyCell>{t('consent.family.empty')}</EmptyCell>
      ) : (
        <ul className={styles['matters']}>
          {matters.map((matter) => (
            <li key={`${matter.subject} ${matter.partner} ${matter.what} ${matter.basis}`}>
              <MatterText matter={matter} />
              <ConsentReasons matter={matter} />
            </li>
          ))}
        </ul>
      )}
      <p>{t('consent.family.right')}</p>
    </Section>
  );
};
