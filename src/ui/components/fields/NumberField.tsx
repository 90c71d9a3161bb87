import { useState, type FocusEventHandler } from 'react';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface NumberFieldProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly onBlur?: FocusEventHandler;
  readonly min: number;
  readonly max: number;
}

/** A whole number. What is outside the bounds stays in the field and is not passed on. */
export const NumberField = ({ value, onChange, onBlur, min, max, ...frame }: NumberFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          {...control}
          className={`${styles['control']} ${styles['short']}`}
          inputMode="numeric"
          value={typed ?? value ?? ''}
          autoComplete="off"
          onChange={(event) => {
            const text = event.target.value.trim();
            const number = Number(text);
            const isGood = text === '' || (/^\d+$/.test(text) && number >= min && number <= max);
            setTyped(isGood ? null : event.target.value);
            if (isGood) onChange(text === '' ? null : number);
          }}
          onBlur={(event) => {
            setTyped(null);
            onBlur?.(event);
          }}
        />
      )}
    </FieldFrame>
  );
};
