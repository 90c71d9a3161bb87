import type { ReactNode } from 'react';
import { Row } from '../../components/Layout.tsx';
import styles from './case.module.css';

interface SectionProps {
  /** The part of the address that leads here. */
  readonly id: string;
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the case's page. */
export const Section = ({ id, title, actions, children }: SectionProps) => (
  <section id={id} aria-labelledby={`${id}-title`} className={styles['section']}>
    <Row justify="between">
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {actions}
    </Row>
    {children}
  </section>
);
