import type { Ground } from '../../../core/consent/consentRules.ts';
import { formatDay } from '../formatDate.ts';
import styles from './consent.module.css';
import { useConsentWords } from './useConsentWords.ts';

export interface Reason {
  readonly text: string;
  readonly ground: Ground;
}

/** Rules with their source, since when they hold, when that was checked, and how sure it is. */
export const Reasons = ({ reasons }: { readonly reasons: readonly Reason[] }) => {
  const t = useConsentWords();
  if (reasons.length === 0) return null;
  return (
    <details className={styles['reasons']}>
      <summary>{t('consent.why')}</summary>
      <ul>
        {reasons.map(({ text, ground: { source, validFrom, checkedOn, certainty } }) => (
          <li key={`${text} ${source}`}>
            {text}
            <p className={styles['detail']}>
              {validFrom === null
                ? t('consent.sourceOnly', { source, checked: formatDay(checkedOn) })
                : t('consent.source', { source, from: formatDay(validFrom), checked: formatDay(checkedOn) })}{' '}
              {t(`consent.certainty.${certainty}`)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
};
