import { useId } from 'react';
import type { FieldProps } from './FieldFrame.tsx';
import styles from './Field.module.css';

interface CheckFieldProps extends Pick<FieldProps, 'label' | 'status' | 'below' | 'error'> {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Yes or no. */
export const CheckField = ({ label, value, onChange, status, below, error }: CheckFieldProps) => {
  const errorId = useId();
  return (
    <div className={styles['field']}>
      {error && (
        <p id={errorId} className={styles['error']} role="alert">
          {error}
        </p>
      )}
      <div className={styles['choices']}>
        <label className={styles['choice']}>
          <input
            type="checkbox"
            checked={value}
            onChange={(event) => onChange(event.target.checked)}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? errorId : undefined}
          />
          <span>{label}</span>
        </label>
      </div>
      {status}
      {below}
    </div>
  );
};
