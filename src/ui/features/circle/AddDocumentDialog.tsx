import { useState } from 'react';
import { useNavigate, generatePath } from 'react-router';
import type { AddedKind, CircleView } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { withCapital } from '../../components/withCapital.ts';

const kinds: readonly AddedKind[] = ['team', 'part', 'safety'];

/** Another document of the case; it opens as soon as it is there. Of consultation the family is told why. */
export const AddDocumentDialog = ({ view, onClose }: { readonly view: CircleView; readonly onClose: () => void }) => {
  const t = useTexts();
  const navigate = useNavigate();
  const { circle } = useApplication();
  const [kind, setKind] = useState<AddedKind>('team');
  const [title, setTitle] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const nameMissing = kind === 'part' && title.trim() === '';
  const reasonMissing = kind === 'team' && reason.trim() === '';
  async function add() {
    const made = await circle.addDocument(view.caseId, kind, { title, ...(kind === 'team' ? { reason } : {}) });
    if (made.ok) void navigate(generatePath(paths.part, { caseId: view.caseId, doc: made.value }));
    return made;
  }
  function save() {
    setTried(true);
    return nameMissing || reasonMissing ? null : add();
  }
  return (
    <ConfirmDialog variant="primary" title={t('circle.documents.add')} sure={t('circle.documents.save')} act={save} onClose={onClose}>
      <ChoiceField<AddedKind>
        label={t('circle.documents.kind')}
        options={kinds.map((value) => ({
          value,
          label: withCapital(t(`circle.document.${value}`)),
          detail: t(`circle.document.${value}.means`),
        }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
      />
      <TextField
        label={t('circle.documents.name')}
        hint={t('circle.documents.nameHint')}
        value={title}
        onChange={setTitle}
        error={isTried && nameMissing ? t('circle.documents.nameMissing') : null}
      />
      {kind === 'team' && (
        <TextArea
          label={t('circle.documents.reason')}
          hint={t('circle.documents.reasonHint')}
          value={reason}
          onChange={setReason}
          error={isTried && reasonMissing ? t('circle.documents.reasonMissing') : null}
        />
      )}
      {kind === 'safety' && <p>{t('circle.documents.safetyQuiet')}</p>}
      <p>{t('circle.documents.alone')}</p>
    </ConfirmDialog>
  );
};
