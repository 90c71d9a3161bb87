import { useState, type FocusEventHandler } from 'react';
import { parseCivilDate, type CivilDate } from '../../../core/shared/civilDate.ts';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

interface DateFieldProps extends FieldProps {
  readonly value: CivilDate | null;
  readonly onChange: (value: CivilDate | null) => void;
  readonly onBlur?: FocusEventHandler;
  readonly min?: CivilDate | undefined;
}

/**
 * A day. The browser's own field: every keyboard, phone and screen reader knows it, and it costs nothing. While a year is being
 * typed it reports years like 0020: those stay in the field and are not passed on.
 */
export const DateField = ({ value, onChange, onBlur, min, ...frame }: DateFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <input
          {...control}
          type="date"
          className={`${styles['control']} ${styles['short']}`}
          value={typed ?? value ?? ''}
          min={min}
          max="2150-12-31"
          autoComplete="off"
          onChange={(event) => {
            const day = parseCivilDate(event.target.value);
            const isWhole = event.target.value === '' || (day !== undefined && day >= '1900');
            setTyped(isWhole ? null : event.target.value);
            if (isWhole) onChange(day ?? null);
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

interface TimeFieldProps extends FieldProps {
  /** 'HH:MM', or '' */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: FocusEventHandler;
}

/** A time of day. */
export const TimeField = ({ value, onChange, onBlur, ...frame }: TimeFieldProps) => (
  <FieldFrame {...frame}>
    {(control) => (
      <input
        {...control}
        type="time"
        className={`${styles['control']} ${styles['short']}`}
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value.slice(0, 5))}
        onBlur={onBlur}
      />
    )}
  </FieldFrame>
);
