import { CircleCheck, FlaskConical, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTexts } from '../i18n/useTexts.ts';
import { useApplication, useStore } from './applicationContext.tsx';
import { Button } from './Button.tsx';
import styles from './SavedLine.module.css';
import { useIsTrial } from './useIsTrial.ts';

/** Where everything stands, in words, always in sight. Never green when it isn't. */
export const SavedLine = () => {
  const t = useTexts();
  const application = useApplication();
  const saving = useStore(application.saving);
  const storage = useStore(application.storage);
  const isTrial = useIsTrial();

  if (saving.type === 'failed') {
    return (
      <div className={styles['failed']} role="alert">
        <TriangleAlert size={20} aria-hidden />
        <div>
          <strong>{t('shell.saving.failed', { waiting: saving.waiting })}</strong>
          <div>{t(saving.problem === 'diskFull' ? 'shell.saving.diskFull' : 'shell.saving.storageLost')}</div>
          <Button variant="plain" onPress={() => void application.retrySaving()}>
            {t('shell.field.retry')}
          </Button>
        </div>
      </div>
    );
  }
  if (isTrial) {
    return (
      <p className={styles['line']}>
        <FlaskConical size={20} aria-hidden />
        <strong>{t('shell.field.inMemory')}</strong>
      </p>
    );
  }
  const isSaving = saving.type === 'saving';
  return (
    <p className={styles['line']} role="status">
      {isSaving ? <LoaderCircle size={20} aria-hidden /> : <CircleCheck size={20} aria-hidden className={styles['saved'] ?? ''} />}
      <span>
        <strong>{t(isSaving ? 'shell.field.saving' : 'shell.field.saved')}</strong>
        {!isSaving && storage.journal === 'copy' && <span className={styles['copy']}>{t('shell.saving.oneCopy')}</span>}
      </span>
    </p>
  );
};
