import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import styles from './Conference.module.css';

interface AddLineProps {
  readonly label: string;
  readonly button: string;
  readonly hint?: string;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  /** false: it was not added, the words stay in the line. */
  readonly onAdd: (words: string) => Promise<boolean>;
}

/** One line and a button: adds something with its most important words; the rest comes after. */
export const AddLine = ({ label, button, hint, hideLabel, placeholder, onAdd }: AddLineProps) => {
  const [words, setWords] = useState('');
  async function add(): Promise<void> {
    const said = words.trim();
    if (said === '') return;
    setWords('');
    if (!(await onAdd(said))) setWords(said);
  }
  return (
    <div className={styles['addLine']}>
      <TextField
        label={label}
        hint={hint}
        hideLabel={hideLabel}
        placeholder={placeholder}
        value={words}
        onChange={setWords}
        onSubmit={() => void add()}
      />
      <Button variant="quiet" icon={Plus} onPress={() => void add()}>
        {button}
      </Button>
    </div>
  );
};
