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
      title={t('print.teacherForm.heading')}
      facts={[conference && appointment(conference)]}
      purpose={t('print.teacherForm.purpose')}
    >
      <WritingField label={t('print.teacherForm.about')} value={person?.name} />
      <WritingField label={t('print.teacherForm.name')} />
      <p className={styles['about']}>{t('print.teacherForm.explain')}</p>
      <WritingSpace question={t('print.teacherForm.goesWell')} hint={t('print.teacherForm.goesWell.hint')} lines={5} />
      <WritingSpace question={t('print.teacherForm.hard')} hint={t('print.teacherForm.hard.hint')} lines={5} />
      <WritingSpace question={t('print.teacherForm.need')} hint={t('print.teacherForm.need.hint')} lines={5} />
    </Sheet>
  );
};
