import type { OwnDevice } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useIsOnlyFamily } from '../../components/useIsFamily.ts';
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
  const isFamily = useIsOnlyFamily();
  return (
    <ConfirmDialog
      title={t('device.own.revoke.this', { name })}
      sure={t('device.own.revoke.sure')}
      act={() => devices.revoke(device.id)}
      onClose={onClose}
    >
      <p>{t('device.own.revoke.explain', { name })}</p>
      <p>
        {t('device.own.revoke.keeps')} {t(isFamily ? 'device.own.revoke.tell' : 'deviceWork.revoke.call')}
      </p>
    </ConfirmDialog>
  );
};
