import type { ReactNode } from 'react';
import styles from './Quote.module.css';

/** Someone's own words, with who said them. Rust is the family's colour, and nobody else's. */
export const Quote = ({ by, children }: { readonly by: string; readonly children: ReactNode }) => (
  <figure className={styles['quote']}>
    <figcaption className={styles['by']}>{by}</figcaption>
    <blockquote>{children}</blockquote>
  </figure>
);
