import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import type { CirclePerson, CircleView, InvitationHow } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { HowField } from '../../components/invitation/HowField.tsx';
import { paths } from '../../components/paths.ts';
import { isFamilyRole } from '../../components/circle/isFamilyRole.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useNameOfPerson } from '../../components/circle/circleWords.ts';
import { documentsToGive } from './ReadingFields.tsx';

interface ReturnDialogProps {
  readonly view: CircleView;
  readonly person: CirclePerson;
  readonly onClose: () => void;
}

/**
 * Somebody lost every device and the code on paper: they come back as who they were. Whoever pretends to be them would read everything,
 * so the lead first says to have seen or spoken them.
 */
export const ReturnDialog = ({ view, person, onClose }: ReturnDialogProps) => {
  const t = useTexts();
  const navigate = useNavigate();
  const { circle } = useApplication();
  const [how, setHow] = useState<InvitationHow>('inPerson');
  const [isSure, setSure] = useState(false);
  const [isTried, setTried] = useState(false);
  const name = useNameOfPerson()(person);
  const { member, role, until } = person;
  const mine = documentsToGive(view, role).map(({ doc }) => doc);
  const others = person.documents.filter(({ kind }) => kind !== 'plan');
  const kept = others.filter(({ doc }) => !mine.includes(doc));

  function invite() {
    setTried(true);
    if (!isSure || role === null) return null;
    const documents = others.map(({ doc }) => doc).filter((doc) => mine.includes(doc));
    return circle.invite(view.caseId, { role, how, person: person.person, documents, until, sharing: null, succeeds: member });
  }
  function done(): void {
    onClose();
    void navigate(`${generatePath(paths.circle, { caseId: view.caseId })}#invitations`);
  }

  return (
    <ConfirmDialog
      variant="primary"
      title={t('circle.return.this', { name })}
      sure={t('circle.invite.do')}
      act={invite}
      onClose={onClose}
      onDone={done}
    >
      <p>{t('circle.return.paperFirst', { name })}</p>
      <p>{t('circle.return.explain', { name })}</p>
      {isFamilyRole(role) && <p>{t('circle.return.family')}</p>}
      {kept.length > 0 && (
        <p>{t('circle.return.notMine', { name, documents: kept.map(({ kind }) => t(`circle.document.${kind}`)).join(', ') })}</p>
      )}
      <Banner tone="attention" title={t('circle.return.who')}>
        {t('circle.return.whoHelp', { name })}
      </Banner>
      <CheckField
        label={t('circle.return.sure', { name })}
        value={isSure}
        onChange={setSure}
        error={isTried && !isSure ? t('circle.return.notSure') : null}
      />
      <HowField value={how} onChange={setHow} />
    </ConfirmDialog>
  );
};
