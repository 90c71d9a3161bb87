import { useState } from 'react';
import type { CirclePerson, CircleView } from '../../../application/application.ts';
import type { RosterRole } from '../../../core/circle/rosterEntry.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useNameOfPerson } from '../../components/circle/circleWords.ts';
import { RoleField } from './RoleField.tsx';

interface ChangeRoleDialogProps {
  readonly view: CircleView;
  readonly person: CirclePerson;
  readonly onClose: () => void;
}

export const ChangeRoleDialog = ({ view, person, onClose }: ChangeRoleDialogProps) => {
  const t = useTexts();
  const { circle } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  const [role, setRole] = useState<RosterRole | null>(person.role);
  const name = useNameOfPerson()(person);

  async function change(): Promise<void> {
    if (role === null || role === person.role) return onClose();
    if (await ask(() => circle.changeRole(view.caseId, person.member, role))) onClose();
  }

  return (
    <Dialog
      title={t('circle.role.changeOf', { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={isAsking} onPress={() => void change()}>
            {t('circle.role.save')}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <RoleField value={role} onChange={setRole} />
      <p>{t('circle.role.fromNow')}</p>
      {errorText && <p role="alert">{errorText}</p>}
    </Dialog>
  );
};
