import type { FamilyGoal } from '../../../../core/plan/caseView.ts';
import { Chip } from '../../../components/Chip.tsx';
import { Words } from '../../../components/Words.tsx';
import { useNames } from '../../../components/useNames.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';

/** What the team did with a goal of the family's own; a no always with its reason. */
export const GoalState = ({ goal: { goal, declined } }: { readonly goal: FamilyGoal }) => {
  const t = useTexts();
  const { nameOf } = useNames();
  if (declined)
    return (
      <div className={styles['reply']}>
        <p>{t('prepare.own.declined', { name: nameOf(declined.by) })}</p>
        <Words>{declined.reason}</Words>
      </div>
    );
  return (
    <div>
      <Chip tone={goal ? 'done' : 'plain'}>{t(goal ? 'prepare.own.adopted' : 'prepare.own.waiting')}</Chip>
    </div>
  );
};
