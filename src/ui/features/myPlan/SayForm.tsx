import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { Failed } from './Failed.tsx';
import styles from './myPlan.module.css';

interface SayFormProps {
  readonly label: string;
  readonly send: string;
  /** What to say when nothing was written; undefined: then it may be empty. */
  readonly missing?: string;
  /** What stands there already, to go on with. */
  readonly begin?: string;
  /** Something was said without words, so words may be missing. */
  readonly isSaid?: boolean;
  /** What is asked besides: before the words, and after them. */
  readonly before?: ReactNode;
  readonly children?: ReactNode;
  readonly error: string | null;
  readonly isBusy: boolean;
  readonly onSend: (words: string) => void;
  readonly onCancel: () => void;
}

/** Some words of one's own, and a button. What was written stays on the screen until it is stored. */
export const SayForm = ({
  label,
  send,
  missing,
  begin = '',
  isSaid = false,
  before,
  children,
  error,
  isBusy,
  onSend,
  onCancel,
}: SayFormProps) => {
  const t = useTexts();
  const id = useId();
  const [words, setWords] = useState(begin);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // Whoever pressed the button wants to begin now.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const isEmpty = missing !== undefined && words.trim() === '' && !isSaid;
  const problem = isTried && isEmpty ? missing : error;

  return (
    <form
      ref={form}
      className={styles['say']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isBusy && !isEmpty) onSend(words.trim());
      }}
    >
      {before}
      <label htmlFor={id}>{label}</label>
      <Failed why={problem} id={`${id}-error`} />
      <textarea
        id={id}
        rows={3}
        autoComplete="off"
        translate="no"
        dir="auto"
        value={words}
        aria-invalid={Boolean(problem)}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={(event) => setWords(event.target.value)}
      />
      {children}
      <div className={styles['buttons']}>
        <button type="submit" className={styles['primary']}>
          {send}
        </button>
        <button type="button" className={styles['plain']} onClick={onCancel}>
          {t('shell.cancel')}
        </button>
      </div>
    </form>
  );
};
