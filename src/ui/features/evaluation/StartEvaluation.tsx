import { generatePath, useNavigate } from 'react-router';
import type { Evaluation } from '../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { AutosaveDate } from '../../components/fields/AutosaveDate.tsx';
import { formatDayLong } from '../../components/formatDate.ts';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useChange } from '../../components/useChange.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { evaluationPath, STEPS, stepTable } from './evaluationSteps.ts';
import styles from './Evaluation.module.css';

/** Before it begins: when, and what will be asked. */
export const StartEvaluation = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const { family } = useCaseView();
  const { caseId } = useOpenCase();
  const navigate = useNavigate();
  const { run, isRunning, errorText } = useChange();

  async function begin(): Promise<void> {
    const started = await run({ type: 'startEvaluation', evaluation: evaluation.id });
    if (started) await navigate(evaluationPath(caseId, evaluation.id, 'achieved'), { replace: true });
  }

  return (
    <Stack gap={5}>
      <PageHeading
        title={t('evaluation.start.title', { family: family.name })}
        neutralTitle={t('evaluation.title')}
        intro={evaluation.day && formatDayLong(evaluation.day)}
      />
      <Card as="section" labelledBy="what">
        <Stack gap={3}>
          <h2 id="what">{t('evaluation.start.what')}</h2>
          <p>{t('evaluation.start.explain')}</p>
          <ol className={styles['numbered']}>
            {STEPS.map((step) => (
              <li key={step}>{t(stepTable[step].title)}</li>
            ))}
          </ol>
          <p>{t('evaluation.start.anyOrder')}</p>
        </Stack>
      </Card>
      <AutosaveDate
        label={t('evaluation.start.day')}
        hint={t('evaluation.start.dayHint')}
        entity={evaluation.id}
        field="day"
        value={evaluation.day}
      />
      {errorText && <p role="alert">{errorText}</p>}
      <Row>
        <Button isDisabled={isRunning} onPress={() => void begin()}>
          {t('evaluation.start.begin')}
        </Button>
        <LinkButton variant="quiet" to={generatePath(paths.case, { caseId })}>
          {t('evaluation.toCase')}
        </LinkButton>
      </Row>
    </Stack>
  );
};
