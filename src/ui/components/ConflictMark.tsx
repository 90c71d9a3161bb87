import { Split } from 'lucide-react';
import { Link } from 'react-router';
import { useTexts } from '../i18n/useTexts.ts';
import styles from './ConflictMark.module.css';

interface ConflictMarkProps {
  /** Where one chooses. */
  readonly to: string;
  /** Of whose row, for ears: the same words may stand in several places of a screen. */
  readonly about: string;
  /** Which fields, where the screen does not show that itself. */
  readonly place?: string;
}

/** What is read here is one of two answers: said in words, and one press from the place where one chooses. */
export const ConflictMark = ({ to, about, place }: ConflictMarkProps) => {
  const t = useTexts();
  const title = place ? t('shell.conflict.titleAt', { place }) : t('shell.conflict.title');
  return (
    <Link className={styles['mark'] ?? ''} to={to} aria-label={[title, t('shell.conflict.see'), about].filter(Boolean).join('. ')}>
      <Split size={20} aria-hidden />
      <span>
        <strong>{title}</strong> <span className={styles['see']}>{t('shell.conflict.see')}</span>
      </span>
    </Link>
  );
};
