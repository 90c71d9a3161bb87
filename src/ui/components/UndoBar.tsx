import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/useTexts.ts';
import { useEdited, useStore } from './applicationContext.tsx';
import { Button } from './Button.tsx';
import { errorText, type AppError } from './errorText.ts';
import styles from './UndoBar.module.css';

/** Undo instead of "are you sure": takes back the newest change of this visit, one at a time. Ctrl-Z does it too, outside fields. */
export const UndoBar = ({
  isAfloat = false,
}: {
  /** At the bottom of what is in sight, as long as something can be undone. */ readonly isAfloat?: boolean;
}) => {
  const t = useTexts();
  const edited = useEdited();
  const undoable = useStore(edited.undoable);
  const [outcome, setOutcome] = useState<'none' | 'undone' | AppError>('none');

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isInField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isInField || !edited.undoable.get())
        return;
      event.preventDefault();
      void edited.undo().then((result) => setOutcome(result.ok ? 'undone' : result.error));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [edited]);

  return (
    <div className={`${styles['bar']} ${isAfloat ? styles['afloat'] : ''}`} role="status">
      {outcome !== 'none' && <span>{outcome === 'undone' ? t('shell.undo.done') : errorText(t, outcome)}</span>}
      {undoable && (
        <Button
          variant="plain"
          icon={Undo2}
          aria-keyshortcuts="Control+Z"
          onPress={() => void edited.undo().then((result) => setOutcome(result.ok ? 'undone' : result.error))}
        >
          {t('shell.undo')}
        </Button>
      )}
    </div>
  );
};
