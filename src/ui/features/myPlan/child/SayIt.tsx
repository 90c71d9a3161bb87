import { CircleX, Megaphone, MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Failed } from '../Failed.tsx';
import plan from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { SayForm } from '../SayForm.tsx';
import styles from './child.module.css';

/** Two large buttons: a question, or that something is not right. */
export const SayIt = () => {
  const t = useTexts();
  const { run, isRunning, errorText, clearError } = useChange();
  const [saying, setSaying] = useState<'question' | 'notRight' | null>(null);
  const [isSaid, setSaid] = useState(false);
  const lines = [t('myPlan.child.say.readers'), t('myPlan.question.urgent', { who: 'je' })];

  async function say(kind: 'question' | 'notRight', text: string): Promise<void> {
    if (!(await run({ type: 'remark', kind, about: null, text }))) return;
    setSaying(null);
    setSaid(true);
  }
  function begin(kind: 'question' | 'notRight'): void {
    setSaid(false);
    setSaying(kind);
  }

  return (
    <PlanCard title={t('myPlan.child.say')} icon={Megaphone} aloud={lines}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {saying ? (
        <SayForm
          label={t(`myPlan.child.say.${saying}`)}
          send={t('myPlan.notRight.send')}
          missing={t('myPlan.child.say.missing')}
          error={errorText}
          isBusy={isRunning}
          onSend={(words) => void say(saying, words)}
          onCancel={() => {
            clearError();
            setSaying(null);
          }}
        />
      ) : (
        <>
          <Failed why={errorText} />
          <div className={styles['big']}>
            <button type="button" className={plan['primary']} onClick={() => begin('question')}>
              <MessageCircleQuestion size={28} aria-hidden /> {t('myPlan.question.ask')}
            </button>
            <button type="button" className={plan['quiet']} onClick={() => begin('notRight')}>
              <CircleX size={28} aria-hidden /> {t('myPlan.notRight')}
            </button>
          </div>
        </>
      )}
      <p role="status">{isSaid && t('myPlan.child.say.said')}</p>
    </PlanCard>
  );
};
