import { useNavigate } from 'react-router';
import type { Evaluation } from '../../../core/plan/caseView.ts';
import { useOpenCase } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Row } from '../../components/Layout.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { evaluationPath, stepAfter, stepBefore, type StepId } from './evaluationSteps.ts';

/** On to the next step: that calls this one done. Steps can always be opened again. */
export const StepFooter = ({ evaluation, step }: { readonly evaluation: Evaluation; readonly step: StepId }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { caseId } = useOpenCase();
  const navigate = useNavigate();
  const { run, errorText } = useChange();
  const [next, previous] = [stepAfter(step), stepBefore(step)];
  const isDone = evaluation.stepsDone.includes(step);

  const setDone = (value: boolean) =>
    run({
      type: 'set',
      entity: evaluation.id,
      field: 'stepsDone',
      value: value ? [...evaluation.stepsDone, step] : evaluation.stepsDone.filter((done) => done !== step),
    });
  async function goOn(to: StepId): Promise<void> {
    if (isDone || (await setDone(true))) await navigate(evaluationPath(caseId, evaluation.id, to));
  }

  return (
    <footer>
      {errorText && <p role="alert">{errorText}</p>}
      <Row justify="between">
        <Row>
          {previous && (
            <LinkButton variant="quiet" to={evaluationPath(caseId, evaluation.id, previous)}>
              {t('evaluation.previous')}
            </LinkButton>
          )}
          {isDone && (
            <Button variant="plain" onPress={() => void setDone(false)}>
              {t('evaluation.notDoneYet')}
            </Button>
          )}
          <UndoBar />
        </Row>
        {next && (
          <Button onPress={() => void goOn(next)}>
            {t('evaluation.goOn', { step: term('evaluation', 'stepsDone', next).toLowerCase() })}
          </Button>
        )}
      </Row>
    </footer>
  );
};
