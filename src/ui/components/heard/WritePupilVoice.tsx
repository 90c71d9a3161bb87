import { useState } from 'react';
import type { Goal, Person } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { Button } from '../Button.tsx';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { useChange } from '../useChange.ts';
import { useTerms } from '../useTerms.ts';
import { WordsForm } from './WordsForm.tsx';

/** Writing down what a child says of a goal: it will say who wrote it and how the child said it. */
export const WritePupilVoice = ({ goal, child: { id: by, name } }: { readonly goal: Goal; readonly child: Person }) => {
  const t = useTexts();
  const { options } = useTerms();
  const { me } = useCaseView();
  const { run, isRunning, errorText, clearError } = useChange();
  const [isWriting, setWriting] = useState(false);
  const [via, setVia] = useState<'spoken' | 'paper'>('spoken');

  async function write(text: string): Promise<void> {
    if (await run({ type: 'sayOfGoal', goal: goal.id, by, text, via, recordedBy: me!.id })) close();
  }
  function close(): void {
    clearError();
    setWriting(false);
  }

  return isWriting ? (
    <WordsForm
      label={t('heard.pupil.words', { name })}
      hint={t('heard.pupil.words.hint', { name })}
      missing={t('heard.pupil.words.missing', { name })}
      send={t('heard.pupil.save')}
      error={errorText}
      isBusy={isRunning}
      onSend={(words) => void write(words)}
      onCancel={close}
    >
      <ChoiceField
        label={t('heard.pupil.how', { name })}
        appearance="chips"
        options={options('pupilVoice', 'via').flatMap(({ value, label }) => (value === 'own' ? [] : [{ value, label }]))}
        value={via}
        onChange={(chosen) => setVia(chosen ?? via)}
      />
    </WordsForm>
  ) : (
    <div>
      <Button variant="plain" aria-label={t('heard.pupil.writeOf', { name, goal: goal.statement })} onPress={() => setWriting(true)}>
        {t('heard.pupil.write', { name })}
      </Button>
    </div>
  );
};
