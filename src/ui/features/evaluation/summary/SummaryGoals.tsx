import { goalsOf } from '../../../../core/evaluation/evaluatedPlan.ts';
import type { Side } from '../../../../core/evaluation/attainmentOverTime.ts';
import type { Evaluation, Goal } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { Row, Stack } from '../../../components/Layout.tsx';
import { nameOf } from '../../../components/people.ts';
import { levelText } from '../../../components/planWords.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AttainmentOverTime } from '../AttainmentOverTime.tsx';
import styles from '../Evaluation.module.css';
import { useVoiceText } from '../useVoice.ts';

/** Per goal what the family said beside what school and help said. */
export const SummaryGoals = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const goals = goalsOf(useCaseView(), evaluation);
  if (goals.length === 0) return null;
  return (
    <section aria-labelledby="goals">
      <Stack gap={3}>
        <h2 id="goals">{t('evaluation.goals.title')}</h2>
        {goals.map((goal) => (
          <SummaryGoal key={goal.id} evaluation={evaluation} goal={goal} />
        ))}
      </Stack>
    </section>
  );
};

interface SummaryGoalProps {
  readonly evaluation: Evaluation;
  readonly goal: Goal;
}

const SummaryGoal = ({ evaluation, goal }: SummaryGoalProps) => {
  const { term } = useTerms();
  const outcome = useCaseView().goalOutcomes.find((said) => said.evaluation === evaluation.id && said.goal === goal.id)?.outcome;
  return (
    <Card as="article">
      <Row justify="between" align="start">
        <h3 translate="no">{goal.statement}</h3>
        {outcome && <Chip tone={outcome === 'reached' ? 'done' : 'primary'}>{term('goalOutcome', 'outcome', outcome)}</Chip>}
      </Row>
      <div className={styles['pair']}>
        <WhatTheySaid evaluation={evaluation} goal={goal} side="family" />
        <WhatTheySaid evaluation={evaluation} goal={goal} side="professionals" />
      </div>
      <AttainmentOverTime evaluation={evaluation} goal={goal} />
    </Card>
  );
};

const WhatTheySaid = ({ evaluation, goal, side }: SummaryGoalProps & { readonly side: Side }) => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  const voiceText = useVoiceText();
  const said = view.attainments.filter(
    (one) => one.evaluation === evaluation.id && one.goal === goal.id && one.side === side && (one.level !== null || one.notStarted),
  );
  return (
    <div className={styles[side]}>
      <h4>{term('attainment', 'side', side)}</h4>
      {said.length === 0 ? (
        <p>{t('evaluation.chart.nothingSaid')}</p>
      ) : (
        <ul className={styles['plain']}>
          {said.map((one) => (
            <li key={one.id}>
              <span translate="no">
                <strong>{nameOf(view, one.by)}</strong>: {one.level === null ? t('terms.level.notStarted') : levelText(t, one.level)}
                {one.remark && ` “${one.remark}”`}
              </span>
              <span className={styles['soft']}> {voiceText(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
