import type { FocusEventHandler, HTMLAttributes, HTMLInputTypeAttribute } from 'react';
import styles from './Field.module.css';
import { FieldFrame, type FieldProps } from './FieldFrame.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: FocusEventHandler;
  readonly placeholder?: string | undefined;
  readonly type?: HTMLInputTypeAttribute;
  /** Which keys a phone shows. */
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  /** A passphrase for the browser's own vault may say so; case content never. */
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  /** To copy from, not to write in. */
  readonly isReadOnly?: boolean;
  /** Enter in this field. */
  readonly onSubmit?: () => void;
}

/** One line of text. Off limits for autofill, spell-check services and page translation: case content stays on the device. */
export const TextField = ({
  value,
  onChange,
  onBlur,
  placeholder,
  type = 'text',
  inputMode,
  autoComplete = 'off',
  autoFocus,
  isReadOnly,
  onSubmit,
  ...frame
}: TextFieldProps) => (
  <FieldFrame {...frame}>
    {(control) => (
      <input
        {...control}
        className={styles['control']}
        type={type}
        inputMode={inputMode}
        value={value}
        readOnly={isReadOnly}
        placeholder={placeholder}
        autoComplete={autoComplete}
        translate="no"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where typing is the one thing to do
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !onSubmit) return;
          event.preventDefault();
          onSubmit();
        }}
      />
    )}
  </FieldFrame>
);
