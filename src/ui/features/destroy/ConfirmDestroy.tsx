import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import type { DestroyInput, DestructionView } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface ConfirmDestroyProps {
  readonly view: DestructionView;
  readonly input: DestroyInput;
  readonly onClose: () => void;
}

/** Nobody can undo it, for anybody: so a word is asked for that nobody types by accident. */
export const ConfirmDestroy = ({ view, input, onClose }: ConfirmDestroyProps) => {
  const t = useTexts();
  const { destruction } = useApplication();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const word = t('destroy.confirm.word');
  const isSame = typed.trim().toLowerCase() === word;

  function destroy() {
    setTried(true);
    return isSame ? destruction.destroy(view.caseId, input) : null;
  }

  return (
    <ConfirmDialog
      title={t('destroy.confirm')}
      sure={t('destroy.confirm.sure')}
      busy={t('destroy.busy')}
      act={destroy}
      onClose={onClose}
      onDone={() => void navigate(generatePath(paths.destroyed, { caseId: view.caseId }))}
    >
      {(confirm) => (
        <>
          <p>{t('destroy.confirm.what', { people: view.holders.length, documents: view.documents.length })}</p>
          <p>{t('destroy.confirm.never')}</p>
          <TextField
            label={t('destroy.confirm.type', { word })}
            value={typed}
            onChange={setTyped}
            onSubmit={confirm}
            isRequired
            error={isTried && !isSame ? t('destroy.confirm.missing', { word }) : null}
          />
        </>
      )}
    </ConfirmDialog>
  );
};
