import { useNavigate } from 'react-router';
import type { Conference } from '../../../core/plan/caseView.ts';
import { useOpenCase } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Row } from '../../components/Layout.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { conferencePath } from './conferencePath.ts';
import { stepAfter, stepBefore, type StepId } from './conferenceSteps.ts';

/** On to the next step: that calls this one done. Steps can always be opened again. */
export const StepFooter = ({ conference, step }: { readonly conference: Conference; readonly step: StepId }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { caseId } = useOpenCase();
  const navigate = useNavigate();
  const { run, errorText } = useChange();
  const [next, previous] = [stepAfter(step), stepBefore(step)];
  const isDone = conference.stepsDone.includes(step);

  const setDone = (value: boolean) =>
    run({
      type: 'set',
      entity: conference.id,
      field: 'stepsDone',
      value: value ? [...conference.stepsDone, step] : conference.stepsDone.filter((done) => done !== step),
    });
  async function goOn(to: StepId): Promise<void> {
    if (!isDone) await setDone(true);
    await navigate(conferencePath(caseId, conference.id, to));
  }

  return (
    <footer>
      {errorText && <p role="alert">{errorText}</p>}
      <Row justify="between">
        <Row>
          {previous && (
            <LinkButton variant="quiet" to={conferencePath(caseId, conference.id, previous)}>
              {t('conference.previous')}
            </LinkButton>
          )}
          {isDone && (
            <Button variant="plain" onPress={() => void setDone(false)}>
              {t('conference.notDoneYet')}
            </Button>
          )}
          <UndoBar />
        </Row>
        {next && (
          <Button onPress={() => void goOn(next)}>
            {t('conference.goOn', { step: term('conference', 'stepsDone', next).toLowerCase() })}
          </Button>
        )}
      </Row>
    </footer>
  );
};
