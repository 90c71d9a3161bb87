import { generatePath, useParams } from 'react-router';
import type { CaseId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { EvaluationSummary } from './EvaluationSummary.tsx';
import { EvaluationRoom } from './EvaluationRoom.tsx';
import { isStep, stepToContinue } from './evaluationSteps.ts';
import { StartEvaluation } from './StartEvaluation.tsx';

/** An evaluation from beginning to end. It continues where it was: at the step of the address, or the first that is not done. */
export const EvaluationScreen = () => {
  const { caseId, evaluationId, step } = useParams();
  const evaluation = useCaseView().evaluations.find(({ id }) => id === evaluationId);
  if (!evaluation) return <UnknownEvaluation caseId={caseId as CaseId} />;
  if (evaluation.state === 'finished') return <EvaluationSummary evaluation={evaluation} />;
  if (evaluation.state !== 'running') return <StartEvaluation evaluation={evaluation} />;
  return <EvaluationRoom evaluation={evaluation} step={isStep(step) ? step : stepToContinue(evaluation)} />;
};

const UnknownEvaluation = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useTexts();
  return (
    <Stack>
      <PageHeading title={t('evaluation.unknown.title')} intro={t('evaluation.unknown.explain')} />
      <div>
        <LinkButton to={generatePath(paths.case, { caseId })}>{t('evaluation.toCase')}</LinkButton>
      </div>
    </Stack>
  );
};
