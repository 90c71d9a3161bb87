import { useLingui } from '@lingui/react';
import type { Action, Goal } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { domainIcons } from '../../components/domainIcons.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './GoalGrid.module.css';
import { PupilWords } from './PupilWords.tsx';
import { activeGoals, formatList, helpedGoals, useWords } from './useWords.ts';

const COLUMNS = ['home', 'school', 'leisure'] as const;
type Column = (typeof COLUMNS)[number];
const DOES = { home: 'doesHome', school: 'doesSchool', leisure: 'doesLeisure' } as const;

/** What has a place in the grid; the rest is listed under it, so that nothing that was agreed is left off the paper. */
export const isInGrid = (action: Action, goals: readonly Goal[]): boolean =>
  COLUMNS.some((column) => column === action.domain) && goals.some(({ id }) => action.goals.includes(id));

/** Goals against home, school and leisure. With large letters and on a small screen the columns come below each other. */
export const GoalGrid = () => {
  const t = useTexts();
  const goals = activeGoals(useCaseView());
  if (goals.length === 0) return <p className={styles['none']}>{t('print.goals.none')}</p>;
  return (
    <section className={styles['grid']}>
      <h3>{t('print.goals')}</h3>
      <div className={styles['columns']}>
        {COLUMNS.map((column) => (
          <div key={column} aria-hidden>
            <DomainWord domain={column} />
          </div>
        ))}
      </div>
      <ol>
        {goals.map((goal, index) => (
          <li key={goal.id} className={styles['goal']}>
            <GoalFacts goal={goal} number={index + 1} goals={goals} />
            {COLUMNS.map((column) => (
              <Cell key={column} goal={goal} number={index + 1} goals={goals} column={column} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
};

const DomainWord = ({ domain }: { readonly domain: Column }) => {
  const { term } = useTerms();
  const Icon = domainIcons[domain];
  return (
    <span className={styles['domain']}>
      <Icon aria-hidden /> {term('goal', 'domain', domain)}
    </span>
  );
};

interface GoalFactsProps {
  readonly goal: Goal;
  readonly number: number;
  readonly goals: readonly Goal[];
}

const GoalFacts = ({ goal, number, goals }: GoalFactsProps) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const language = useLingui().i18n.locale;
  const helped = helpedGoals(goal, goals);
  const facts = [
    goal.levelMinus2 && t('print.goals.now', { text: goal.levelMinus2 }),
    goal.level0 && t('print.goals.enough', { text: goal.level0 }),
    helped.length > 0 && t('print.goals.helps', { numbers: formatList(helped.map(String), language), count: helped.length }),
  ].filter(Boolean);
  return (
    <div className={styles['facts']}>
      <h4>
        {t('print.goals.one', { number, statement: goal.statement })}{' '}
        {goal.wordsOf && <small>({t('print.goals.wordsOf', { name: nameOf(goal.wordsOf) })})</small>}
      </h4>
      <p>{facts.join(' · ')}</p>
      <PupilWords goal={goal} isShort />
    </div>
  );
};

interface CellProps {
  readonly goal: Goal;
  readonly number: number;
  readonly goals: readonly Goal[];
  readonly column: Column;
}

/** An action for two goals is told with the first; the other goal points there. */
const Cell = ({ goal, number, goals, column }: CellProps) => {
  const t = useTexts();
  const { actions } = useCaseView();
  const here = actions.filter((action) => action.goals.includes(goal.id) && action.domain === column);
  const does = goal[DOES[column]];
  const numberOf = (action: Action) => goals.findIndex(({ id }) => action.goals.includes(id)) + 1;
  return (
    <div className={styles['cell']}>
      <DomainWord domain={column} />
      <div className={styles['what']}>
        {does && (
          <p>
            <bdi>{does}</bdi>
          </p>
        )}
        {here.map((action) => (
          <ActionLine key={action.id} action={action} firstGoal={numberOf(action) === number ? null : numberOf(action)} />
        ))}
        {here.length === 0 && !does && <p className={styles['nothing']}>{t('print.goals.nothing')}</p>}
      </div>
    </div>
  );
};

const ActionLine = ({ action, firstGoal }: { readonly action: Action; readonly firstGoal: number | null }) => {
  const t = useTexts();
  const { doers, state } = useWords();
  if (firstGoal !== null)
    return (
      <p>
        {action.what}, {t('print.goals.see', { number: firstGoal })}
      </p>
    );
  return (
    <p>
      <strong>{doers(action)}</strong>: {[action.what, state(action)].filter(Boolean).join(', ')}
    </p>
  );
};
