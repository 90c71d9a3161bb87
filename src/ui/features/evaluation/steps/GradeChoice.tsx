import { useId } from 'react';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from './GradeChoice.module.css';

const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

interface GradeChoiceProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (grade: number) => void;
}

/** A school mark: all ten in sight, one press. */
export const GradeChoice = ({ label, value, onChange }: GradeChoiceProps) => {
  const t = useTexts();
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles['grades']}>
      <span className={styles['end']}>{t('evaluation.experience.low')}</span>
      {GRADES.map((grade) => (
        <label key={grade} className={styles['grade']}>
          <input type="radio" name={name} checked={value === grade} onChange={() => onChange(grade)} />
          <span>{grade}</span>
        </label>
      ))}
      <span className={styles['end']}>{t('evaluation.experience.high')}</span>
    </div>
  );
};
