import { Printer } from 'lucide-react';
import { generatePath } from 'react-router';
import type { Evaluation } from '../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { formatDayLong, formatTime } from '../../components/formatDate.ts';
import { HeardChildren } from '../../components/heard/HeardChildren.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Evaluation.module.css';
import { NextEvaluationFile } from './NextEvaluationFile.tsx';
import { SummaryActions } from './summary/SummaryActions.tsx';
import { SummaryExperience } from './summary/SummaryExperience.tsx';
import { SummaryGoals } from './summary/SummaryGoals.tsx';
import { WhoToCall } from './WhoToCall.tsx';
import { Words } from './Words.tsx';

/** What everyone said and decided, to read and to print. */
export const EvaluationSummary = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const { family } = useCaseView();
  const { caseId } = useOpenCase();
  const isClosed = evaluation.decision === 'close';
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('evaluation.start.title', { family: family.name })}
        neutralTitle={t('evaluation.title')}
        intro={evaluation.day && formatDayLong(evaluation.day)}
      />
      <div className={styles['onScreen']}>
        <Banner tone="done" title={t(isClosed ? 'evaluation.summary.closed' : 'evaluation.summary.finished')} />
        <Row>
          <Button icon={Printer} onPress={() => window.print()}>
            {t('evaluation.summary.print')}
          </Button>
          <NextEvaluationFile evaluation={evaluation} />
          <LinkButton variant="quiet" to={generatePath(paths.case, { caseId })}>
            {t('evaluation.toCase')}
          </LinkButton>
          <UndoBar />
        </Row>
      </div>
      <Decision evaluation={evaluation} />
      {isClosed && (
        <Card as="section" labelledBy="closing">
          <h2 id="closing">{t('evaluation.closing.title')}</h2>
          {family.leaveBehind && <Words heading={t('evaluation.closing.leaveBehind')} words={family.leaveBehind} />}
          <WhoToCall />
          <div className={styles['onScreen']}>
            <div>
              <LinkButton variant="quiet" to={generatePath(paths.print, { caseId, sheet: 'full' })}>
                {t('evaluation.closing.print')}
              </LinkButton>
            </div>
          </div>
        </Card>
      )}
      {evaluation.achieved && (
        <Card as="section" tone="done" labelledBy="achieved">
          <h2 id="achieved">{t('evaluation.achieved.title')}</h2>
          <p className={styles['words']} translate="no">
            {evaluation.achieved}
          </p>
        </Card>
      )}
      <SummaryGoals evaluation={evaluation} />
      <SummaryActions evaluation={evaluation} />
      <SummaryExperience evaluation={evaluation} />
      <div className={styles['onScreen']}>
        <HeardChildren meeting={evaluation.id} />
      </div>
    </Stack>
  );
};

const Decision = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { decision, decisionReason, nextEvaluation, nextEvaluationAt } = evaluation;
  return (
    <Card as="section" labelledBy="decision">
      <h2 id="decision">{t('evaluation.summary.decision')}</h2>
      {decision && (
        <p>
          <strong>{term('evaluation', 'decision', decision)}.</strong> {t(`evaluation.decision.${decision}`)}
        </p>
      )}
      {decisionReason && <Words heading={t('evaluation.decision.reason')} words={decisionReason} />}
      {decision !== 'close' && nextEvaluation && (
        <p>
          {t('evaluation.summary.next', { day: formatDayLong(nextEvaluation) })} {nextEvaluationAt && formatTime(nextEvaluationAt)}
        </p>
      )}
    </Card>
  );
};
