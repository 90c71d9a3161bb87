import type { OwnDevice } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface RevokeDialogProps {
  readonly device: OwnDevice;
  readonly name: string;
  readonly onClose: () => void;
}

/** A lost device gets nothing any more; what that means, before it happens. */
export const RevokeDialog = ({ device, name, onClose }: RevokeDialogProps) => {
  const t = useTexts();
  const { devices } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  return (
    <Dialog
      title={t('device.own.revoke.this', { name })}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="danger"
            isDisabled={isAsking}
            onPress={() => void ask(() => devices.revoke(device.id)).then((isDone) => isDone && onClose())}
          >
            {t('device.own.revoke.sure')}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('device.own.revoke.explain')}</p>
      <p>{t('device.own.revoke.keeps')}</p>
      {errorText && <p role="alert">{errorText}</p>}
    </Dialog>
  );
};
