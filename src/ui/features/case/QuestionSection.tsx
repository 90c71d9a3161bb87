import { generatePath, useParams } from 'react-router';
import { useCaseView } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { paths } from '../../components/paths.ts';
import { Quote } from '../../components/Quote.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { TwoAnswers } from './conflicts/TwoAnswers.tsx';
import { Section } from './Section.tsx';

/** Why: in the words of the family, the pupil and the school. */
export const QuestionSection = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const { nameOf } = useNames();
  const { family } = useCaseView();
  const { questionFamily, questionFamilyBy, questionPupil, questionPupilHow, questionSchool, analysis } = family;
  return (
    <Section
      id="question"
      title={t('case.page.question')}
      actions={
        <LinkButton variant="plain" to={generatePath(paths.preparation, { caseId })}>
          {t('case.question.edit')}
        </LinkButton>
      }
    >
      {questionFamily ? (
        <Quote by={questionFamilyBy ? nameOf(questionFamilyBy) : t('case.question.family')}>{questionFamily}</Quote>
      ) : (
        <EmptyCell>{t('case.question.family.empty')}</EmptyCell>
      )}
      <TwoAnswers entity={family} fields={['questionFamily', 'questionFamilyBy']} />
      {questionPupil ? (
        <Quote by={t(questionPupilHow === 'form' ? 'case.question.pupilForm' : 'case.question.pupil')}>{questionPupil}</Quote>
      ) : (
        <EmptyCell>{t('case.question.pupil.empty')}</EmptyCell>
      )}
      <TwoAnswers entity={family} fields={['questionPupil', 'questionPupilHow']} />
      {questionSchool ? (
        <div>
          <h3 className={styles['small']}>{t('case.question.school')}</h3>
          <p>{questionSchool}</p>
        </div>
      ) : (
        <EmptyCell>{t('case.question.school.empty')}</EmptyCell>
      )}
      <TwoAnswers entity={family} fields={['questionSchool']} />
      {analysis && (
        <div>
          <h3 className={styles['small']}>{t('case.question.analysis')}</h3>
          <p className={styles['note']}>{analysis}</p>
        </div>
      )}
    </Section>
  );
};
