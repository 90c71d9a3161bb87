import { useId } from 'react';
import type { AccessLine } from '../../../application/application.ts';
import { Chip } from '../../components/Chip.tsx';
import { formatClock } from '../../components/formatDate.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './access.module.css';

interface AccessDayProps {
  readonly title: string;
  readonly lines: readonly AccessLine[];
}

/** One day: at what time who did what. */
export const AccessDay = ({ title, lines }: AccessDayProps) => {
  const t = useTexts();
  const id = useId();
  return (
    <section className={styles['day']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles['lines']}>
        {lines.map((line) => (
          <li key={line.id} className={styles['line']}>
            <span className={styles['time']}>{formatClock(line.at)}</span>
            <div className={styles['told']}>
              <p>
                <strong translate="no">{line.name || t('access.someone')}</strong>
                {line.me && ` (${t('access.you')})`} {t(`access.what.${line.what}`)}
              </p>
              <p className={styles['who']}>{[t(roleWord(line.role ?? 'none')), line.organisation].filter(Boolean).join(', ')}</p>
              {line.kind !== 'plan' && <Chip tone="plain">{t(`access.document.${line.kind}`)}</Chip>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

const roleWord = (role: NonNullable<AccessLine['role']> | 'none') => `access.role.${role}` as const;
