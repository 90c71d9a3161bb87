import { useCaseView } from '../../../components/applicationContext.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveNote, AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { personOptions } from '../../../components/people.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { cellOf } from '../cellOf.ts';
import { Section } from '../Section.tsx';

/** The question in the words of the family, the pupil and the school; the family first. */
export const WordsSection = () => {
  const t = useTexts();
  const { options } = useTerms();
  const { family, caregivers, children, network } = useCaseView();
  const cell = cellOf(family);
  return (
    <Section id="words" title={t('case.words.title')}>
      <div className={styles['familyWords']}>
        <AutosaveText label={t('case.words.family')} hint={t('case.words.family.hint')} multiline {...cell('questionFamily')} />
        <AutosaveChoice
          label={t('case.words.family.by')}
          appearance="select"
          options={personOptions([...caregivers, ...children, ...network])}
          {...cell('questionFamilyBy')}
        />
      </div>
      <div className={styles['familyWords']}>
        <AutosaveText label={t('case.words.pupil')} hint={t('case.words.pupil.hint')} multiline {...cell('questionPupil')} />
        <AutosaveChoice label={t('case.words.pupil.how')} options={options('family', 'questionPupilHow')} {...cell('questionPupilHow')} />
      </div>
      <AutosaveText label={t('case.words.school')} hint={t('case.words.school.hint')} multiline {...cell('questionSchool')} />
      <AutosaveNote label={t('case.words.analysis')} hint={t('case.words.analysis.hint')} rows={3} {...cell('analysis')} />
    </Section>
  );
};
