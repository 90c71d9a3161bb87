import { useState } from 'react';
import { useNavigate } from 'react-router';
import { findOpenEnds } from '../../../../core/evaluation/openEnds.ts';
import type { Evaluation } from '../../../../core/plan/caseView.ts';
import { useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorSummary } from '../../../components/fields/ErrorSummary.tsx';
import { useHalfWritten } from '../../../components/heard/hearingDrafts.ts';
import { Stack } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useNames } from '../../../components/useNames.ts';
import { useToday } from '../../../components/useToday.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Evaluation.module.css';
import { evaluationPath } from '../evaluationSteps.ts';
import { whatStopsFinishing } from '../whatStopsFinishing.ts';

/** Before it is final: what nobody said yet, and finishing itself. */
export const FinishCard = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const view = useCaseView();
  const openCase = useOpenCase();
  const today = useToday();
  const navigate = useNavigate();
  const { run, isRunning, errorText } = useChange();
  const halfWritten = useHalfWritten(evaluation.id);
  const { namesOf } = useNames();
  const [tried, setTried] = useState<readonly string[]>([]);
  const openEnds = findOpenEnds(view, evaluation);
  const unsaved = halfWritten.length > 0 ? [t('heard.hearing.halfWritten', { names: namesOf(halfWritten) })] : [];
  const stops = [...unsaved, ...whatStopsFinishing(evaluation, today).map((stop) => t(stop))];
  // Once something of it is repaired the list goes, so that it does not take the focus from a field.
  const isStillSo = tried.join() === stops.join();

  async function finish(): Promise<void> {
    // A field that was left just now is saved first.
    await openCase.change();
    const now = openCase.view.get().evaluations.find(({ id }) => id === evaluation.id);
    const stopsNow = [...unsaved, ...(now ? whatStopsFinishing(now, today).map((stop) => t(stop)) : [])];
    setTried(stopsNow);
    if (stopsNow.length > 0) return;
    if (await run({ type: 'finishEvaluation', evaluation: evaluation.id }))
      await navigate(evaluationPath(openCase.caseId, evaluation.id, null), { replace: true });
  }

  return (
    <Card as="section" labelledBy="finish">
      <h2 id="finish">{t('evaluation.finish.title')}</h2>
      {openEnds.length === 0 ? (
        <p>{t('evaluation.finish.nothingOpen')}</p>
      ) : (
        <Stack gap={2}>
          <p>{t('evaluation.finish.open')}</p>
          <ul className={styles['openEnds']}>
            {openEnds.map(({ type, step, count }) => {
              const words = t(`evaluation.open.${type}`, { count });
              return (
                <li key={type}>
                  <span>{words}</span>
                  <LinkButton
                    variant="plain"
                    to={evaluationPath(openCase.caseId, evaluation.id, step)}
                    aria-label={`${t('evaluation.finish.fill')}: ${words}`}
                  >
                    {t('evaluation.finish.fill')}
                  </LinkButton>
                </li>
              );
            })}
          </ul>
        </Stack>
      )}
      <p>{t('evaluation.finish.explain')}</p>
      <ErrorSummary errors={[...(isStillSo ? stops : []), ...(errorText ? [errorText] : [])]} />
      <div>
        <Button isDisabled={isRunning} onPress={() => void finish()}>
          {t(evaluation.decision === 'close' ? 'evaluation.finish.close' : 'evaluation.finish.do')}
        </Button>
      </div>
    </Card>
  );
};
