import { useTexts } from '../i18n/useTexts.ts';
import styles from './Explain.module.css';

/** A word of the field that a family meets, in their own words once somebody taps it. */
export const Explain = ({ word }: { readonly word: 'coordinator' | 'circle' | 'authority' }) => {
  const t = useTexts();
  return (
    <details className={styles['explain']}>
      <summary>{t(`words.${word}`)}</summary>
      <p>{t(`words.${word}.means`)}</p>
    </details>
  );
};
