import styles from './Forms.module.css';

export type Mood = 'good' | 'between' | 'notGood';

const mouths: Readonly<Record<Mood, string>> = {
  good: 'M20 39a17 17 0 0 0 24 0',
  between: 'M20 42h24',
  notGood: 'M20 45a17 17 0 0 1 24 0',
};

/** A face in thin lines, to draw a circle around; the word stands below it. */
export const Smiley = ({ mood }: { readonly mood: Mood }) => (
  <svg viewBox="0 0 64 64" className={styles['smiley']} aria-hidden>
    <circle cx="32" cy="32" r="29" />
    <path d={`M23 23v5M41 23v5${mouths[mood]}`} />
  </svg>
);
