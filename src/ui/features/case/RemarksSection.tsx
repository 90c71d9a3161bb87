import type { Remark } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { isFamily } from '../../components/people.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { RemarkItem } from './remarks/RemarkItem.tsx';
import styles from './case.module.css';
import { Section } from './Section.tsx';

/** What the family asks, or says is not right: the team answers, and the family reads the answer on its own page. */
export const RemarksSection = () => {
  const t = useTexts();
  const { remarks, me, coordinator } = useCaseView();
  if (remarks.length === 0) return null;
  // Of those it is about, only who coordinates answers for the team.
  const mayAnswer = me !== null && (!isFamily(me) || coordinator?.person === me.id);
  const [open, answered] = [remarks.filter(({ isOpen }) => isOpen), remarks.filter(({ isOpen }) => !isOpen)];
  const list = (shown: readonly Remark[]) => (
    <ul className={styles['list']}>
      {shown.map((remark) => (
        <RemarkItem key={remark.id} remark={remark} mayAnswer={mayAnswer} />
      ))}
    </ul>
  );
  return (
    <Section id="remarks" title={t('heard.remarks')}>
      {open.length === 0 ? <p>{t('heard.remarks.none')}</p> : list(open)}
      {answered.length > 0 && (
        <details>
          <summary>{t('heard.remarks.answered', { count: answered.length })}</summary>
          {list(answered.toReversed())}
        </details>
      )}
    </Section>
  );
};
