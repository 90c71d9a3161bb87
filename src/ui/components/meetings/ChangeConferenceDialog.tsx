import { useState } from 'react';
import type { Conference } from '../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { DateField, TimeField } from '../fields/DateField.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useChange } from '../useChange.ts';
import { useToday } from '../useToday.ts';
import type { ConferenceChange } from './ConferenceButtons.tsx';
import { useMoment } from './useMoment.ts';

const words = {
  move: { title: 'meetings.move.title', explain: 'meetings.move.same', press: 'meetings.move' },
  cancel: { title: 'meetings.cancel.title', explain: 'meetings.cancel.stays', press: 'meetings.cancel' },
} as const satisfies Record<ConferenceChange, Record<string, MessageKey>>;

interface ChangeConferenceDialogProps {
  readonly conference: Conference;
  readonly how: ConferenceChange;
  readonly onClose: () => void;
}

/** Never without a reason: people kept that day free, and the family sees how often a conference moved. */
export const ChangeConferenceDialog = ({ conference, how, onClose }: ChangeConferenceDialogProps) => {
  const t = useTexts();
  const today = useToday();
  const momentOf = useMoment();
  const { run, isRunning, errorText } = useChange();
  const [day, setDay] = useState<CivilDate | null>(null);
  const [at, setAt] = useState(conference.at);
  const [place, setPlace] = useState(conference.place);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { title, explain, press } = words[how];
  const dayProblem = how === 'move' ? findDayProblem(conference, { day, at, place: place.trim() }, today) : null;
  const isReasonMissing = reason.trim() === '';

  async function change(): Promise<void> {
    setTried(true);
    if (dayProblem || isReasonMissing) return;
    const about = { conference: conference.id, reason: reason.trim() };
    const done = await (day
      ? run({ type: 'moveConference', ...about, to: day, at, place: place.trim() })
      : run({ type: 'cancelConference', ...about }));
    if (done) onClose();
  }

  return (
    <Dialog
      title={t(title)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={isRunning} onPress={() => void change()}>
            {t(press)}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('meetings.keep')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{t('meetings.planned', { when: momentOf(conference) })}</strong>
      </p>
      <p>{t(explain)}</p>
      {how === 'move' && (
        <>
          <DateField
            label={t('meetings.newDay')}
            value={day}
            onChange={setDay}
            min={today}
            isRequired
            error={isTried && dayProblem ? t(dayProblem) : null}
          />
          <TimeField label={t('meetings.newTime')} value={at} onChange={setAt} />
          <TextField label={t('meetings.newPlace')} value={place} onChange={setPlace} />
        </>
      )}
      <TextArea
        label={t('meetings.why')}
        hint={t('meetings.whyHint')}
        value={reason}
        onChange={setReason}
        isRequired
        error={isTried && isReasonMissing ? t('meetings.whyMissing') : errorText}
      />
    </Dialog>
  );
};

type Moment = Pick<Conference, 'day' | 'at' | 'place'>;

function findDayProblem(planned: Moment, { day, at, place }: Moment, today: CivilDate): MessageKey | null {
  if (!day) return 'meetings.dayMissing';
  if (day < today) return 'meetings.dayPassed';
  return day === planned.day && at === planned.at && place === planned.place ? 'meetings.sameMoment' : null;
}
