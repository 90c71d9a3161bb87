import { createPortal } from 'react-dom';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './RecoverySheet.module.css';

/** The code on the screen, and the same as the only thing on paper. */
export const RecoverySheet = ({ code }: { readonly code: string }) => {
  const t = useTexts();
  return (
    <>
      <p className={styles['code']} translate="no">
        {code}
      </p>
      {createPortal(
        <div className={`${styles['sheet']} knooppunt-recovery`} aria-hidden>
          <h1>{t('device.recovery.sheetTitle')}</h1>
          <p className={styles['code']} translate="no">
            {code}
          </p>
          <p>{t('device.recovery.what')}</p>
          <p>{t('device.recovery.sheetKeep')}</p>
        </div>,
        document.body,
      )}
    </>
  );
};
