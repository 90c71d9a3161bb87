import { useState } from 'react';
import type { CirclePerson, CircleView } from '../../../application/application.ts';
import type { RosterRole } from '../../../core/circle/rosterEntry.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
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
  const [role, setRole] = useState<RosterRole | null>(person.role);
  const name = useNameOfPerson()(person);

  function change() {
    if (role !== null && role !== person.role) return circle.changeRole(view.caseId, person.member, role);
    onClose();
    return null;
  }

  return (
    <ConfirmDialog
      variant="primary"
      title={t('circle.role.changeOf', { name })}
      sure={t('circle.role.save')}
      act={change}
      onClose={onClose}
    >
      <RoleField value={role} onChange={setRole} />
      <p>{t('circle.role.fromNow')}</p>
    </ConfirmDialog>
  );
};
