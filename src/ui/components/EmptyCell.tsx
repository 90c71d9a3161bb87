import type { ReactNode } from 'react';
import styles from './EmptyCell.module.css';

/** An empty place that invites. With `onPress` it is the button that fills it. */
export const EmptyCell = ({ onPress, children }: { readonly onPress?: () => void; readonly children: ReactNode }) =>
  onPress ? (
    <button type="button" className={`${styles['cell']} ${styles['button']}`} onClick={onPress}>
      {children}
    </button>
  ) : (
    <div className={styles['cell']}>{children}</div>
  );
