import { actionsOf } from '../../../../core/evaluation/evaluatedPlan.ts';
import { keptOf } from '../../../../core/evaluation/keptPromises.ts';
import type { Evaluation } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { namesOf } from '../../../components/people.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Evaluation.module.css';
import { KeptOverview } from '../KeptOverview.tsx';

/** What came of each promise, with the reason when it was not kept. */
export const SummaryActions = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  const actions = actionsOf(view, evaluation);
  if (actions.length === 0) return null;
  return (
    <Card as="section" labelledBy="kept">
      <h2 id="kept">{t('evaluation.actions.title')}</h2>
      <ul className={styles['kept']}>
        {actions.map((action) => {
          const said = keptOf(view, evaluation, action.id);
          return (
            <li key={action.id}>
              <span translate="no">
                {action.what} <small>{namesOf(view, action.who)}</small>
                {said?.reason && <span className={styles['reason']}>{said.reason}</span>}
              </span>
              {said?.kept && (
                <Chip tone={said.kept === 'yes' ? 'done' : said.kept === 'no' ? 'alarm' : 'attention'}>
                  {term('kept', 'kept', said.kept)}
                </Chip>
              )}
            </li>
          );
        })}
      </ul>
      <KeptOverview evaluation={evaluation} />
    </Card>
  );
};
