import { useState } from 'react';
import type { Companion } from '../../../../core/plan/caseView.ts';
import { isForAWhile, usualEnd } from '../../../../core/plan/companions.ts';
import type { CivilDate } from '../../../../core/shared/civilDate.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { CheckField } from '../../../components/fields/CheckField.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { DateField } from '../../../components/fields/DateField.tsx';
import { TextArea } from '../../../components/fields/TextArea.tsx';
import { TextField } from '../../../components/fields/TextField.tsx';
import { formatDayLong } from '../../../components/formatDate.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useToday } from '../../../components/useToday.ts';
import { withCapital } from '../../../components/withCapital.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Failed } from '../Failed.tsx';
import styles from '../myPlan.module.css';
import { nextMeeting } from '../nextMeeting.ts';
import { useWho } from '../useWho.ts';

interface CompanionFormProps {
  /** Somebody who may come already, for longer; then only until when and why is asked. */
  readonly longer?: Companion;
  readonly onDone: () => void;
}

/** Who, what for and until when: a question to the team, which lets nobody in by itself. */
export const CompanionForm = ({ longer, onDone }: CompanionFormProps) => {
  const t = useTexts();
  const speak = useWho();
  const { options } = useTerms();
  const today = useToday();
  const view = useCaseView();
  const meeting = nextMeeting(view, today);
  const { run, isRunning, errorText } = useChange();
  const [what, setWhat] = useState<Companion['what']>(longer?.what ?? null);
  const [name, setName] = useState(longer?.name ?? '');
  const [why, setWhy] = useState('');
  const [phone, setPhone] = useState(longer?.phone ?? '');
  const [isForMeeting, setForMeeting] = useState(longer === undefined);
  // Follows what they are until somebody chooses a day.
  const [chosen, setChosen] = useState<CivilDate | null | undefined>(undefined);
  const [isTried, setTried] = useState(false);
  const until = chosen === undefined ? usualEnd(what, meeting?.day ?? null, today, longer?.ends) : chosen;
  const isWrong = until === null || !isForAWhile(until, today);

  async function send(): Promise<void> {
    setTried(true);
    if (isRunning || what === null || name.trim() === '' || isWrong) return;
    const about = { meeting: isForMeeting && meeting ? meeting.id : null, person: longer?.who ?? null };
    if (await run({ type: 'proposeCompanion', what, name, why, until, phone, ...about })) onDone();
  }

  return (
    <form
      className={styles['say']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {!longer && (
        <>
          <ChoiceField
            label={t('myPlan.companion.what')}
            options={options('companion', 'what').map(({ value, label }) => ({ value, label: withCapital(label) }))}
            value={what}
            onChange={setWhat}
            error={isTried && what === null ? t('myPlan.companion.whatMissing') : null}
            isRequired
          />
          <TextField
            label={t('myPlan.companion.name')}
            value={name}
            onChange={setName}
            error={isTried && name.trim() === '' ? t('myPlan.companion.nameMissing') : null}
            isRequired
          />
          {meeting && (
            <CheckField
              label={t('myPlan.companion.meeting', { day: formatDayLong(meeting.day) })}
              value={isForMeeting}
              onChange={setForMeeting}
            />
          )}
        </>
      )}
      <TextArea label={t('myPlan.companion.why', speak)} rows={2} value={why} onChange={setWhy} />
      <DateField
        label={t('myPlan.companion.until')}
        value={until}
        onChange={setChosen}
        min={today}
        error={isTried && isWrong ? t('myPlan.companion.untilWrong') : null}
        isRequired
      />
      {!longer && <TextField label={t('myPlan.companion.phone')} type="tel" value={phone} onChange={setPhone} />}
      <Failed why={errorText} />
      <div className={styles['buttons']}>
        <button type="submit" className={styles['primary']}>
          {t('myPlan.companion.send')}
        </button>
        <button type="button" className={styles['plain']} onClick={onDone}>
          {t('shell.cancel')}
        </button>
      </div>
    </form>
  );
};
