import { useCaseView } from '../../components/applicationContext.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { isInGrid } from './GoalGrid.tsx';
import styles from './OnePageSheet.module.css';
import { activeGoals, useWords } from './useWords.ts';

/** Actions that have no place in the grid, and how we work together. */
export const AlsoAgreed = () => {
  const t = useTexts();
  const view = useCaseView();
  const { doers, state } = useWords();
  const goals = activeGoals(view);
  const ended = new Set(view.goals.filter((goal) => !goals.includes(goal)).map(({ id }) => id));
  // An action of only ended goals ended with them.
  const rest = view.actions.filter(
    (action) => !isInGrid(action, goals) && (action.goals.length === 0 || action.goals.some((id) => !ended.has(id))),
  );
  if (rest.length + view.agreements.length === 0) return null;
  return (
    <section className={styles['also']}>
      <h3>{t('print.also')}</h3>
      <ul>
        {rest.map((action) => (
          <li key={action.id}>
            <strong>{doers(action)}</strong>: {[action.what, state(action)].filter(Boolean).join(', ')}
          </li>
        ))}
        {view.agreements.map(({ id, text }) => (
          <li key={id}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
};
