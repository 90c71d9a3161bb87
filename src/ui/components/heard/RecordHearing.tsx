import { useState } from 'react';
import type { HearingMoment } from '../../../core/plan/hearings.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { ChoiceField, SelectField } from '../fields/ChoiceField.tsx';
import { DateField } from '../fields/DateField.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import { TextField } from '../fields/TextField.tsx';
import { personOptions } from '../people.ts';
import { useChange } from '../useChange.ts';
import { useNames } from '../useNames.ts';
import { useTerms } from '../useTerms.ts';
import { useToday } from '../useToday.ts';
import { WordsForm } from './WordsForm.tsx';

interface RecordHearingProps {
  readonly heard: HearingMoment;
  /** When something stands there already: the form is one that was opened. */
  readonly onClose?: () => void;
}

/** One press, words, and one press to save. There is no way to say that it was not needed. */
export const RecordHearing = ({ heard: { child, id: meeting }, onClose }: RecordHearingProps) => {
  const t = useTexts();
  const today = useToday();
  const { people } = useCaseView();
  const { options } = useTerms();
  const { nameOf } = useNames();
  const { run, isRunning, errorText, clearError } = useChange();
  const [outcome, setOutcome] = useState<'heard' | 'declined' | 'couldNot' | null>(null);
  const [spokeFor, setSpokeFor] = useState<EntityId | null>(null);
  const [spokeForToo, setSpokeForToo] = useState('');
  const [answer, setAnswer] = useState('');
  const [on, setOn] = useState<typeof today | null>(today);
  const [isTried, setTried] = useState(false);
  const name = nameOf(child);
  const isSpokenFor = outcome !== 'couldNot' || spokeFor !== null || spokeForToo.trim() !== '';

  async function save(how: string): Promise<void> {
    setTried(true);
    if (outcome === null || on === null || on > today || !isSpokenFor) return;
    const said = { outcome, how, spokeFor, spokeForToo, on, answer: outcome === 'heard' ? answer : '' };
    if (await run({ type: 'recordHearing', child, meeting, ...said })) close();
  }
  function close(): void {
    clearError();
    setOutcome(null);
    onClose?.();
  }

  return (
    <>
      <ChoiceField
        label={t('heard.hearing.outcome', { name })}
        appearance="chips"
        options={options('hearing', 'outcome')}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome !== null && (
        <WordsForm
          label={t(`heard.hearing.how.${outcome}`, { name })}
          hint={t(`heard.hearing.how.${outcome}.hint`, { name })}
          missing={t('heard.hearing.how.missing')}
          send={t('heard.hearing.save')}
          error={errorText}
          isBusy={isRunning}
          onSend={(how) => void save(how)}
          onCancel={close}
        >
          {outcome === 'couldNot' && (
            <>
              <SelectField
                label={t('heard.hearing.spokeFor', { name })}
                options={personOptions(people.filter(({ id }) => id !== child))}
                value={spokeFor}
                onChange={setSpokeFor}
                error={isTried && !isSpokenFor ? t('errors.SpokeForMissing') : null}
              />
              <TextField label={t('heard.hearing.spokeForToo')} value={spokeForToo} onChange={setSpokeForToo} />
            </>
          )}
          {outcome === 'heard' && (
            <TextArea
              label={t('heard.hearing.answer')}
              hint={t('heard.hearing.answer.hint', { name })}
              rows={2}
              value={answer}
              onChange={setAnswer}
            />
          )}
          <DateField
            label={t('heard.hearing.on')}
            value={on}
            onChange={setOn}
            error={isTried && (on === null || on > today) ? t('heard.hearing.on.later') : null}
          />
        </WordsForm>
      )}
    </>
  );
};
