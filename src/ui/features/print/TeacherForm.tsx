import { useCaseView } from '../../components/applicationContext.tsx';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { FormProps } from './formProps.ts';
import styles from './Forms.module.css';
import { nextConference } from './meetings.ts';
import { Sheet } from '../../components/paper/Sheet.tsx';
import { useWords } from './useWords.ts';
import { WritingField, WritingSpace } from './WritingSpace.tsx';

/** Three questions for the teacher, in five minutes between lessons. The parents read the answers. */
export const TeacherForm = ({ person }: FormProps) => {
  const t = useTexts();
  const { appointment } = useWords();
  const today = useToday();
  const view = useCaseView();
  const conference = nextConference(view, today);
  return (
    <Sheet
      kind="form"
      title={t('fullPrint.teacherForm.heading')}
      facts={[conference && appointment(conference)]}
      purpose={t('fullPrint.teacherForm.purpose')}
    >
      <WritingField label={t('fullPrint.teacherForm.about')} value={person?.name} />
      <WritingField label={t('fullPrint.teacherForm.name')} />
      <p className={styles['about']}>{t('fullPrint.teacherForm.explain')}</p>
      <WritingSpace question={t('fullPrint.teacherForm.goesWell')} hint={t('fullPrint.teacherForm.goesWell.hint')} lines={5} />
      <WritingSpace question={t('fullPrint.teacherForm.hard')} hint={t('fullPrint.teacherForm.hard.hint')} lines={5} />
      <WritingSpace question={t('fullPrint.teacherForm.need')} hint={t('fullPrint.teacherForm.need.hint')} lines={5} />
    </Sheet>
  );
};
