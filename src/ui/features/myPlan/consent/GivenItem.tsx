import { useState } from 'react';
import type { Sharing } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { useChange } from '../../../components/useChange.ts';
import { useNames } from '../../../components/useNames.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useToday } from '../../../components/useToday.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import { useWho } from '../useWho.ts';

/** One thing that may be shared with one partner, who decided that, and taking it back. */
export const GivenItem = ({ sharing }: { readonly sharing: Sharing }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf, namesOf } = useNames();
  const { what, withWhom, purpose, legalBasis, decidedBy, decidedOn, how, withdrawnOn, withdrawnBy } = sharing;
  const name = nameOf(withWhom);
  const decided = [
    decidedBy.length > 0 && t('consent.given.by', { names: namesOf(decidedBy) }),
    decidedOn && formatDay(decidedOn),
    how && term('sharing', 'how', how),
  ].filter(Boolean);
  return (
    <li className={styles['item']}>
      <h3>{t('consent.given.with', { name })}</h3>
      <div>
        <Chip tone={withdrawnOn ? 'alarm' : 'done'}>{t(withdrawnOn ? 'consent.state.stopped' : 'consent.given.allowed')}</Chip>
      </div>
      <Words>{what}</Words>
      <p className={styles['soft']}>
        {t('consent.given.purpose')} <Words as="span">{purpose}</Words>
      </p>
      <p className={styles['soft']}>
        {legalBasis ? t('consent.given.basis', { basis: term('sharing', 'legalBasis', legalBasis) }) : t('consent.need.BasisUnknown')}
      </p>
      {decided.length > 0 && <p className={styles['soft']}>{decided.join(', ')}</p>}
      {withdrawnOn ? (
        <p>{t('consent.given.stopped', { day: formatDay(withdrawnOn), name: nameOf(withdrawnBy) })}</p>
      ) : (
        <TakeBack sharing={sharing} name={name} />
      )}
    </li>
  );
};

/** First what it cannot do: what was shared before is known to the other. */
const TakeBack = ({ sharing, name }: { readonly sharing: Sharing; readonly name: string }) => {
  const t = useTexts();
  const who = useWho();
  const today = useToday();
  const { me } = useCaseView();
  const { run, isRunning, errorText } = useChange();
  const [isAsking, setAsking] = useState(false);

  function takeBack(): void {
    if (isRunning || !me) return;
    const set = (field: string, value: string) => ({ type: 'set', entity: sharing.id, field, value }) as const;
    void run(set('withdrawnOn', today), set('withdrawnBy', me.id));
  }

  if (!isAsking)
    return (
      <div>
        <button type="button" className={styles['small']} onClick={() => setAsking(true)}>
          {t('consent.takeBack', { name })}
        </button>
      </div>
    );
  return (
    <>
      <p>
        <strong>{t('consent.takeBack.explain', who)}</strong>
      </p>
      <Failed why={errorText} />
      <div className={styles['buttons']}>
        <button type="button" className={styles['primary']} onClick={takeBack}>
          {t('consent.takeBack.sure')}
        </button>
        <button type="button" className={styles['plain']} onClick={() => setAsking(false)}>
          {t('shell.cancel')}
        </button>
      </div>
    </>
  );
};
