import { Button } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { useTexts } from '../i18n/useTexts.ts';

interface IdleWarningProps {
  readonly seconds: number;
  readonly onContinue: () => void;
  readonly onLock: () => void;
}

/** One minute to say that you are still there. */
export const IdleWarning = ({ seconds, onContinue, onLock }: IdleWarningProps) => {
  const t = useTexts();
  return (
    <Dialog
      role="alertdialog"
      title={t('shell.idle.title')}
      isOpen
      onClose={onContinue}
      actions={
        <>
          <Button onPress={onContinue}>{t('shell.idle.continue')}</Button>
          <Button variant="quiet" onPress={onLock}>
            {t('shell.idle.lock')}
          </Button>
        </>
      }
    >
      <p>{t('shell.idle.explain', { seconds })}</p>
    </Dialog>
  );
};
