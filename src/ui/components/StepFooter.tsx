import { useNavigate } from 'react-router';
import type { EntityId } from '../../core/shared/ids.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { Button, LinkButton } from './Button.tsx';
import { Row } from './Layout.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useChange } from './useChange.ts';

interface StepFooterProps<S extends string> {
  /** The conference or evaluation that keeps which steps were called done. */
  readonly walk: { readonly id: EntityId; readonly stepsDone: readonly S[] };
  readonly step: S;
  /** All of them, in their usual order. */
  readonly steps: readonly { readonly id: S; readonly label: string; readonly to: string }[];
}

/** On to the next step: that calls this one done. Steps can always be opened again. */
export const StepFooter = <S extends string>({ walk, step, steps }: StepFooterProps<S>) => {
  const t = useTexts();
  const navigate = useNavigate();
  const { run, errorText } = useChange();
  const place = steps.findIndex(({ id }) => id === step);
  const [previous, next] = [steps[place - 1], steps[place + 1]];
  const isDone = walk.stepsDone.includes(step);

  const setDone = (value: boolean) =>
    run({
      type: 'set',
      entity: walk.id,
      field: 'stepsDone',
      value: value ? [...walk.stepsDone, step] : walk.stepsDone.filter((done) => done !== step),
    });
  async function goOn(to: string): Promise<void> {
    // What could not be stored waits; that is no reason to hold people up.
    if (!isDone) await setDone(true);
    await navigate(to);
  }

  return (
    <footer>
      {errorText && <p role="alert">{errorText}</p>}
      <Row justify="between">
        <Row>
          {previous && (
            <LinkButton variant="quiet" to={previous.to}>
              {t('shell.step.previous')}
            </LinkButton>
          )}
          {isDone && (
            <Button variant="plain" onPress={() => void setDone(false)}>
              {t('shell.step.notDoneYet')}
            </Button>
          )}
          <UndoBar />
        </Row>
        {next && <Button onPress={() => void goOn(next.to)}>{t('shell.step.goOn', { step: next.label.toLowerCase() })}</Button>}
      </Row>
    </footer>
  );
};
