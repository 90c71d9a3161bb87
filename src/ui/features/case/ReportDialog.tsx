import { useState } from 'react';
import type { Report } from '../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** How an action went. Said by someone else and written down here, it says so. */
export const ReportDialog = ({ action: id, onClose }: { readonly action: EntityId; readonly onClose: () => void }) => {
  const t = useTexts();
  const { options } = useTerms();
  const { actions, people, me } = useCaseView();
  const action = actions.find((candidate) => candidate.id === id);
  const { run, errorText } = useChange();
  const doers = action?.who ?? [];
  /** Without a name beside it, anyone can say how it went. */
  const tellers = doers.length === 0 ? people : people.filter((person) => doers.includes(person.id));
  const [by, setBy] = useState<EntityId | null>(doers.find((doer) => doer === me?.id) ?? doers[0] ?? me?.id ?? null);
  const [status, setStatus] = useState<Report['status']>('done');
  const [reason, setReason] = useState('');
  const [newDate, setNewDate] = useState<CivilDate | null>(null);

  async function save() {
    if (!by || !status) return;
    const isMine = by === me?.id;
    const said = { by, recordedBy: isMine ? null : (me?.id ?? null), via: isMine ? 'own' : 'spoken' } as const;
    if (await run({ type: 'reportAction', action: id, status, reason, newDate: status === 'done' ? null : newDate, ...said })) onClose();
  }

  return (
    <Dialog
      title={t('case.report.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void save()}>{t('case.report.save')}</Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{action?.what}</strong>
      </p>
      <ChoiceField label={t('case.report.status')} options={options('report', 'status')} value={status} onChange={setStatus} />
      <ChoiceField
        label={t('case.report.by')}
        hint={by === me?.id ? undefined : t('case.report.recorded')}
        appearance="select"
        options={tellers.map((person) => ({ value: person.id, label: person.name }))}
        value={by}
        onChange={setBy}
      />
      {status !== 'done' && (
        <>
          <TextField label={t('case.report.reason')} value={reason} onChange={setReason} error={errorText} />
          <DateField label={t('case.report.newDate')} value={newDate} onChange={setNewDate} />
        </>
      )}
      {status === 'done' && errorText && <p role="alert">{errorText}</p>}
    </Dialog>
  );
};
