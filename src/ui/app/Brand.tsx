import { useTexts } from '../i18n/useTexts.ts';
import styles from './Brand.module.css';

/** The knot: eight lines that meet in one point. */
export const Brand = () => {
  const t = useTexts();
  return (
    <span className={styles['brand']}>
      <svg viewBox="0 0 24 24" className={styles['knot']} aria-hidden>
        <circle cx="12" cy="12" r="3.2" />
        <path d="M12 3v5.8M12 15.2V21M3 12h5.8M15.2 12H21M5.6 5.6l4.1 4.1M14.3 14.3l4.1 4.1" />
      </svg>
      <span className={styles['name']}>{t('shell.product')}</span>
    </span>
  );
};
