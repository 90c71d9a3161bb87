import type { FocusEventHandler } from 'react';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: FocusEventHandler;
  readonly placeholder?: string | undefined;
  readonly rows?: number;
}

/** Several lines; grows with what is written in it. */
export const TextArea = ({ value, onChange, onBlur, placeholder, rows = 3, ...frame }: TextAreaProps) => (
  <FieldFrame {...frame}>
    {(control) => (
      <textarea
        {...control}
        className={`${styles['control']} ${styles['area']}`}
        rows={rows}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        translate="no"
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
    )}
  </FieldFrame>
);
