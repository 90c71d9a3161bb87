import { isStuck } from '../../../../core/plan/alarms.ts';
import { finishedBefore } from '../../../../core/evaluation/evaluatedPlan.ts';
import type { Evaluation, Goal } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Banner } from '../../../components/Banner.tsx';
import { Card } from '../../../components/Card.tsx';
import { DomainChip } from '../../../components/DomainChip.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { Row, Stack } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { AttainmentOverTime } from '../AttainmentOverTime.tsx';
import { CellConflicts } from '../CellConflicts.tsx';
import styles from '../Evaluation.module.css';
import { LevelGrid } from './LevelGrid.tsx';

interface GoalCardProps {
  readonly evaluation: Evaluation;
  readonly goal: Goal;
  readonly number: number;
}

export const GoalCard = ({ evaluation, goal, number }: GoalCardProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const view = useCaseView();
  const { run, errorText } = useChange();
  const outcome = view.goalOutcomes.find((said) => said.evaluation === evaluation.id && said.goal === goal.id);
  const needsMore = isStuck(view, goal.id, [...finishedBefore(view, evaluation), evaluation.id]);
  const choices = options('goalOutcome', 'outcome');
  const heading = `goal-${number}`;

  return (
    <Card as="section" labelledBy={heading}>
      <Row justify="between" align="start">
        <h2 id={heading} translate="no">
          {number}. {goal.statement}
        </h2>
        {goal.domain && <DomainChip domain={goal.domain} />}
      </Row>
      {(goal.levelMinus2 || goal.level0) && (
        <dl className={styles['yardstick']} translate="no">
          {goal.levelMinus2 && <Yard term={t('evaluation.goals.asItWas')} words={goal.levelMinus2} />}
          {goal.level0 && <Yard term={t('evaluation.goals.goodEnough')} words={goal.level0} />}
        </dl>
      )}
      <LevelGrid evaluation={evaluation} goal={goal} side="family" />
      <LevelGrid evaluation={evaluation} goal={goal} side="professionals" />
      {needsMore && (
        <Banner tone="attention" title={t('evaluation.scaleUp.title')}>
          {t('evaluation.scaleUp.explain')}
        </Banner>
      )}
      <AttainmentOverTime evaluation={evaluation} goal={goal} />
      <Stack gap={2}>
        <ChoiceField
          label={t('evaluation.goals.outcome')}
          options={choices}
          value={outcome?.outcome ?? null}
          onChange={(chosen) => chosen && void run({ type: 'setOutcome', evaluation: evaluation.id, goal: goal.id, outcome: chosen })}
          error={errorText}
        />
        <CellConflicts entity={outcome?.id} fields={{ outcome: choices }} />
      </Stack>
    </Card>
  );
};

const Yard = ({ term, words }: { readonly term: string; readonly words: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{words}</dd>
  </div>
);
