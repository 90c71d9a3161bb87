import { useState } from 'react';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { Button } from '../../../components/Button.tsx';
import { TextArea } from '../../../components/fields/TextArea.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';

interface AnswerRemarkProps {
  readonly remark: EntityId;
  readonly name: string;
  /** It was answered already; this adds to it. */
  readonly isMore: boolean;
}

export const AnswerRemark = ({ remark, name, isMore }: AnswerRemarkProps) => {
  const t = useTexts();
  const { run, isRunning, errorText } = useChange();
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);

  async function send(): Promise<void> {
    setTried(true);
    if (words.trim() === '' || isRunning) return;
    if (!(await run({ type: 'answerRemark', remark, text: words }))) return;
    setWords('');
    setTried(false);
  }

  return (
    <form
      className={styles['answer']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        label={t(isMore ? 'heard.answer.more' : 'heard.answer.to', { name })}
        hint={t('heard.answer.hint')}
        rows={2}
        value={words}
        onChange={setWords}
        error={isTried && words.trim() === '' ? t('heard.answer.missing') : errorText}
      />
      <div>
        <Button type="submit" variant={isMore ? 'quiet' : 'primary'}>
          {t('heard.answer.send')}
        </Button>
      </div>
    </form>
  );
};
