import { ListChecks } from 'lucide-react';
import { actionsOf } from '../../../../core/evaluation/evaluatedPlan.ts';
import { doersOf, keptOf } from '../../../../core/evaluation/keptPromises.ts';
import type { Action, Evaluation } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { KeptOverview } from '../KeptOverview.tsx';
import { KeptCard } from './KeptCard.tsx';

/** What came of every promise; those of professionals count the same. */
export const ActionsStep = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const view = useCaseView();
  const { run, isRunning, errorText } = useChange();
  const actions = actionsOf(view, evaluation);
  if (actions.length === 0) {
    return (
      <Card>
        <p>{t('evaluation.actions.none')}</p>
      </Card>
    );
  }
  const toTakeOver = actions.filter((action) => !keptOf(view, evaluation, action.id)?.kept && reported(action) !== null);
  const takeOver = () =>
    run(
      ...toTakeOver.map((action) => ({
        ...({ type: 'setKept', evaluation: evaluation.id, action: action.id, kept: reported(action)! } as const),
        reason: reported(action) === 'no' ? (action.reports.at(-1)?.reason ?? '') : '',
      })),
    );

  return (
    <Stack gap={5}>
      {toTakeOver.length > 0 && (
        <div>
          <Button variant="quiet" icon={ListChecks} isDisabled={isRunning} onPress={() => void takeOver()}>
            {t('evaluation.actions.takeOver', { count: toTakeOver.length })}
          </Button>
        </div>
      )}
      {errorText && <p role="alert">{errorText}</p>}
      {(['family', 'together', 'professionals', 'nobody'] as const).map((doers) => {
        const theirs = actions.filter((action) => doersOf(view, action) === doers);
        return (
          theirs.length > 0 && (
            <section key={doers} aria-labelledby={`kept-${doers}`}>
              <Stack gap={3}>
                <h2 id={`kept-${doers}`}>{t(`evaluation.doers.${doers}`)}</h2>
                {theirs.map((action) => (
                  <KeptCard key={action.id} evaluation={evaluation} action={action} />
                ))}
              </Stack>
            </section>
          )
        );
      })}
      <Card as="section" labelledBy="keptOverview">
        <h2 id="keptOverview">{t('evaluation.kept.title')}</h2>
        <KeptOverview evaluation={evaluation} />
      </Card>
    </Stack>
  );
};

/** What the doers last said themselves, when that settles it. */
const reported = ({ status }: Action): 'yes' | 'no' | null => (status === 'done' ? 'yes' : status === 'notDone' ? 'no' : null);
