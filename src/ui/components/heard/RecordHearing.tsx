import { useState } from 'react';
import type { HearingMoment } from '../../../core/plan/hearings.ts';
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
import { type HearingDraft, useHearingDraft } from './hearingDrafts.ts';
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
  const { draft, write, drop } = useHearingDraft(child, meeting);
  const written = draft ?? { child, meeting, outcome: null, how: '', spokeFor: null, spokeForToo: '', on: today, answer: '' };
  const { outcome, how, spokeFor, spokeForToo, on, answer } = written;
  const [isTried, setTried] = useState(false);
  const name = nameOf(child);
  const isSpokenFor = outcome !== 'couldNot' || spokeFor !== null || spokeForToo.trim() !== '';

  const fill = (part: Partial<HearingDraft>): void => write({ ...written, ...part });
  async function save(): Promise<void> {
    setTried(true);
    if (outcome === null || on === null || on > today || !isSpokenFor) return;
    const said = { outcome, how, spokeFor, spokeForToo, on, answer: outcome === 'heard' ? answer : '' };
    if (await run({ type: 'recordHearing', child, meeting, ...said })) close();
  }
  function close(): void {
    clearError();
    drop();
    onClose?.();
  }

  return (
    <>
      <ChoiceField
        label={t('heard.hearing.outcome', { name })}
        appearance="chips"
        options={options('hearing', 'outcome')}
        value={outcome}
        onChange={(chosen) => fill({ outcome: chosen })}
      />
      {outcome !== null && (
        <WordsForm
          label={t(`heard.hearing.how.${outcome}`, { name })}
          hint={t(`heard.hearing.how.${outcome}.hint`, { name })}
          missing={t('heard.hearing.how.missing')}
          send={t('heard.hearing.save')}
          error={errorText}
          isBusy={isRunning}
          kept={{ words: how, write: (words) => fill({ how: words }) }}
          onSend={() => void save()}
          onCancel={close}
        >
          {outcome === 'couldNot' && (
            <>
              <SelectField
                label={t('heard.hearing.spokeFor', { name })}
                options={personOptions(people.filter(({ id }) => id !== child))}
                value={spokeFor}
                onChange={(person) => fill({ spokeFor: person })}
                error={isTried && !isSpokenFor ? t('errors.SpokeForMissing') : null}
              />
              <TextField label={t('heard.hearing.spokeForToo')} value={spokeForToo} onChange={(words) => fill({ spokeForToo: words })} />
            </>
          )}
          {outcome === 'heard' && (
            <TextArea
              label={t('heard.hearing.answer')}
              hint={t('heard.hearing.answer.hint', { name })}
              rows={2}
              value={answer}
              onChange={(words) => fill({ answer: words })}
            />
          )}
          <DateField
            label={t('heard.hearing.on')}
            value={on}
            onChange={(chosen) => fill({ on: chosen })}
            error={isTried && (on === null || on > today) ? t('heard.hearing.on.later') : null}
          />
        </WordsForm>
      )}
    </>
  );
};
