import { ThumbsUp } from 'lucide-react';
import { useState } from 'react';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Explain } from '../../components/Explain.tsx';
import { formatMoment } from '../../components/formatDate.ts';
import { nameOf } from '../../components/people.ts';
import { useChange } from '../../components/useChange.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { Failed } from './Failed.tsx';
import styles from './myPlan.module.css';
import { PlanCard } from './PlanCard.tsx';
import { SayForm } from './SayForm.tsx';
import { useWho } from './useWho.ts';

type Reply = 'agreed' | 'agreedWithRemark' | 'notAgreed';

/** One's own answer to the plan as it is now. A changed mind is a new answer; what somebody wrote down for one says so. */
export const AgreeCard = ({ isSimple = false }: { readonly isSimple?: boolean }) => {
  const t = useTexts();
  const who = useWho();
  const view = useCaseView();
  const { run, isRunning, errorText, clearError } = useChange();
  const [saying, setSaying] = useState<Exclude<Reply, 'agreed'> | null>(null);
  const { me, goals, actions, answers } = view;
  if (!me || goals.length + actions.length === 0) return null;
  const answer = answers.find(({ by }) => by === me.id);

  async function say(reply: Reply, words = ''): Promise<void> {
    if (!me || isRunning) return;
    const own = { by: me.id, recordedBy: null, via: 'own', conference: null } as const;
    if (await run({ type: 'answerPlan', reply, view: words, ...own })) setSaying(null);
  }

  return (
    <PlanCard
      id="agree"
      title={isSimple ? t('myPlan.child.opinion') : t('myPlan.agree', who)}
      {...(isSimple ? { icon: ThumbsUp } : {})}
      aloud={[t('myPlan.agree.explain', who)]}
    >
      {answer?.reply && (
        <div className={styles['state']}>
          <Chip tone={answer.reply === 'notAgreed' ? 'attention' : 'done'}>{t(`myPlan.agree.said.${answer.reply}`)}</Chip>
          {answer.view && <Words>{answer.view}</Words>}
          <p className={styles['soft']}>
            {answer.recordedBy
              ? t('myPlan.agree.recorded', { ...who, name: nameOf(view, answer.recordedBy), at: formatMoment(answer.at ?? 0) })
              : t('myPlan.agree.at', { ...who, at: formatMoment(answer.at ?? 0) })}
          </p>
          {!answer.current && <p>{t('myPlan.agree.changed', who)}</p>}
        </div>
      )}
      <p>{t('myPlan.agree.explain', who)}</p>
      <Explain word="circle" />
      {saying ? (
        <SayForm
          label={t(saying === 'notAgreed' ? 'myPlan.agree.whyNot' : 'myPlan.agree.remark', who)}
          send={t('myPlan.agree.send')}
          missing={t('myPlan.agree.missing', who)}
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
          <div className={styles['choices']}>
            <button type="button" className={styles['primary']} onClick={() => void say('agreed')}>
              {t('myPlan.agree.yes')}
            </button>
            <button type="button" className={styles['quiet']} onClick={() => setSaying('agreedWithRemark')}>
              {t('myPlan.agree.yesBut')}
            </button>
            <button type="button" className={styles['quiet']} onClick={() => setSaying('notAgreed')}>
              {t('myPlan.agree.no')}
            </button>
          </div>
        </>
      )}
    </PlanCard>
  );
};
