import { useState } from 'react';
import type { CirclePerson, CircleView } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { isFamilyRole } from '../../components/circle/isFamilyRole.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useNameOfPerson } from '../../components/circle/circleWords.ts';

interface RemoveDialogProps {
  readonly view: CircleView;
  readonly person: CirclePerson;
  /** What stands there already, to change or keep. */
  readonly reason?: string;
  readonly onClose: () => void;
}

/** Out of the circle, with a reason. Somebody of the family only when a second professional agrees: then this proposes it. */
export const RemoveDialog = ({ view, person, reason: begin = '', onClose }: RemoveDialogProps) => {
  const t = useTexts();
  const { circle } = useApplication();
  const [reason, setReason] = useState(begin);
  const [isTried, setTried] = useState(false);
  const isFamily = isFamilyRole(person.role);
  const name = useNameOfPerson()(person);

  function remove() {
    setTried(true);
    if (reason.trim() === '') return null;
    const verb = isFamily ? circle.proposeRemoval : circle.removeMember;
    return verb(view.caseId, person.member, reason.trim());
  }

  return (
    <ConfirmDialog
      title={t(isFamily ? 'circle.propose.this' : 'circle.remove.this', { name })}
      sure={t(isFamily ? 'circle.propose.sure' : 'circle.remove.sure')}
      act={remove}
      onClose={onClose}
    >
      {isFamily ? <p>{t('circle.propose.explain')}</p> : <p>{t('circle.remove.explain', { name })}</p>}
      <p>{t('circle.remove.keeps')}</p>
      <TextArea
        label={t('circle.remove.reason')}
        hint={t('circle.remove.reasonHint')}
        rows={2}
        value={reason}
        onChange={setReason}
        isRequired
        error={isTried && reason.trim() === '' ? t('errors.ReasonMissing') : null}
      />
    </ConfirmDialog>
  );
};
