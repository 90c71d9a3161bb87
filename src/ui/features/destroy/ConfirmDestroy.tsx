import { useState } from 'react';
import { generatePath, useNavigate } from 'react-router';
import type { DestroyInput, DestructionView } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { paths } from '../../components/paths.ts';
import { useAsk } from '../../components/useAsk.ts';
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
  const { ask, isAsking, errorText } = useAsk();
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const word = t('destroy.confirm.word');
  const isSame = typed.trim().toLowerCase() === word;

  async function destroy(): Promise<void> {
    setTried(true);
    if (!isSame) return;
    const isDone = await ask(() => destruction.destroy(view.caseId, input));
    if (isDone) await navigate(generatePath(paths.destroyed, { caseId: view.caseId }));
  }

  return (
    <Dialog
      title={t('destroy.confirm')}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" isDisabled={isAsking} onPress={() => void destroy()}>
            {t('destroy.confirm.sure')}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('destroy.confirm.what', { people: view.holders.length, documents: view.documents.length })}</p>
      <p>{t('destroy.confirm.never')}</p>
      <TextField
        label={t('destroy.confirm.type', { word })}
        value={typed}
        onChange={setTyped}
        onSubmit={() => void destroy()}
        isRequired
        error={isTried && !isSame ? t('destroy.confirm.missing', { word }) : null}
      />
      {isAsking && <p role="status">{t('destroy.busy')}</p>}
      {errorText && <p role="alert">{errorText}</p>}
    </Dialog>
  );
};
