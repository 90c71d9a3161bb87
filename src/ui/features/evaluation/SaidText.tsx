import { useEffect, useState } from 'react';
import type { ChangeError } from '../../../application/application.ts';
import type { Result } from '../../../core/shared/result.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { errorText } from '../../components/errorText.ts';
import { createAutosave } from '../../components/fields/createAutosave.ts';
import { TextArea } from '../../components/fields/TextArea.tsx';
import { useIsTrial } from '../../components/useIsTrial.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Evaluation.module.css';

interface SaidTextProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  /** Kept from the first time: it reads what stands in the plan at the moment of saving. One field is about one thing (`key`). */
  readonly save: (text: string) => Promise<Result<unknown, ChangeError>>;
}

/** Words that belong to what someone said: they go with their own command, and save themselves like every field. */
export const SaidText = ({ label, hint, value, save }: SaidTextProps) => {
  const t = useTexts();
  const application = useApplication();
  const isTrial = useIsTrial();
  const [autosave] = useState(() => createAutosave<string, null>({ begin: () => null, save, continueFrom: () => null }));
  const { draft, status, error } = useStore(autosave);

  useEffect(() => {
    const saveNow = () => void autosave.flush();
    const stopHandingOver = application.beforeLock(autosave.flush);
    const stopFollowing = application.saving.subscribe(() => application.saving.get().type === 'saved' && autosave.confirmSaved());
    document.addEventListener('visibilitychange', saveNow);
    return () => {
      document.removeEventListener('visibilitychange', saveNow);
      stopFollowing();
      stopHandingOver();
      saveNow();
    };
  }, [application, autosave]);

  const isNotStored = error?.type === 'NotSaved';
  const retry = () =>
    void (isNotStored
      ? application.retrySaving().then(() => application.saving.get().type !== 'failed' && autosave.confirmSaved())
      : autosave.flush());
  return (
    <TextArea
      label={label}
      hint={hint}
      rows={2}
      value={draft ? draft.value : value}
      onChange={autosave.edit}
      onBlur={() => void autosave.leave()}
      error={error && !isNotStored ? errorText(t, error) : null}
      status={
        (status === 'saving' || status === 'saved') && (
          <span className={styles['soft']}>
            {t(status === 'saving' ? 'shell.field.saving' : isTrial ? 'shell.field.inMemory' : 'shell.field.saved')}
          </span>
        )
      }
      below={
        status === 'failed' && (
          <div className={styles['failed']} role="alert">
            {t('shell.field.failed')}
            <Button variant="plain" onPress={retry}>
              {t('shell.field.retry')}
            </Button>
          </div>
        )
      }
    />
  );
};
