import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../i18n/useTexts.ts';
import { showTitle } from './discreet.ts';
import styles from './PageHeading.module.css';

interface PageHeadingProps {
  readonly title: string;
  /** For the browser tab when `title` has a name in it: the tab, the task bar and the history never show a name. */
  readonly neutralTitle?: string;
  /** "Stap 2 van 6". */
  readonly step?: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
}

/** The one h1 of a screen. Gets the focus after navigating, so that a screen reader starts here. */
export const PageHeading = ({ title, neutralTitle, step, intro, actions }: PageHeadingProps) => {
  const t = useTexts();
  const tabTitle = [neutralTitle ?? title, step, t('shell.product')].filter(Boolean).join(' · ');
  useEffect(() => {
    showTitle(tabTitle);
  }, [tabTitle]);
  return (
    <header className={styles['heading']}>
      <div className={styles['words']}>
        <h1 tabIndex={-1}>
          {step && <span className={styles['step']}>{step}</span>}
          {title}
        </h1>
        {intro && <div className={styles['intro']}>{intro}</div>}
      </div>
      {actions && <div className={styles['actions']}>{actions}</div>}
    </header>
  );
};
