import { generatePath } from 'react-router';
import { goalsOf } from '../../../../core/evaluation/evaluatedPlan.ts';
import type { Evaluation } from '../../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { LinkButton } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { paths } from '../../../components/paths.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { GoalCard } from './GoalCard.tsx';

/** Per goal: what the family says, what school and help say, and how to go on with it. */
export const GoalsStep = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const view = useCaseView();
  const { caseId } = useOpenCase();
  const goals = goalsOf(view, evaluation);
  if (goals.length === 0) {
    return (
      <Card>
        <p>{t('evaluation.goals.none')}</p>
        <div>
          <LinkButton variant="quiet" to={`${generatePath(paths.case, { caseId })}#goals`}>
            {t('evaluation.goals.make')}
          </LinkButton>
        </div>
      </Card>
    );
  }
  return (
    <Stack gap={5}>
      {goals.map((goal, index) => (
        <GoalCard key={goal.id} evaluation={evaluation} goal={goal} number={index + 1} />
      ))}
    </Stack>
  );
};
