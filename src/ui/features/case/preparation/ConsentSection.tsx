import { useState } from 'react';
import { regimeOf } from '../../../../core/consent/circumstances.ts';
import { findConsent, findReasks } from '../../../../core/consent/consentMatters.ts';
import type { Regime } from '../../../../core/consent/consentRules.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { useNames } from '../../../components/useNames.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { Section } from '../Section.tsx';
import { ConsentMatterItem } from './ConsentMatterItem.tsx';
import { type SharingBegin, SharingDialog } from './SharingDialog.tsx';

/** For professionals: who must still agree to what, by the law of the file that the data are in. */
export const ConsentSection = () => {
  const t = useTexts();
  const { me } = useCaseView();
  const [chosen, setChosen] = useState<Regime | null>(null);
  const [recording, setRecording] = useState<SharingBegin | null>(null);
  if (me !== null && me.part !== 'professional') return null;
  const regime = chosen ?? (me?.discipline ? regimeOf[me.discipline] : null);
  return (
    <Section id="consent" title={t('consent.title')}>
      <p>{t('consent.explain')}</p>
      <ChoiceField<Regime>
        label={t('consent.regime')}
        appearance="select"
        options={(['school', 'youthCare', 'medical'] as const).map((value) => ({ value, label: t(`consent.regime.${value}`) }))}
        value={regime}
        onChange={setChosen}
      />
      {regime === null ? (
        <EmptyCell>{t('consent.chooseRegime')}</EmptyCell>
      ) : (
        <ConsentList regime={regime} onRecord={(begin) => setRecording(begin)} />
      )}
      {recording && <SharingDialog begin={recording} onClose={() => setRecording(null)} />}
    </Section>
  );
};

interface ConsentListProps {
  readonly regime: Regime;
  readonly onRecord: (begin: SharingBegin) => void;
}

const ConsentList = ({ regime, onRecord }: ConsentListProps) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const view = useCaseView();
  const today = useToday();
  const matters = findConsent(view, today, regime);
  const reasks = findReasks(view, today, regime);
  return (
    <>
      {matters.length === 0 ? (
        <EmptyCell onPress={() => onRecord({})}>{t('consent.empty')}</EmptyCell>
      ) : (
        <ul className={styles['list']}>
          {matters.map((matter) => (
            <ConsentMatterItem
              key={`${matter.subject} ${matter.partner} ${matter.what} ${matter.basis}`}
              matter={matter}
              onRecord={onRecord}
            />
          ))}
        </ul>
      )}
      {reasks.length > 0 && (
        <details className={styles['open']}>
          <summary>{t('consent.again')}</summary>
          <ul>
            {reasks.map(({ child, age, on }) => (
              <li key={child}>{t('consent.againOn', { day: formatDay(on), name: nameOf(child), age })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
