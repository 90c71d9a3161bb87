import type { FieldProps } from './FieldFrame.tsx';
import styles from './Field.module.css';

interface CheckFieldProps extends Pick<FieldProps, 'label' | 'status' | 'below'> {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Yes or no. */
export const CheckField = ({ label, value, onChange, status, below }: CheckFieldProps) => (
  <div className={styles['field']}>
    <div className={styles['choices']}>
      <label className={styles['choice']}>
        <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
        <span>{label}</span>
      </label>
    </div>
    {status}
    {below}
  </div>
);
