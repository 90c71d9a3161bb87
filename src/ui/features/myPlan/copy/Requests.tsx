import { useState } from 'react';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { isFamily } from '../../../components/people.ts';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { RemarkState } from '../RemarkState.tsx';
import { SayForm } from '../SayForm.tsx';
import { useWho } from '../useWho.ts';

const KINDS = ['correct', 'erase'] as const;

/** To have something corrected or erased, and what became of it: also of what was asked where it stands in the plan. */
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
      <p>{t('rights.request.law')}</p>
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
          <About id={remark.about as EntityId} />
          <RemarkState remark={remark} />
        </div>
      ))}
    </section>
  );
};

/** The words that it points at, for as long as they are there. */
const About = ({ id }: { readonly id: EntityId }) => {
  const t = useTexts();
  const what = usePlanWords().labelOf(id);
  return what && <p translate="no">{t('myPlan.remark.about', { what })}</p>;
};
