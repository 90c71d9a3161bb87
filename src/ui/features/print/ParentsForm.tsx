import { useCaseView } from '../../components/applicationContext.tsx';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { FormProps } from './formProps.ts';
import styles from './Forms.module.css';
import { nextConference } from './meetings.ts';
import { Sheet } from '../../components/paper/Sheet.tsx';
import { useWords } from './useWords.ts';
import { WritingField, WritingSpace } from './WritingSpace.tsx';

const POINTS = [1, 2, 3] as const;

/** What a parent wants to have said, before others begin to speak. */
export const ParentsForm = ({ person }: FormProps) => {
  const t = useTexts();
  const { appointment } = useWords();
  const today = useToday();
  const view = useCaseView();
  const conference = nextConference(view, today);
  return (
    <Sheet
      kind="form"
      title={t('print.parentsForm.heading')}
      facts={[conference && appointment(conference)]}
      purpose={t('print.parentsForm.purpose')}
    >
      <WritingField label={t('print.name')} value={person?.name} />
      <p className={styles['about']}>{t('print.parentsForm.explain')}</p>
      <WritingSpace question={t('print.parentsForm.goesWell')} hint={t('print.parentsForm.goesWell.hint')} lines={3} />
      <WritingSpace question={t('print.parentsForm.worries')} lines={3} />
      <section className={styles['points']}>
        <h3>{t('print.parentsForm.mustSay')}</h3>
        {POINTS.map((point) => (
          <WritingField key={point} label={`${point}.`} />
        ))}
      </section>
      <WritingSpace question={t('print.parentsForm.who')} hint={t('print.parentsForm.who.hint')} lines={1} />
      <WritingSpace question={t('print.parentsForm.coordinator')} hint={t('print.parentsForm.coordinator.hint')} lines={1} />
      <WritingSpace question={t('print.parentsForm.need')} hint={t('print.parentsForm.need.hint')} lines={2} />
    </Sheet>
  );
};
