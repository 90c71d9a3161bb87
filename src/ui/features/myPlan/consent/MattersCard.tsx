import { useState } from 'react';
import { regimesIn } from '../../../../core/consent/circumstances.ts';
import { findConsent } from '../../../../core/consent/consentMatters.ts';
import type { Regime } from '../../../../core/consent/consentRules.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import styles from '../../../components/consent/consent.module.css';
import { ConsentReasons } from '../../../components/consent/ConsentReasons.tsx';
import { MatterText, needsToShow } from '../../../components/consent/MatterText.tsx';
import { RegimeField } from '../../../components/consent/RegimeField.tsx';
import { useNeedText } from '../../../components/consent/useNeedText.ts';
import { useNames } from '../../../components/useNames.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { PlanCard } from '../PlanCard.tsx';

/** What is asked of whom, with the rule that says so; what is asked of who reads is said to them. */
export const MattersCard = () => {
  const t = useTexts();
  const { nameOf } = useNames();
  const needText = useNeedText();
  const view = useCaseView();
  const today = useToday();
  const regimes = regimesIn(view);
  const [chosen, setChosen] = useState<Regime | null>(null);
  const regime = chosen ?? regimes[0]!;
  // That nothing is recorded about a partner stands beside who reads along.
  const matters = findConsent(view, today, regime).filter(({ state }) => state !== 'unrecorded');
  const aloud = matters.flatMap((matter) => [
    t(`consent.about.${matter.subject}`, { name: nameOf(matter.partner) }),
    t(`consent.state.${matter.state}`),
    ...needsToShow(matter).map(needText),
  ]);
  return (
    <PlanCard title={t('consent.asked')} aloud={matters.length === 0 ? [t('consent.empty')] : aloud}>
      {regimes.length > 1 && <RegimeField regimes={regimes} value={regime} onChange={setChosen} />}
      {matters.length === 0 ? (
        <p>{t('consent.empty')}</p>
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
    </PlanCard>
  );
};
