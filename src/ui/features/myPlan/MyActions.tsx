import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { Action } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { DomainChip } from '../../components/DomainChip.tsx';
import { useChange } from '../../components/useChange.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { ActionState } from './ActionState.tsx';
import { Failed } from './Failed.tsx';
import styles from './myPlan.module.css';
import { PlanCard } from './PlanCard.tsx';
import { SayForm } from './SayForm.tsx';
import { useWhen } from './useWhen.ts';
import { useWho } from './useWho.ts';

interface MyActionsProps {
  /** For a child: what it does, done or not, and no more. */
  readonly isSimple?: boolean;
}

/** What I said I would do: what is open first, by date; and how it went, in one tap. */
export const MyActions = ({ isSimple = false }: MyActionsProps) => {
  const t = useTexts();
  const who = useWho();
  const when = useWhen();
  const { actions, me } = useCaseView();
  const isOver = ({ status }: Action) => status === 'done';
  const mine = actions
    .filter((action) => me !== null && action.who.includes(me.id))
    .toSorted((a, b) => Number(isOver(a)) - Number(isOver(b)) || (a.dueNow ?? '9999').localeCompare(b.dueNow ?? '9999'));
  const aloud = mine.length > 0 ? mine.flatMap((action) => [action.what, when(action)]) : [t('myPlan.mine.none', who)];
  return (
    <PlanCard
      id="mine"
      title={isSimple ? t('myPlan.child.mine') : t('myPlan.mine', who)}
      aloud={aloud}
      {...(isSimple ? { icon: ListChecks } : {})}
    >
      {mine.length === 0 ? (
        <p>{t('myPlan.mine.none', who)}</p>
      ) : (
        <ul className={styles['list']}>
          {mine.map((action) => (
            <MyAction key={action.id} action={action} isSimple={isSimple} />
          ))}
        </ul>
      )}
    </PlanCard>
  );
};

const MyAction = ({ action, isSimple }: { readonly action: Action } & Required<MyActionsProps>) => {
  const t = useTexts();
  const who = useWho();
  const when = useWhen();
  const { me } = useCaseView();
  const { run, isRunning, errorText, clearError } = useChange();
  const [isSaying, setSaying] = useState(false);
  const { what, status, doneWhen } = action;

  async function report(said: 'done' | 'busy' | 'notDone', reason = ''): Promise<void> {
    if (!me || isRunning) return;
    const by = { by: me.id, recordedBy: null, via: 'own' } as const;
    if (await run({ type: 'reportAction', action: action.id, status: said, reason, newDate: null, ...by })) setSaying(false);
  }

  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <Words as="h3">{what}</Words>
        {action.domain && !isSimple && <DomainChip domain={action.domain} />}
      </div>
      <p translate="no">{when(action)}</p>
      {doneWhen && <p translate="no">{t('myPlan.doneWhen', { text: doneWhen })}</p>}
      {!(isSimple && (status === 'open' || status === 'busy')) && <ActionState action={action} isSimple={isSimple} />}
      {isSaying ? (
        <SayForm
          label={t('myPlan.report.because', who)}
          send={t('myPlan.report.send')}
          missing={t('myPlan.report.missing')}
          error={errorText}
          isBusy={isRunning}
          onSend={(words) => void report('notDone', words)}
          onCancel={() => {
            clearError();
            setSaying(false);
          }}
        />
      ) : (
        <>
          <Failed why={errorText} />
          <div className={styles['buttons']}>
            {status !== 'done' && (
              <button
                type="button"
                className={styles['primary']}
                aria-label={t('myPlan.report.of', { said: t('myPlan.report.done'), what })}
                onClick={() => void report('done')}
              >
                {t('myPlan.report.done')}
              </button>
            )}
            {!isSimple && status !== 'busy' && status !== 'done' && (
              <button
                type="button"
                className={styles['quiet']}
                aria-label={t('myPlan.report.of', { said: t('myPlan.report.busy'), what })}
                onClick={() => void report('busy')}
              >
                {t('myPlan.report.busy')}
              </button>
            )}
            {status !== 'notDone' && (
              <button
                type="button"
                className={styles['quiet']}
                aria-label={t('myPlan.report.of', { said: t(status === 'done' ? 'myPlan.report.yetNot' : 'myPlan.report.notDone'), what })}
                onClick={() => setSaying(true)}
              >
                {t(status === 'done' ? 'myPlan.report.yetNot' : 'myPlan.report.notDone')}
              </button>
            )}
          </div>
        </>
      )}
    </li>
  );
};
