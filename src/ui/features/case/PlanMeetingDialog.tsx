import { useState } from 'react';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { DateField, TimeField } from '../../components/fields/DateField.tsx';
import { PeopleField } from '../../components/fields/PeopleField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** When, where and with whom. Everyone of the case is asked, unless taken off. */
export const PlanMeetingDialog = ({ kind, onClose }: { readonly kind: 'conference' | 'evaluation'; readonly onClose: () => void }) => {
  const t = useTexts();
  const { people, me } = useCaseView();
  const { run, errorText } = useChange();
  const [day, setDay] = useState<CivilDate | null>(null);
  const [at, setAt] = useState('');
  const [place, setPlace] = useState('');
  const [invited, setInvited] = useState<readonly EntityId[]>(people.filter(({ part }) => part !== 'network').map(({ id }) => id));
  const [isTried, setIsTried] = useState(false);

  async function plan() {
    setIsTried(true);
    if (!day) return;
    const added = await run(
      kind === 'conference'
        ? { type: 'add', kind: 'conference', fields: { day, at, place, invited, minutes: 50, chair: me?.id ?? null } }
        : { type: 'add', kind: 'evaluation', fields: { day } },
    );
    if (added) onClose();
  }

  return (
    <Dialog
      title={t(kind === 'conference' ? 'case.meetings.planConference' : 'case.meetings.planEvaluation')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void plan()}>{t('case.meetings.plan')}</Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <DateField
        label={t('case.meetings.day')}
        value={day}
        onChange={setDay}
        isRequired
        error={isTried && !day ? t('case.meetings.day.missing') : errorText}
      />
      {kind === 'conference' && (
        <>
          <TimeField label={t('case.meetings.at')} value={at} onChange={setAt} />
          <TextField label={t('case.meetings.place')} value={place} onChange={setPlace} />
          <PeopleField label={t('case.meetings.invited')} people={people} value={invited} onChange={setInvited} />
        </>
      )}
    </Dialog>
  );
};
