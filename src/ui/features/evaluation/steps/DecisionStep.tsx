import { stuckGoals } from '../../../../core/evaluation/evaluatedPlan.ts';
import type { Evaluation } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Banner } from '../../../components/Banner.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Closing } from './Closing.tsx';
import { FinishCard } from './FinishCard.tsx';
import { NextEvaluation } from './NextEvaluation.tsx';

/** How to go on, why, and when to look again; or how to close well. */
export const DecisionStep = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const { options } = useTerms();
  const view = useCaseView();
  const stuck = stuckGoals(view, evaluation);
  const { id, decision, decisionReason } = evaluation;
  return (
    <Stack gap={5}>
      {stuck.length > 0 && (
        <Banner tone="attention" title={t('evaluation.scaleUp.proposal')}>
          <p>{t('evaluation.scaleUp.about', { count: stuck.length })}</p>
          <ul translate="no">
            {stuck.map((goal) => (
              <li key={goal.id}>{goal.statement}</li>
            ))}
          </ul>
        </Banner>
      )}
      <Card>
        <AutosaveChoice
          label={t('evaluation.decision.field')}
          entity={id}
          field="decision"
          value={decision}
          options={options('evaluation', 'decision')}
        />
        {decision && <p>{t(`evaluation.decision.${decision}`)}</p>}
        <AutosaveText
          label={t('evaluation.decision.reason')}
          hint={t('evaluation.decision.reasonHint')}
          entity={id}
          field="decisionReason"
          value={decisionReason}
          multiline
        />
      </Card>
      {decision === 'close' ? <Closing /> : <NextEvaluation evaluation={evaluation} />}
      <FinishCard evaluation={evaluation} />
    </Stack>
  );
};
