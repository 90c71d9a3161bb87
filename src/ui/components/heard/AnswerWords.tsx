import type { PlanCommand } from '../../../core/plan/planCommand.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../Button.tsx';
import { useSaying } from '../useSaying.ts';
import { WordsForm } from './WordsForm.tsx';

interface AnswerWordsProps {
  /** Of the child, who reads the answer. */
  readonly name: string;
  /** The button by its name: an answer to what. */
  readonly label: string;
  readonly variant?: 'primary' | 'quiet';
  readonly toCommand: (answer: string) => PlanCommand;
}

/** What the team did with a child's words, in words for that child. */
export const AnswerWords = ({ name, label, variant = 'primary', toCommand }: AnswerWordsProps) => {
  const t = useTexts();
  const { isSaying, begin, say, form } = useSaying();
  return isSaying ? (
    <WordsForm
      label={t('heard.pupil.weighed', { name })}
      hint={t('heard.pupil.weighed.hint', { name })}
      missing={t('heard.answer.missing')}
      send={t('heard.answer.send')}
      {...form}
      onSend={(words) => void say(toCommand(words))}
    />
  ) : (
    <div>
      <Button variant={variant} aria-label={label} onPress={begin}>
        {t('heard.pupil.answer')}
      </Button>
    </div>
  );
};
