import type { Remark } from '../../../core/plan/caseView.ts';
import { answerRequestBefore } from '../../../core/plan/remarks.ts';
import { Chip } from '../../components/Chip.tsx';
import { formatDay, formatMoment } from '../../components/formatDate.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { useWho } from './useWho.ts';

/** What I asked or said, whether somebody answered, and what and when; of a request also until when, and where to complain. */
export const RemarkState = ({ remark }: { readonly remark: Remark }) => {
  const t = useTexts();
  const who = useWho();
  const { nameOf } = useNames();
  const { kind, text, at, replies, isOpen, asks } = remark;
  const { term } = useTerms();
  return (
    <div className={styles['state']}>
      {kind === 'notRight' && <strong>{asks ? t('myPlan.remark.asked', { asks }) : t('myPlan.notRight.said')}</strong>}
      {text && <Words>{text}</Words>}
      {at !== null && <p className={styles['soft']}>{t('myPlan.remark.at', { at: formatMoment(at) })}</p>}
      <Chip tone={isOpen ? 'plain' : 'done'}>{t(isOpen ? 'myPlan.remark.open' : 'myPlan.remark.answered')}</Chip>
      {asks && isOpen && at !== null && <p>{t('myPlan.remark.before', { ...who, day: formatDay(answerRequestBefore(at)) })}</p>}
      {replies.map((reply) => (
        <div key={reply.id} className={styles['reply']}>
          {reply.at !== null && (
            <p className={styles['soft']}>{t('myPlan.remark.answeredAt', { name: nameOf(reply.by), at: formatMoment(reply.at) })}</p>
          )}
          {reply.outcome && <strong>{term('remarkReply', 'outcome', reply.outcome)}. </strong>}
          <Words as="span">{reply.text}</Words>
        </div>
      ))}
      {replies.some(({ outcome }) => outcome === 'refused') && <p>{t('myPlan.remark.complain', who)}</p>}
    </div>
  );
};
