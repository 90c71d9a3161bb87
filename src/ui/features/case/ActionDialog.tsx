import { useState } from 'react';
import type { Action } from '../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { DateField } from '../../components/fields/DateField.tsx';
import { PeopleField } from '../../components/fields/PeopleField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface ActionDialogProps {
  readonly goal: EntityId | null;
  readonly domain: Action['domain'];
  readonly onClose: () => void;
}

/** A new action: what, who first, where, when, and when it is done. */
export const ActionDialog = ({ goal, domain, onClose }: ActionDialogProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const { people, goals } = useCaseView();
  const { run, errorText } = useChange();
  const [what, setWhat] = useState('');
  const [who, setWho] = useState<readonly EntityId[]>([]);
  const [place, setPlace] = useState(domain);
  const [forGoal, setForGoal] = useState<EntityId | null>(goal);
  const [due, setDue] = useState<CivilDate | null>(null);
  const [doneWhen, setDoneWhen] = useState('');
  const [isTried, setIsTried] = useState(false);

  async function add() {
    setIsTried(true);
    if (what.trim() === '') return;
    const fields = { what, who, domain: place, goals: forGoal ? [forGoal] : [], due, doneWhen };
    if (await run({ type: 'add', kind: 'action', fields })) onClose();
  }

  return (
    <Dialog
      title={t('case.actions.new')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => void add()}>{t('case.actions.add')}</Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('case.actions.what')}
        value={what}
        onChange={setWhat}
        isRequired
        autoFocus
        error={isTried && what.trim() === '' ? t('case.actions.what.missing') : errorText}
      />
      <PeopleField label={t('case.actions.who')} hint={t('case.actions.who.hint')} people={people} value={who} onChange={setWho} />
      <ChoiceField label={t('case.actions.where')} options={options('action', 'domain')} value={place} onChange={setPlace} />
      {goals.length > 0 && (
        <ChoiceField
          label={t('case.actions.forGoal')}
          appearance="select"
          options={goals.map(({ id, statement }) => ({ value: id, label: statement }))}
          value={forGoal}
          onChange={setForGoal}
        />
      )}
      <DateField label={t('case.actions.due')} value={due} onChange={setDue} />
      <TextField label={t('case.actions.doneWhen')} value={doneWhen} onChange={setDoneWhen} />
    </Dialog>
  );
};
