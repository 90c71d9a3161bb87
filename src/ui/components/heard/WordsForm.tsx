import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import { Row } from '../Layout.tsx';
import styles from './heard.module.css';

interface WordsFormProps {
  readonly label: string;
  readonly hint: string;
  /** What to say when nothing was written. */
  readonly missing: string;
  readonly send: string;
  readonly error: string | null;
  readonly isBusy: boolean;
  readonly onSend: (words: string) => void;
  readonly onCancel: () => void;
  /** What is asked besides the words. */
  readonly children?: ReactNode;
  /** The words are kept elsewhere, so that they stay when the form leaves the screen. */
  readonly kept?: { readonly words: string; readonly write: (words: string) => void };
}

/** Some words to the family, or of the family, and a button. */
export const WordsForm = ({ label, hint, missing, send, error, isBusy, onSend, onCancel, children, kept }: WordsFormProps) => {
  const t = useTexts();
  const [own, writeOwn] = useState('');
  const { words, write } = kept ?? { words: own, write: writeOwn };
  const [isTried, setTried] = useState(false);
  return (
    <form
      className={styles['own']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (words.trim() !== '' && !isBusy) onSend(words);
      }}
    >
      <TextArea
        label={label}
        hint={hint}
        rows={2}
        value={words}
        onChange={write}
        error={isTried && words.trim() === '' ? missing : error}
      />
      {children}
      <Row gap={2}>
        <Button type="submit">{send}</Button>
        <Button variant="plain" onPress={onCancel}>
          {t('shell.cancel')}
        </Button>
      </Row>
    </form>
  );
};
