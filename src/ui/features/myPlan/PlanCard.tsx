import type { LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { Card } from '../../components/Card.tsx';
import styles from './myPlan.module.css';
import { ReadAloud } from './ReadAloud.tsx';

interface PlanCardProps {
  /** Of its heading, to be led to. */
  readonly id?: string;
  readonly title: string;
  /** What the card says, to be read aloud. */
  readonly aloud: readonly string[];
  /** A picture of what it is about, for who reads little. */
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

/** One part of the plan, which can be read aloud as a whole. */
export const PlanCard = ({ id: ownId, title, aloud, icon: Icon, children }: PlanCardProps) => {
  const made = useId();
  const id = ownId ?? made;
  return (
    <Card as="section" labelledBy={id}>
      <div className={styles['head']}>
        <h2 id={id} tabIndex={ownId === undefined ? undefined : -1}>
          {Icon && (
            <span className={styles['picture']}>
              <Icon size={28} aria-hidden />
            </span>
          )}
          {title}
        </h2>
        <ReadAloud title={title} sentences={aloud} />
      </div>
      {children}
    </Card>
  );
};
