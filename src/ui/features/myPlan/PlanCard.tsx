import { useId, type ReactNode } from 'react';
import { Card } from '../../components/Card.tsx';
import styles from './myPlan.module.css';
import { ReadAloud } from './ReadAloud.tsx';

interface PlanCardProps {
  readonly title: string;
  /** What the card says, to be read aloud. */
  readonly aloud: readonly string[];
  readonly children: ReactNode;
}

/** One part of the plan, which can be read aloud as a whole. */
export const PlanCard = ({ title, aloud, children }: PlanCardProps) => {
  const id = useId();
  return (
    <Card as="section" labelledBy={id}>
      <div className={styles['head']}>
        <h2 id={id}>{title}</h2>
        <ReadAloud title={title} sentences={aloud} />
      </div>
      {children}
    </Card>
  );
};
