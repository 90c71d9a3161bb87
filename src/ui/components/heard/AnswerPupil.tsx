import { useState } from 'react';
import type { PupilVoice } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { useChange } from '../useChange.ts';
import { useTerms } from '../useTerms.ts';
import { WordsForm } from './WordsForm.tsx';

/** How it was weighed: the child reads it beside its own words. */
export const AnswerPupil = ({ said: { id, text, mood }, name }: { readonly said: PupilVoice; readonly name: string }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { run, isRunning, errorText, clearError } = useChange();
  const [isAnswering, setAnswering] = useState(false);

  async function answer(words: string): Promise<void> {
    if (await run({ type: 'answerPupil', pupilVoice: id, text: words })) close();
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
      onSend={(words) => void answer(words)}
      onCancel={close}
    />
  ) : (
    <div>
      <Button
        aria-label={t('heard.pupil.answerOf', {
          name,
          text: text || (mood ? term('pupilVoice', 'mood', mood) : t('heard.prepared.drawing', { name })),
        })}
        onPress={() => setAnswering(true)}
      >
        {t('heard.pupil.answer')}
      </Button>
    </div>
  );
};
