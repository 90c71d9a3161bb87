import { useState } from 'react';
import { answerRequestBefore } from '../../../../core/plan/remarks.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { isFamily } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { RemarkState } from '../RemarkState.tsx';
import { SayForm } from '../SayForm.tsx';
import { useWho } from '../useWho.ts';

const KINDS = ['correct', 'erase'] as const;

/** To have something corrected or erased; each with its state, until when it is answered, and where to complain. */
export const Requests = () => {
  const t = useTexts();
  const who = useWho();
  const { remarks, me } = useCaseView();
  const { run, isRunning, errorText, clearError } = useChange();
  const [asks, setAsks] = useState<(typeof KINDS)[number] | null>(null);
  if (!me || !isFamily(me)) return null;
  const mine = remarks.filter((remark) => remark.asks !== null && remark.by === me.id).toReversed();

  async function ask(text: string): Promise<void> {
    if (asks && (await run({ type: 'request', asks, about: null, text }))) setAsks(null);
  }

  return (
    <section id="request" className={styles['list']} aria-labelledby="request-title">
      <h2 id="request-title">{t('rights.request.title')}</h2>
      <p>{t('rights.request.explain', who)}</p>
      {asks ? (
        <SayForm
          key={asks}
          label={t('rights.request.label', who)}
          send={t('rights.request.send')}
          missing={t('rights.request.missing', who)}
          error={errorText}
          isBusy={isRunning}
          onSend={(words) => void ask(words)}
          onCancel={() => {
            clearError();
            setAsks(null);
          }}
        />
      ) : (
        <div className={styles['buttons']}>
          {KINDS.map((kind) => (
            <button key={kind} type="button" className={styles['quiet']} onClick={() => setAsks(kind)}>
              {t(`rights.request.${kind}`)}
            </button>
          ))}
        </div>
      )}
      {mine.map((remark) => (
        <div key={remark.id} className={styles['item']}>
          <RemarkState remark={remark} />
          {remark.isOpen && remark.at !== null && (
            <p>{t('rights.request.before', { ...who, day: formatDay(answerRequestBefore(remark.at)) })}</p>
          )}
          {remark.replies.some(({ outcome }) => outcome === 'refused') && <p>{t('rights.request.complain', who)}</p>}
        </div>
      ))}
    </section>
  );
};
