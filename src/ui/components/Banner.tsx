import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';

const icons = { info: Info, attention: TriangleAlert, alarm: OctagonAlert, done: CircleCheck } as const;

interface BannerProps {
  readonly tone: keyof typeof icons;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Something the whole page should know. Alarms are read out at once; the rest when the reader gets there. */
export const Banner = ({ tone, title, children, actions }: BannerProps) => {
  const Icon = icons[tone];
  return (
    <div className={`${styles['banner']} ${styles[tone]}`} role={tone === 'alarm' ? 'alert' : 'status'}>
      <Icon size={24} aria-hidden className={styles['icon'] ?? ''} />
      <div className={styles['body']}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  );
};
