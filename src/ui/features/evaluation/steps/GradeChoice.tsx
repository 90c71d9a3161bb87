import { useId } from 'react';
import styles from './GradeChoice.module.css';

const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

interface GradeChoiceProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (grade: number) => void;
}

/** A school mark: all ten in sight, one press. */
export const GradeChoice = ({ label, value, onChange }: GradeChoiceProps) => {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles['grades']}>
      {GRADES.map((grade) => (
        <label key={grade} className={styles['grade']}>
          <input type="radio" name={name} checked={value === grade} onChange={() => onChange(grade)} />
          <span>{grade}</span>
        </label>
      ))}
    </div>
  );
};
