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
    <FullPart title={t('fullPrint.question')}>
      <Facts
        facts={[
          [
            family.questionFamilyBy
              ? t('fullPrint.question.familyBy', { name: nameOf(family.questionFamilyBy) })
              : t('fullPrint.question.family'),
            family.questionFamily,
          ],
          [pupilHow ? t('fullPrint.question.pupilHow', { how: pupilHow }) : t('fullPrint.question.pupil'), family.questionPupil],
          [t('fullPrint.question.school'), family.questionSchool],
          [t('fullPrint.question.help'), help.join('. ')],
          [t('fullPrint.question.analysis'), family.analysis],
        ]}
      />
    </FullPart>
  );
};
