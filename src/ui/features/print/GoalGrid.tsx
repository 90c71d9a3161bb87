import type { Action, Goal } from '../../../core/plan/caseView.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { domainIcons } from '../../components/domainIcons.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './GoalGrid.module.css';
import { activeGoals, useWords } from './useWords.ts';

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
      <div className={styles['columns']}>
        <h3>{t('print.goals')}</h3>
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
              <Cell key={column} goal={goal} column={column} />
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
  const helped = goal.reinforces.map((id) => goals.findIndex((other) => other.id === id) + 1).filter((place) => place > 0);
  const facts = [
    goal.wordsOf && t('print.goals.wordsOf', { name: nameOf(goal.wordsOf) }),
    goal.levelMinus2 && t('print.goals.now', { text: goal.levelMinus2 }),
    goal.level0 && t('print.goals.enough', { text: goal.level0 }),
    helped.length > 0 && t('print.goals.helps', { numbers: helped.join(', '), count: helped.length }),
  ].filter(Boolean);
  return (
    <div>
      <h4>
        {number}. {goal.statement}
      </h4>
      {facts.map((fact) => (
        <p key={String(fact)}>{fact}</p>
      ))}
    </div>
  );
};

const Cell = ({ goal, column }: { readonly goal: Goal; readonly column: Column }) => {
  const t = useTexts();
  const { namesOf } = useNames();
  const { state } = useWords();
  const { actions } = useCaseView();
  const here = actions.filter((action) => action.goals.includes(goal.id) && action.domain === column);
  const does = goal[DOES[column]];
  return (
    <div className={styles['cell']}>
      <DomainWord domain={column} />
      <div className={styles['what']}>
        {does && <p>{does}</p>}
        {here.map((action) => (
          <div key={action.id} className={styles['action']}>
            <strong>{namesOf(action.who) || t('print.actions.nobody')}</strong>
            <p>{action.what}</p>
            <p>{state(action)}</p>
          </div>
        ))}
        {here.length === 0 && !does && <p className={styles['nothing']}>{t('print.goals.nothing')}</p>}
      </div>
    </div>
  );
};
