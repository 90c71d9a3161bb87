import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/useTexts.ts';
import { useOpenCase, useStore } from './applicationContext.tsx';
import { Button } from './Button.tsx';
import { errorText, type AppError } from './errorText.ts';
import styles from './UndoBar.module.css';

/** Undo instead of "are you sure": takes back the newest change of this visit, one at a time. Ctrl-Z does it too, outside fields. */
export const UndoBar = () => {
  const t = useTexts();
  const openCase = useOpenCase();
  const undoable = useStore(openCase.undoable);
  const [outcome, setOutcome] = useState<'none' | 'undone' | AppError>('none');

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isInField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isInField || !openCase.undoable.get())
        return;
      event.preventDefault();
      void openCase.undo().then((result) => setOutcome(result.ok ? 'undone' : result.error));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [openCase]);

  return (
    <div className={styles['bar']} role="status">
      {outcome !== 'none' && <span>{outcome === 'undone' ? t('shell.undo.done') : errorText(t, outcome)}</span>}
      {undoable && (
        <Button
          variant="plain"
          icon={Undo2}
          aria-keyshortcuts="Control+Z"
          onPress={() => void openCase.undo().then((result) => setOutcome(result.ok ? 'undone' : result.error))}
        >
          {t('shell.undo')}
        </Button>
      )}
    </div>
  );
};
