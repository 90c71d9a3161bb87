import type { Goal } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Chip } from '../../components/Chip.tsx';
import { namesOf, nameOf } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import { Words } from '../../components/Words.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { NotRight } from './NotRight.tsx';
import { PlanCard } from './PlanCard.tsx';
import { PupilSays } from './PupilSays.tsx';

const CONTRIBUTIONS = [
  ['doesHome', 'myPlan.goal.home'],
  ['doesSchool', 'myPlan.goal.school'],
  ['doesLeisure', 'myPlan.goal.leisure'],
] as const satisfies readonly (readonly [keyof Goal, MessageKey])[];

/** Why: in whose words, how it is now, and when it is good enough. In words, never in numbers. */
export const GoalCards = () => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  // Of a child those about itself first.
  const isMine = ({ about }: Goal) => view.me?.part === 'child' && about.includes(view.me.id);
  const goals = view.goals.filter(({ state }) => state !== 'dropped').toSorted((a, b) => Number(isMine(b)) - Number(isMine(a)));
  return (
    <PlanCard
      id="goals"
      title={t('myPlan.goals')}
      aloud={goals.flatMap((goal) => [goal.statement, ...levelsOf(goal).map(([key, text]) => t(key, { text }))])}
    >
      {goals.length === 0 && <p>{t('myPlan.goals.none')}</p>}
      <ol className={styles['list']}>
        {goals.map((goal) => (
          <li key={goal.id} className={styles['item']}>
            <Words as="h3">{goal.statement}</Words>
            <p className={styles['soft']}>
              {[
                goal.wordsOf && t('myPlan.goal.words', { name: nameOf(view, goal.wordsOf) }),
                goal.wholeFamily
                  ? t('myPlan.goal.everyone')
                  : goal.about.length > 0 && t('myPlan.goal.about', { names: namesOf(view, goal.about) }),
              ]
                .filter(Boolean)
                .join(' ')}
            </p>
            {levelsOf(goal).map(([key, text]) => (
              <p key={key} translate="no">
                {t(key, { text })}
              </p>
            ))}
            {CONTRIBUTIONS.map(
              ([field, key]) =>
                goal[field] && (
                  <p key={field} translate="no">
                    {t(key, { text: goal[field] })}
                  </p>
                ),
            )}
            {goal.state === 'reached' && (
              <div>
                <Chip tone="done">{term('goal', 'state', 'reached')}</Chip>
              </div>
            )}
            <PupilSays goal={goal} />
            <NotRight about={goal.id} what={goal.statement} />
          </li>
        ))}
      </ol>
    </PlanCard>
  );
};

const levelsOf = ({ levelMinus2, level0 }: Goal): readonly (readonly [MessageKey, string])[] => [
  ...(levelMinus2 ? [['myPlan.goal.now', levelMinus2] as const] : []),
  ...(level0 ? [['myPlan.goal.good', level0] as const] : []),
];
