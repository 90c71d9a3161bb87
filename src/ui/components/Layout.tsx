import type { ReactNode } from 'react';
import styles from './Layout.module.css';

type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface StackProps {
  readonly gap?: Gap;
  readonly as?: 'div' | 'section' | 'ul' | 'ol' | 'li';
  readonly labelledBy?: string;
  readonly children: ReactNode;
}

/** Things below each other. */
export const Stack = ({ gap = 4, as: Element = 'div', labelledBy, children }: StackProps) => (
  <Element className={`${styles['stack']} ${styles[`gap${gap}`]}`} aria-labelledby={labelledBy}>
    {children}
  </Element>
);

interface RowProps {
  readonly gap?: Gap;
  readonly justify?: 'start' | 'between' | 'end';
  readonly align?: 'center' | 'start' | 'end';
  readonly children: ReactNode;
}

/** Things beside each other; they wrap when there is no room. */
export const Row = ({ gap = 3, justify = 'start', align = 'center', children }: RowProps) => (
  <div className={`${styles['row']} ${styles[`gap${gap}`]} ${styles[`justify-${justify}`]} ${styles[`align-${align}`]}`}>{children}</div>
);

/** For ears only. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => <span className={styles['hidden']}>{children}</span>;
