import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { PlanCommand } from '../../../core/plan/planCommand.ts';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';

interface AddLineProps {
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  /** What adds it, with the words as they were typed. */
  readonly command: (words: string) => PlanCommand;
}

/** Adds something with its most important words; the rest is filled in after. */
export const AddLine = ({ label, hint, button, command }: AddLineProps) => {
  const t = useTexts();
  const { run, errorText } = useChange();
  const [words, setWords] = useState('');
  const [isEmptyTried, setIsEmptyTried] = useState(false);
  const add = async () => {
    setIsEmptyTried(words.trim() === '');
    if (words.trim() !== '' && (await run(command(words.trim())))) setWords('');
  };
  return (
    <div className={styles['addLine']}>
      <TextField
        label={label}
        hint={hint}
        value={words}
        onChange={setWords}
        onSubmit={() => void add()}
        error={isEmptyTried && words.trim() === '' ? t('case.add.missing') : errorText}
      />
      <Button variant="quiet" icon={Plus} onPress={() => void add()}>
        {button}
      </Button>
    </div>
  );
};
