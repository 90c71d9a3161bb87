import type { ReactNode } from 'react';
import type { Goal } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { Quote } from '../Quote.tsx';
import { useNames } from '../useNames.ts';

interface UnlessFamilyWordsProps {
  readonly goal: Goal;
  /** The fields for what a goal says. */
  readonly children: ReactNode;
}

/** A goal adopted from the family's own plan says what the family says: to read, not to write in. */
export const UnlessFamilyWords = ({ goal, children }: UnlessFamilyWordsProps) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { familyGoals } = useCaseView();
  if (!familyGoals.some((one) => one.goal === goal.id)) return children;
  return (
    <>
      <Quote by={nameOf(goal.wordsOf)}>
        <p translate="no">{goal.statement}</p>
      </Quote>
      <p>{t('heard.own.theirWords')}</p>
    </>
  );
};
