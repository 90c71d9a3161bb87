import { MessageCircleQuestion } from 'lucide-react';
import type { Remark } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { PlanCard } from './PlanCard.tsx';
import { RemarkState } from './RemarkState.tsx';
import { SayForm } from './SayForm.tsx';
import { useSaying } from '../../components/useSaying.ts';
import { useWho } from './useWho.ts';

/** Of the questions that were answered this many stay in sight. */
const RECENT = 2;

/** A question at any time, and what was answered: the newest first. */
export const QuestionsCard = () => {
  const t = useTexts();
  const who = useWho();
  const { remarks, me } = useCaseView();
  const { isSaying, begin, say, form } = useSaying();
  if (!me) return null;
  const mine = remarks.filter(({ kind, by }) => kind === 'question' && by === me.id).toReversed();
  const recent = new Set([...mine.filter(({ isOpen }) => isOpen), ...mine.filter(({ isOpen }) => !isOpen).slice(0, RECENT)]);
  const [shown, earlier] = [mine.filter((remark) => recent.has(remark)), mine.filter((remark) => !recent.has(remark))];
  const lines = [t('myPlan.question.explain', who), t('myPlan.question.urgent', who)];

  return (
    <PlanCard
      title={t('myPlan.question', who)}
      aloud={[...lines, ...shown.flatMap(({ text, replies }) => [text, ...replies.map((reply) => reply.text)])]}
    >
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isSaying ? (
        <SayForm
          label={t('myPlan.question.label', who)}
          send={t('myPlan.question.send')}
          missing={t('myPlan.question.missing', who)}
          {...form}
          onSend={(text) => void say({ type: 'remark', kind: 'question', about: null, text })}
        />
      ) : (
        <div>
          <button type="button" className={styles['primary']} onClick={begin}>
            <MessageCircleQuestion size={22} aria-hidden /> {t('myPlan.question.ask')}
          </button>
        </div>
      )}
      {shown.length > 0 && <Asked remarks={shown} />}
      {earlier.length > 0 && (
        <details>
          <summary>{t('myPlan.question.earlier', { count: earlier.length })}</summary>
          <Asked remarks={earlier} />
        </details>
      )}
    </PlanCard>
  );
};

const Asked = ({ remarks }: { readonly remarks: readonly Remark[] }) => (
  <ul className={styles['list']}>
    {remarks.map((remark) => (
      <li key={remark.id} className={styles['item']}>
        <RemarkState remark={remark} />
      </li>
    ))}
  </ul>
);
