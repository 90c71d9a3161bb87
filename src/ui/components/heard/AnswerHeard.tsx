import type { HearingMoment } from '../../../core/plan/hearings.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { useNames } from '../useNames.ts';
import { useToday } from '../useToday.ts';
import { AnswerPupil } from './AnswerPupil.tsx';
import { AnswerWords } from './AnswerWords.tsx';

/** What the team did with what the child said: to each thing it said of a goal, or to all of it together. */
export const AnswerHeard = ({ heard: { child, id: meeting, own } }: { readonly heard: HearingMoment }) => {
  const t = useTexts();
  const today = useToday();
  const { pupilVoices } = useCaseView();
  const { nameOf } = useNames();
  const name = nameOf(child);
  const waiting = pupilVoices.filter(({ id, isOpen }) => isOpen && own.some((one) => one.id === id));
  if (waiting.length > 0) return waiting.map((said) => <AnswerPupil key={said.id} said={said} name={name} />);
  const heard = { type: 'recordHearing', child, meeting, outcome: 'heard', how: '', spokeFor: null, spokeForToo: '', on: today } as const;
  return (
    <AnswerWords name={name} label={t('heard.hearing.answerOf', { name })} variant="quiet" toCommand={(answer) => ({ ...heard, answer })} />
  );
};
