import { useState } from 'react';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { Button } from '../../../components/Button.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { TextArea } from '../../../components/fields/TextArea.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';

interface AnswerRemarkProps {
  readonly remark: EntityId;
  readonly name: string;
  /** It was answered already; this adds to it. */
  readonly isMore: boolean;
  /** It asks for something that has to be done or refused; until then it stays open. */
  readonly isRequest: boolean;
  /** It asks to erase something that still stands: after "done" that is next. */
  readonly erasesNext: boolean;
  readonly onDone: () => void;
}

export const AnswerRemark = ({ remark, name, isMore, isRequest, erasesNext, onDone }: AnswerRemarkProps) => {
  const t = useTexts();
  const { run, isRunning, errorText } = useChange();
  const [words, setWords] = useState('');
  const [outcome, setOutcome] = useState<'done' | 'refused' | 'busy'>('busy');
  const [isTried, setTried] = useState(false);

  async function send(): Promise<void> {
    setTried(true);
    if (words.trim() === '' || isRunning) return;
    if (!(await run({ type: 'answerRemark', remark, text: words, ...(isRequest && outcome !== 'busy' && { outcome }) }))) return;
    setWords('');
    setTried(false);
    if (isRequest && outcome === 'done') onDone();
  }

  return (
    <form
      className={styles['answer']}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {isRequest && (
        <ChoiceField
          label={t('heard.request.outcome')}
          hint={t('heard.request.complain')}
          appearance="chips"
          options={(['busy', 'done', 'refused'] as const).map((value) => ({ value, label: t(`heard.request.${value}`) }))}
          value={outcome}
          onChange={(next) => setOutcome(next ?? 'busy')}
        />
      )}
      <TextArea
        label={t(isMore ? 'heard.answer.more' : 'heard.answer.to', { name })}
        hint={t(erasesNext ? 'heard.request.erasesNext' : isRequest ? 'heard.request.how' : 'heard.answer.hint')}
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
