import type { Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Words } from '../../../components/Words.tsx';
import { useNames } from '../../../components/useNames.ts';
import styles from '../myPlan.module.css';
import { GoalState } from './GoalState.tsx';

/** What others of the family want: to read, with what the team did with it. */
export const OthersGoals = ({ me }: { readonly me: Person }) => {
  const { nameOf } = useNames();
  const { familyGoals } = useCaseView();
  return (
    <ul className={styles['list']}>
      {familyGoals
        .filter(({ author }) => author !== me.member)
        .map((goal) => (
          <li key={goal.id} className={styles['item']}>
            <Words as="strong">{nameOf(goal.by)}</Words>
            <Words>{goal.text}</Words>
            <GoalState goal={goal} />
          </li>
        ))}
    </ul>
  );
};
