import type { ReactNode } from 'react';
import styles from './FullPlan.module.css';

/** One part of the whole plan, under its own heading. */
export const FullPart = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles['part']}>
    <h3>{title}</h3>
    {children}
  </section>
);

/** Pairs of a word and what was said about it; a pair without words is left out. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [word: string, said: string])[] }) => (
  <dl className={styles['facts']}>
    {facts
      .filter(([, said]) => said)
      .map(([word, said]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            <bdi>{said}</bdi>
          </dd>
        </div>
      ))}
  </dl>
);
