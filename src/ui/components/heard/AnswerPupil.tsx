import type { PupilVoice } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useTerms } from '../useTerms.ts';
import { AnswerWords } from './AnswerWords.tsx';

/** How it was weighed: the child reads it beside its own words. */
export const AnswerPupil = ({ said: { id, text, mood }, name }: { readonly said: PupilVoice; readonly name: string }) => {
  const t = useTexts();
  const { term } = useTerms();
  const what = text || (mood ? term('pupilVoice', 'mood', mood) : t('heard.drawing', { name }));
  return (
    <AnswerWords
      name={name}
      label={t('heard.pupil.answerOf', { name, text: what })}
      toCommand={(answer) => ({ type: 'answerPupil', pupilVoice: id, text: answer })}
    />
  );
};
