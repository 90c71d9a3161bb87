import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './ErrorSummary.module.css';

/** After a submit that failed: everything that is wrong, at the top, with the focus on it. */
export const ErrorSummary = ({ errors }: { readonly errors: readonly string[] }) => {
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const words = errors.join('\n');
  useEffect(() => {
    if (words) box.current?.focus();
  }, [words]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className={styles['summary']} role="alert" tabIndex={-1}>
      <strong>{t('shell.errors.title')}</strong>
      <ul>
        {errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ul>
    </div>
  );
};
