import { useCaseView } from '../../components/applicationContext.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Facts, FullPart } from './FullPart.tsx';

/** Why there is a plan: the question in everyone's own words, and what the table makes of it. */
export const FullQuestion = () => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf } = useNames();
  const { family, earlierHelp } = useCaseView();
  const help = earlierHelp.map(({ what, when, brought }) => [[what, when].filter(Boolean).join(', '), brought].filter(Boolean).join(': '));
  const pupilHow = family.questionPupilHow ? term('family', 'questionPupilHow', family.questionPupilHow).toLowerCase() : '';
  return (
    <FullPart title={t('print.question')}>
      <Facts
        facts={[
          [
            family.questionFamilyBy ? t('print.question.familyBy', { name: nameOf(family.questionFamilyBy) }) : t('print.question.family'),
            family.questionFamily,
          ],
          [pupilHow ? t('print.question.pupilHow', { how: pupilHow }) : t('print.question.pupil'), family.questionPupil],
          [t('print.question.school'), family.questionSchool],
          [t('print.question.help'), help.join('. ')],
          [t('print.question.analysis'), family.analysis],
        ]}
      />
    </FullPart>
  );
};
