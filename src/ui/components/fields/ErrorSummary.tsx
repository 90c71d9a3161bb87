import { useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './ErrorSummary.module.css';

/** After a submit that failed: everything that is wrong, at the top, with the focus on it. */
export const ErrorSummary = ({ errors }: { readonly errors: readonly string[] }) => {
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    // Only what is new takes the focus: one that was put right while typing must not take it from the field.
    if (errors.some((error) => !before.current.includes(error))) box.current?.focus();
    before.current = errors;
  }, [errors]);
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
