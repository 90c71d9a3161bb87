import { useId, type ReactNode } from 'react';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly isRequired?: boolean | undefined;
  /** The label stays for ears; only where the place itself already says it. */
  readonly hideLabel?: boolean | undefined;
  /** A few words beside the label: whether it is saved. */
  readonly status?: ReactNode;
  /** Below the field: what asks for an answer, such as a conflict. */
  readonly below?: ReactNode;
}

/** What a control needs to be tied to its words. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

/** Label above, hint, then the field, then what is wrong with it. */
export const FieldFrame = ({
  label,
  hint,
  error,
  isRequired,
  hideLabel,
  status,
  below,
  children,
}: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) => {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const control: ControlProps = {
    id,
    'aria-describedby': [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': isRequired || undefined,
  };
  return (
    <div className={styles['field']}>
      <div className={styles['top']}>
        <label htmlFor={id} className={hideLabel ? styles['hiddenLabel'] : styles['label']}>
          {label}
        </label>
        {!hideLabel && status}
      </div>
      {hint && (
        <p id={hintId} className={styles['hint']}>
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className={styles['error']} role="alert">
          {error}
        </p>
      )}
      {children(control)}
      {hideLabel && status}
      {below}
    </div>
  );
};

/** The same for a group of choices: the label is the legend. */
export const GroupFrame = ({
  label,
  hint,
  error,
  isRequired,
  hideLabel,
  status,
  below,
  role,
  children,
}: FieldProps & { readonly role?: 'radiogroup'; readonly children: ReactNode }) => {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset
      className={styles['field']}
      role={role}
      aria-describedby={describedBy}
      aria-required={role && isRequired ? true : undefined}
      aria-invalid={role && error ? true : undefined}
    >
      <legend className={hideLabel ? styles['hiddenLabel'] : styles['label']}>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </p>
      )}
      {children}
      {status}
      {below}
    </fieldset>
  );
};
