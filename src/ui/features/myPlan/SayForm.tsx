import { useEffect, useId, useRef, useState } from 'react';
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
  readonly error: string | null;
  readonly isBusy: boolean;
  readonly onSend: (words: string) => void;
  readonly onCancel: () => void;
}

/** Some words of one's own, and a button. What was written stays on the screen until it is stored. */
export const SayForm = ({ label, send, missing, begin = '', error, isBusy, onSend, onCancel }: SayFormProps) => {
  const t = useTexts();
  const id = useId();
  const [words, setWords] = useState(begin);
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  // Whoever pressed the button wants to write now.
  useEffect(() => field.current?.focus(), []);
  const problem = isTried && missing && words.trim() === '' ? missing : error;

  return (
    <form
      className={styles['say']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isBusy && (!missing || words.trim() !== '')) onSend(words.trim());
      }}
    >
      <label htmlFor={id}>{label}</label>
      <Failed why={problem} id={`${id}-error`} />
      <textarea
        id={id}
        ref={field}
        rows={3}
        autoComplete="off"
        translate="no"
        dir="auto"
        value={words}
        aria-invalid={Boolean(problem)}
        aria-describedby={problem ? `${id}-error` : undefined}
        onChange={(event) => setWords(event.target.value)}
      />
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
