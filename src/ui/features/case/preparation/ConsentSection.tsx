import { useState } from 'react';
import { regimeOf } from '../../../../core/consent/circumstances.ts';
import { findConsent } from '../../../../core/consent/consentMatters.ts';
import type { Regime } from '../../../../core/consent/consentRules.ts';
import { findReasks } from '../../../../core/consent/findReasks.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import styles from '../../../components/consent/consent.module.css';
import { RegimeField } from '../../../components/consent/RegimeField.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { useNames } from '../../../components/useNames.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Section } from '../Section.tsx';
import { ConsentMatterItem } from './ConsentMatterItem.tsx';
import { ParentsInCircle } from './ParentsInCircle.tsx';
import { type SharingBegin, SharingDialog } from './SharingDialog.tsx';

/** Who must still agree to what, by the law of the file that the data are in. */
export const ConsentSection = () => {
  const t = useTexts();
  const { me } = useCaseView();
  const [chosen, setChosen] = useState<Regime | null>(null);
  const [recording, setRecording] = useState<SharingBegin | null>(null);
  const regime = chosen ?? (me?.discipline ? regimeOf[me.discipline] : null);
  return (
    <Section id="consent" title={t('consentWork.title')}>
      <p>{t('consentWork.explain')}</p>
      <RegimeField value={regime} onChange={setChosen} />
      {regime === null ? (
        <EmptyCell>{t('consentWork.chooseRegime')}</EmptyCell>
      ) : (
        <ConsentList regime={regime} onRecord={(begin) => setRecording(begin)} />
      )}
      <ParentsInCircle />
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
        <EmptyCell onPress={() => onRecord({})}>{t('consentWork.empty')}</EmptyCell>
      ) : (
        <ul className={styles['matters']}>
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
        <details className={styles['reasons']}>
          <summary>{t('consentWork.again')}</summary>
          <ul>
            {reasks.map(({ child, age, on }) => (
              <li key={child}>{t('consentWork.againOn', { day: formatDay(on), name: nameOf(child), age })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};
