import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { formatDay } from '../formatDate.ts';
import { useIsTrial } from '../useIsTrial.ts';
import { useToday } from '../useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Sheet.module.css';

interface SheetProps {
  readonly title: string;
  /** Whose it is and of when, beside the title. */
  readonly facts?: readonly (string | null)[];
  /** What this paper is for, in the foot of it. */
  readonly purpose: string;
  /** `form`: one to fill in, as high as the paper; `book`: as many pages as it takes, with numbers. */
  readonly kind?: 'page' | 'form' | 'book';
  /** For children: large letters of its own. */
  readonly hasBigLetters?: boolean;
  readonly children: ReactNode;
}

/** One paper: black on white, whatever the screen is. Everything is sized in em, so that large letters enlarge all of it. */
export const Sheet = ({ title, facts = [], purpose, kind = 'page', hasBigLetters = false, children }: SheetProps) => {
  const t = useTexts();
  const isTrial = useIsTrial();
  const today = useToday();
  const language = useLingui().i18n.locale;
  return (
    <article className={`${styles['sheet']} ${styles[kind]} ${hasBigLetters ? styles['big'] : ''}`} translate="no">
      <header className={styles['head']}>
        <h2>{title}</h2>
        <div>
          <p>{facts.filter(Boolean).join(' · ')}</p>
          {isTrial && <p className={styles['example']}>{t('print.example')}</p>}
        </div>
      </header>
      {children}
      <footer className={styles['foot']}>
        <p>{purpose}</p>
        <p>{t('print.printedOn', { day: formatDay(today, language) })}</p>
      </footer>
    </article>
  );
};
