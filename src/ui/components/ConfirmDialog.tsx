import type { ReactNode } from 'react';
import type { Result } from '../../core/shared/result.ts';
import { useTexts } from '../i18n/useTexts.ts';
import type { AskError } from './askErrorText.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { useAsk } from './useAsk.ts';

interface ConfirmDialogProps {
  readonly title: string;
  readonly sure: string;
  /** null: something is not filled in yet, and says so itself. */
  readonly act: () => Promise<Result<unknown, AskError>> | null;
  readonly onClose: () => void;
  /** When it was done; otherwise the dialog closes. */
  readonly onDone?: (() => void) | undefined;
  /** `danger`: cannot be taken back or hits somebody else, so an answer is asked for. */
  readonly variant?: 'danger' | 'primary';
  /** Said while it takes its time. */
  readonly busy?: string;
  /** Not possible now; why stands among the words. */
  readonly isBarred?: boolean;
  /** What it means, and what it needs; `confirm` for a field that sends with Enter. */
  readonly children: ReactNode | ((confirm: () => void) => ReactNode);
}

/** What it means first, then yes or no. What went wrong is said here, and nothing that was filled in is lost. */
export const ConfirmDialog = ({
  title,
  sure,
  act,
  onClose,
  onDone = onClose,
  variant = 'danger',
  busy,
  isBarred = false,
  children,
}: ConfirmDialogProps) => {
  const t = useTexts();
  const { ask, isAsking, errorText } = useAsk();

  async function confirm(): Promise<void> {
    const asked = isAsking ? null : act();
    if (asked && (await ask(() => asked))) onDone();
  }

  return (
    <Dialog
      title={title}
      role={variant === 'danger' ? 'alertdialog' : 'dialog'}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant={variant} isDisabled={isAsking || isBarred} onPress={() => void confirm()}>
            {sure}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      {typeof children === 'function' ? children(() => void confirm()) : children}
      {isAsking && busy && <p role="status">{busy}</p>}
      {errorText && <p role="alert">{errorText}</p>}
    </Dialog>
  );
};
