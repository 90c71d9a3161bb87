import { useTexts } from '../../i18n/useTexts.ts';
import type { FormProps } from './formProps.ts';
import styles from './Forms.module.css';
import { Sheet } from '../../components/paper/Sheet.tsx';
import { Smiley, type Mood } from '../../components/Smiley.tsx';
import { WritingField, WritingSpace } from './WritingSpace.tsx';

const MOODS: readonly Mood[] = ['good', 'between', 'notGood'];

/** What a child of 8 to 12 wants to say: in words, with a face, or with a drawing. Nothing of it is compulsory. */
export const ChildForm = ({ person }: FormProps) => {
  const t = useTexts();
  return (
    <Sheet kind="form" hasBigLetters title={t('print.childForm.heading')} purpose={t('print.childForm.purpose')}>
      <WritingField label={t('print.childForm.name')} value={person?.name} />
      <p className={styles['about']}>{t('print.childForm.explain')}</p>
      <section>
        <h3>{t('print.childForm.mood')}</h3>
        <ul className={styles['moods']}>
          {MOODS.map((mood) => (
            <li key={mood}>
              <Smiley mood={mood} />
              <p>{t(`print.childForm.${mood}`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <WritingSpace question={t('print.childForm.goesWell')} lines={2} />
      <WritingSpace question={t('print.childForm.hard')} lines={2} />
      <WritingSpace question={t('print.childForm.want')} lines={2} />
      <section className={styles['drawing']}>
        <h3>{t('print.childForm.draw')}</h3>
      </section>
      <WritingField label={t('print.childForm.signature')} />
    </Sheet>
  );
};
