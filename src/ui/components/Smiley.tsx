import type { Face } from '../../core/evaluation/faces.ts';
import type { Preparation } from '../../core/plan/caseView.ts';
import styles from './Smiley.module.css';

export type Mood = NonNullable<Preparation['mood']>;

const mouths: Readonly<Record<Mood | Face, string>> = {
  veryGood: 'M18 37h28a14 14 0 0 1-28 0z',
  good: 'M20 39a17 17 0 0 0 24 0',
  between: 'M20 42h24',
  notGood: 'M20 45a17 17 0 0 1 24 0',
  bad: 'M21 49a11 11 0 0 1 22 0M17 20l8-4M47 20l-8-4',
};

/** A face in thin lines; the word stands beside or below it. */
export const Smiley = ({ mood }: { readonly mood: Mood | Face }) => (
  <svg viewBox="0 0 64 64" className={styles['smiley']} aria-hidden>
    <circle cx="32" cy="32" r="29" />
    <path d={`M23 23v5M41 23v5${mouths[mood]}`} />
  </svg>
);
