import { useState } from 'react';
import type { HearingMoment } from '../../../core/plan/hearings.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { Button } from '../Button.tsx';
import { useChange } from '../useChange.ts';
import { useNames } from '../useNames.ts';
import { useToday } from '../useToday.ts';
import { AnswerPupil } from './AnswerPupil.tsx';
import { WordsForm } from './WordsForm.tsx';

/** What the team did with what the child said: to each thing it said of a goal, or to all of it together. */
export const AnswerHeard = ({ heard: { child, id: meeting, own } }: { readonly heard: HearingMoment }) => {
  const t = useTexts();
  const today = useToday();
  const { pupilVoices } = useCaseView();
  const { nameOf } = useNames();
  const { run, isRunning, errorText, clearError } = useChange();
  const [isAnswering, setAnswering] = useState(false);
  const name = nameOf(child);
  const waiting = pupilVoices.filter(({ id, isOpen }) => isOpen && own.some((one) => one.id === id));
  if (waiting.length > 0) return waiting.map((said) => <AnswerPupil key={said.id} said={said} name={name} />);

  async function send(answer: string): Promise<void> {
    const nobody = { spokeFor: null, spokeForToo: '' };
    if (await run({ type: 'recordHearing', child, meeting, outcome: 'heard', how: '', ...nobody, on: today, answer })) close();
  }
  function close(): void {
    clearError();
    setAnswering(false);
  }

  return isAnswering ? (
    <WordsForm
      label={t('heard.pupil.weighed', { name })}
      hint={t('heard.pupil.weighed.hint', { name })}
      missing={t('heard.answer.missing')}
      send={t('heard.answer.send')}
      error={errorText}
      isBusy={isRunning}
      onSend={(words) => void send(words)}
      onCancel={close}
    />
  ) : (
    <div>
      <Button variant="quiet" aria-label={t('heard.hearing.answerOf', { name })} onPress={() => setAnswering(true)}>
        {t('heard.pupil.answer')}
      </Button>
    </div>
  );
};
