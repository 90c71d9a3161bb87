import { useState } from 'react';
import type { Answer, Conference, Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { TextArea } from '../../../components/fields/TextArea.tsx';
import { Row, Stack } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { useVoice } from '../useVoice.ts';

interface AnswerFormProps {
  readonly person: Person;
  readonly conference: Conference;
  readonly onDone: () => void;
}

/** One answer to the plan as it is now. A changed mind is a new answer: the earlier one stays to be read. */
export const AnswerForm = ({ person, conference, onDone }: AnswerFormProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const { me } = useCaseView();
  const voiceOf = useVoice();
  const { run, isRunning, errorText, clearError } = useChange();
  const [reply, setReply] = useState<Answer['reply']>(null);
  const [words, setWords] = useState('');
  const [how, setHow] = useState<'spoken' | 'paper' | null>('spoken');
  const [isTried, setTried] = useState(false);
  const { name } = person;
  const isMe = person.id === me?.id;

  async function save(): Promise<void> {
    setTried(true);
    if (reply === null) return;
    const voice = voiceOf(person.id, how ?? 'spoken');
    const view = reply === 'agreed' ? '' : words.trim();
    const saved = await run({ type: 'answerPlan', by: person.id, reply, view, ...voice, conference: conference.id });
    if (saved) onDone();
  }

  return (
    <Stack>
      <ChoiceField
        label={t('conference.agree.reply', { name })}
        options={options('answer', 'reply')}
        value={reply}
        onChange={(chosen) => {
          setReply(chosen);
          clearError();
        }}
        error={isTried && reply === null ? t('conference.agree.replyMissing') : reply === 'agreed' ? errorText : null}
      />
      {reply !== null && reply !== 'agreed' && (
        <TextArea
          label={t(reply === 'notAgreed' ? 'conference.agree.view' : 'conference.agree.remark', { name })}
          hint={t('conference.agree.viewHint')}
          value={words}
          onChange={setWords}
          rows={3}
          error={errorText}
        />
      )}
      {!isMe && (
        <>
          <ChoiceField
            label={t('conference.agree.via')}
            options={[
              { value: 'spoken', label: t('conference.agree.spoken') },
              { value: 'paper', label: t('conference.agree.paper') },
            ]}
            value={how}
            onChange={setHow}
          />
          <p>{t('conference.agree.recordedNote')}</p>
        </>
      )}
      <Row>
        <Button isDisabled={isRunning} onPress={() => void save()}>
          {t('conference.agree.save')}
        </Button>
        <Button variant="plain" onPress={onDone}>
          {t('shell.cancel')}
        </Button>
      </Row>
    </Stack>
  );
};
