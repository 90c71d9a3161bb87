import { goalsOf } from '../../../../core/evaluation/evaluatedPlan.ts';
import type { Evaluation } from '../../../../core/plan/caseView.ts';
import { saysSomething } from '../../../../core/plan/prepared.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { PreparedWords } from '../../../components/heard/PreparedWords.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { namesOf } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Evaluation.module.css';

/** First what went well: the actions that were done and the goals that were reached. */
export const AchievedStep = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const view = useCaseView();
  const done = view.actions.filter(({ status }) => status === 'done');
  const saidReached = (goal: string) =>
    view.attainments.some((said) => said.evaluation === evaluation.id && said.goal === goal && said.level !== null && said.level >= 0);
  const reached = [
    ...view.goals.filter(({ state }) => state === 'reached'),
    ...goalsOf(view, evaluation).filter(({ id, state }) => state !== 'reached' && saidReached(id)),
  ];
  return (
    <Stack gap={5}>
      {view.preparations.some(saysSomething) && (
        <Card as="section" labelledBy="prepared">
          <Stack gap={3}>
            <h2 id="prepared">{t('heard.prepared')}</h2>
            <PreparedWords meeting={evaluation.id} empty={t('heard.prepared.empty')} />
          </Stack>
        </Card>
      )}
      <Card as="section" tone="done" labelledBy="reached">
        <Stack gap={2}>
          <h2 id="reached">{t('evaluation.achieved.goals')}</h2>
          {reached.length === 0 ? (
            <p>{t('evaluation.achieved.noGoals')}</p>
          ) : (
            <ul className={styles['list']} translate="no">
              {reached.map(({ id, statement }) => (
                <li key={id}>{statement}</li>
              ))}
            </ul>
          )}
        </Stack>
      </Card>
      <Card as="section" tone="done" labelledBy="done">
        <Stack gap={2}>
          <h2 id="done">{t('evaluation.achieved.actions', { count: done.length })}</h2>
          {done.length === 0 ? (
            <p>{t('evaluation.achieved.noActions')}</p>
          ) : (
            <ul className={styles['list']} translate="no">
              {done.map(({ id, what, who }) => (
                <li key={id}>
                  {what} <small>{namesOf(view, who)}</small>
                </li>
              ))}
            </ul>
          )}
        </Stack>
      </Card>
      <AutosaveText
        label={t('evaluation.achieved.field')}
        hint={t('evaluation.achieved.fieldHint')}
        entity={evaluation.id}
        field="achieved"
        value={evaluation.achieved}
        multiline
      />
    </Stack>
  );
};
