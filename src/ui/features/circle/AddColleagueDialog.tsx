import { useState } from 'react';
import type { CircleView } from '../../../application/application.ts';
import type { RosterRole } from '../../../core/circle/rosterEntry.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { DocumentId, EntityId } from '../../../core/shared/ids.ts';
import { useApplication, useCaseView } from '../../components/applicationContext.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { personOptions } from '../../components/people.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { DocumentsField, documentsToGive, UntilField } from './ReadingFields.tsx';
import { RoleField } from './RoleField.tsx';

interface AddColleagueDialogProps {
  readonly view: CircleView;
  readonly colleague: CircleView['colleagues'][number];
  readonly onClose: () => void;
}

export const AddColleagueDialog = ({ view, colleague, onClose }: AddColleagueDialogProps) => {
  const t = useTexts();
  const { circle } = useApplication();
  const { professionals } = useCaseView();
  const free = professionals.filter(({ member }) => !member);
  const [role, setRole] = useState<RosterRole>('professional');
  const [person, setPerson] = useState<EntityId | null>(free.find(({ name }) => name === colleague.name)?.id ?? null);
  const [documents, setDocuments] = useState<readonly DocumentId[]>([]);
  const [until, setUntil] = useState<CivilDate | null>(null);
  const [isTried, setTried] = useState(false);
  const untilError = role === 'expert' && until === null ? t('asked.error.EndDateMissing') : null;

  function add() {
    setTried(true);
    if (untilError) return null;
    const given = documentsToGive(view, role).map(({ doc }) => doc);
    return circle.addColleague(view.caseId, {
      member: colleague.member,
      role,
      person: role === 'auditor' ? null : person,
      documents: documents.filter((doc) => given.includes(doc)),
      until: role === 'expert' ? until : null,
    });
  }

  return (
    <ConfirmDialog
      variant="primary"
      title={t('circle.colleagues.addThis', { name: colleague.name })}
      sure={t('circle.colleagues.save')}
      act={add}
      onClose={onClose}
    >
      {role !== 'auditor' && (
        <SelectField
          label={t('circle.colleagues.person')}
          hint={t('circle.colleagues.personHint')}
          options={personOptions(free)}
          emptyLabel={t('circle.colleagues.newPerson', { name: colleague.name })}
          value={person}
          onChange={setPerson}
        />
      )}
      <RoleField value={role} onChange={setRole} withAuditor />
      {role === 'expert' && <UntilField value={until} onChange={setUntil} error={isTried ? untilError : null} />}
      <DocumentsField view={view} role={role} value={documents} onChange={setDocuments} />
      {role !== 'auditor' && <p>{t('circle.invite.history')}</p>}
    </ConfirmDialog>
  );
};
