import type { ReactNode } from 'react';
import type { OrganisationError } from '../../../application/application.ts';
import type { Result } from '../../../core/shared/result.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface ConfirmDialogProps {
  readonly title: string;
  readonly sure: string;
  readonly act: () => Promise<Result<unknown, OrganisationError>>;
  readonly onClose: () => void;
  /** The consequence, in words. */
  readonly children: ReactNode;
}

/** For what hits somebody else: the consequence first, then yes. */
export const ConfirmDialog = ({ title, sure, act, onClose, children }: ConfirmDialogProps) => {
  const t = useTexts();
  const { ask, isAsking, errorText } = useAsk();
  return (
    <Dialog
      title={title}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" isDisabled={isAsking} onPress={() => void ask(act).then((isDone) => isDone && onClose())}>
            {sure}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      {children}
      {errorText && <p role="alert">{errorText}</p>}
    </Dialog>
  );
};
