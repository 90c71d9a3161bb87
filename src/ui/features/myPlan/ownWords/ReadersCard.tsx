import { useState } from 'react';
import type { PartView } from '../../../../application/application.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { useWho } from '../useWho.ts';
import { LetInForm } from './LetInForm.tsx';
import { useReaderName } from './useReaderName.ts';

/** Everyone who reads what stands below, above it; and letting somebody in, for who leads it. */
export const ReadersCard = ({ view }: { readonly view: PartView }) => {
  const t = useTexts();
  const who = useWho();
  const nameOf = useReaderName();
  const [isLettingIn, setLettingIn] = useState(false);
  const { readers, mayLead } = view;
  const isAlone = readers.every(({ me }) => me);
  return (
    <PlanCard
      title={t('ownWords.readers')}
      aloud={isAlone ? [t('ownWords.alone', who)] : readers.map(({ me, member }) => (me ? t('ownWords.me', who) : nameOf(member)))}
    >
      {isAlone ? (
        <p>{t('ownWords.alone', who)}</p>
      ) : (
        <ul className={styles['list']}>
          {readers.map(({ member, role, me }) => (
            <li key={member}>
              {me ? <strong>{t('ownWords.me', who)}</strong> : <Words as="strong">{nameOf(member)}</Words>}{' '}
              {role === 'lead' && !me && <span className={styles['soft']}>{t('ownWords.leads')}</span>}
            </li>
          ))}
        </ul>
      )}
      {isLettingIn && <LetInForm view={view} onDone={() => setLettingIn(false)} />}
      {mayLead && !isLettingIn && (
        <div>
          <button type="button" className={styles['quiet']} onClick={() => setLettingIn(true)}>
            {t('ownWords.letIn')}
          </button>
        </div>
      )}
    </PlanCard>
  );
};
