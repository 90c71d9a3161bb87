import { Target } from 'lucide-react';
import { goalsAbout } from '../../../../core/plan/childsPlan.ts';
import type { Goal, Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { nameOf } from '../../../components/people.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import plan from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { SayOfGoal } from '../SayOfGoal.tsx';

/** What a child works on, in whose words, and the way to say something of it. How that was answered stands in a card of its own. */
export const GoalsOfMine = ({ me }: { readonly me: Person }) => {
  const t = useTexts();
  const view = useCaseView();
  const goals = goalsAbout(view, me.id);
  const whose = ({ wordsOf }: Goal): string => {
    if (wordsOf === me.id) return t('myPlan.child.goal.own');
    const name = nameOf(view, wordsOf);
    return name && t('myPlan.child.goal.words', { name });
  };
  return (
    <PlanCard title={t('myPlan.child.goals')} icon={Target} aloud={goals.flatMap((goal) => [goal.statement, whose(goal)]).filter(Boolean)}>
      {goals.length === 0 && <p>{t('myPlan.child.goals.none')}</p>}
      <ul className={plan['list']}>
        {goals.map((goal) => (
          <li key={goal.id} className={plan['item']}>
            <Words as="h3">{goal.statement}</Words>
            {whose(goal) && <p className={plan['soft']}>{whose(goal)}</p>}
            {goal.state === 'reached' && (
              <div>
                <Chip tone="done">{t('myPlan.child.goal.reached')}</Chip>
              </div>
            )}
            <SayOfGoal goal={goal} child={me} me={me} isLarge />
          </li>
        ))}
      </ul>
    </PlanCard>
  );
};
