import type { ComponentType } from 'react';
import { generatePath, Link } from 'react-router';
import type { Evaluation } from '../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { StepFooter } from '../../components/StepFooter.tsx';
import { StepList } from '../../components/StepList.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Evaluation.module.css';
import { evaluationPath, STEPS, stepTable, type StepId } from './evaluationSteps.ts';
import { AchievedStep } from './steps/AchievedStep.tsx';
import { ActionsStep } from './steps/ActionsStep.tsx';
import { DecisionStep } from './steps/DecisionStep.tsx';
import { ExperienceStep } from './steps/ExperienceStep.tsx';
import { GoalsStep } from './steps/GoalsStep.tsx';

const screens: Readonly<Record<StepId, ComponentType<{ readonly evaluation: Evaluation }>>> = {
  achieved: AchievedStep,
  goals: GoalsStep,
  actions: ActionsStep,
  experience: ExperienceStep,
  decision: DecisionStep,
};

interface RoomProps {
  readonly evaluation: Evaluation;
  readonly step: StepId;
}

/** Everyone around the table: five steps, in any order. */
export const EvaluationRoom = ({ evaluation, step }: RoomProps) => {
  const t = useTexts();
  const { term } = useTerms();
  const { family } = useCaseView();
  const { caseId } = useOpenCase();
  const Screen = screens[step];
  const steps = STEPS.map((id) => ({
    id,
    label: term('evaluation', 'stepsDone', id),
    to: evaluationPath(caseId, evaluation.id, id),
    isDone: evaluation.stepsDone.includes(id),
  }));
  return (
    <div className={styles['room']}>
      <div className={styles['steps']}>
        <p className={styles['which']}>
          <Link to={generatePath(paths.case, { caseId })} translate="no">
            {t('evaluation.start.title', { family: family.name })}
          </Link>
          {evaluation.day && <span>{formatDay(evaluation.day)}</span>}
        </p>
        <StepList label={t('evaluation.steps')} steps={steps} current={step} />
      </div>
      <Stack gap={5}>
        <PageHeading
          key={step}
          title={t(stepTable[step].title)}
          step={t('evaluation.stepOf', { step: STEPS.indexOf(step) + 1, count: STEPS.length })}
          intro={t(stepTable[step].intro)}
        />
        <Screen evaluation={evaluation} />
        <StepFooter walk={evaluation} step={step} steps={steps} />
      </Stack>
    </div>
  );
};
