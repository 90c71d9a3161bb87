import type { ReactNode } from 'react';
import styles from './Card.module.css';

interface CardProps {
  /** A thick line at the start edge: what asks attention, and how much. */
  readonly tone?: 'alarm' | 'attention' | 'family' | 'done';
  readonly as?: 'section' | 'article' | 'div' | 'li';
  readonly labelledBy?: string;
  /** The part of the address that leads here. */
  readonly id?: string;
  readonly children: ReactNode;
}

export const Card = ({ tone, as: Element = 'div', labelledBy, id, children }: CardProps) => (
  <Element id={id} className={`${styles['card']} ${tone ? styles[tone] : ''}`} aria-labelledby={labelledBy}>
    {children}
  </Element>
);
