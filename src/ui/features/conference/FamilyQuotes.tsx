import { useCaseView } from '../../components/applicationContext.tsx';
import { Stack } from '../../components/Layout.tsx';
import { nameOf } from '../../components/people.ts';
import { Quote } from '../../components/Quote.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** What it is all about, in the family's own words, in sight at every step. */
export const FamilyQuotes = () => {
  const t = useTexts();
  const view = useCaseView();
  const { family } = view;
  const asked = nameOf(view, family.questionFamilyBy) || t('conference.quotes.family');
  if (!family.questionFamily && !family.questionPupil) return null;
  return (
    <div translate="no">
      <Stack gap={3}>
        {family.questionFamily && <Quote by={asked}>{family.questionFamily}</Quote>}
        {family.questionPupil && (
          <Quote by={t(family.questionPupilHow === 'form' ? 'conference.quotes.pupilForm' : 'conference.quotes.pupil')}>
            {family.questionPupil}
          </Quote>
        )}
      </Stack>
    </div>
  );
};
