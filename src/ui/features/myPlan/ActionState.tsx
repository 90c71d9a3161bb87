import type { Action } from '../../../core/plan/caseView.ts';
import { Chip } from '../../components/Chip.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { useNames } from '../../components/useNames.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';

/** Whether a promise was kept, in words, with the reason when it was not: of professionals the same as of the family. */
export const ActionState = ({ action, isSimple = false }: { readonly action: Action; readonly isSimple?: boolean }) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { status, reports } = action;
  // A child is not told how late it is.
  const overdueDays = isSimple ? 0 : action.overdueDays;
  const last = reports.at(-1);
  const tone = status === 'done' ? 'done' : overdueDays > 0 || status === 'notDone' ? 'attention' : 'plain';
  return (
    <div className={styles['state']}>
      <Chip tone={tone}>
        {status !== 'done' && overdueDays > 0 ? t('myPlan.state.late', { days: overdueDays }) : t(`myPlan.state.${status}`)}
      </Chip>
      {last?.reason && status !== 'done' && (
        <Words>
          {nameOf(last.by)}: {last.reason}
        </Words>
      )}
      {last?.newDate && status !== 'done' && <p>{t('myPlan.newDate', { day: formatDay(last.newDate) })}</p>}
    </div>
  );
};
