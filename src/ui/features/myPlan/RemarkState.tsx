import type { Remark } from '../../../core/plan/caseView.ts';
import { Chip } from '../../components/Chip.tsx';
import { formatMoment } from '../../components/formatDate.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';

/** What I asked or said, whether somebody answered, and what. */
export const RemarkState = ({ remark }: { readonly remark: Remark }) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { kind, text, at, replies, isOpen, asks } = remark;
  const { term } = useTerms();
  return (
    <div className={styles['state']}>
      {kind === 'notRight' && <strong>{asks ? term('remark', 'asks', asks) : t('myPlan.notRight.said')}</strong>}
      {text && <Words>{text}</Words>}
      {at !== null && <p className={styles['soft']}>{t('myPlan.remark.at', { at: formatMoment(at) })}</p>}
      <Chip tone={isOpen ? 'plain' : 'done'}>{t(isOpen ? 'myPlan.remark.open' : 'myPlan.remark.answered')}</Chip>
      {replies.map((reply) => (
        <div key={reply.id} className={styles['reply']}>
          <strong translate="no">{nameOf(reply.by)}:</strong> {reply.outcome && `${term('remarkReply', 'outcome', reply.outcome)}. `}
          <Words as="span">{reply.text}</Words>
        </div>
      ))}
    </div>
  );
};
