import { useLingui } from '@lingui/react';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { useToday } from '../../components/useToday.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AlsoAgreed } from './AlsoAgreed.tsx';
import { CoordinatorBox } from './CoordinatorBox.tsx';
import { GoalGrid } from './GoalGrid.tsx';
import { lastHeld, nextConference, nextEvaluation } from './meetings.ts';
import styles from './OnePageSheet.module.css';
import { Sheet } from '../../components/paper/Sheet.tsx';
import { answersOf, useWords } from './useWords.ts';

/** The plan on one A4 to hang on the fridge: what we want, who to call, who does what, and when we look back. */
export const OnePageSheet = () => {
  const t = useTexts();
  const view = useCaseView();
  const language = useLingui().i18n.locale;
  const held = lastHeld(view);
  return (
    <Sheet
      title={t('print.onepage.heading')}
      facts={[t('print.family', { name: view.family.name }), held ? t('print.agreedOn', { day: formatDay(held.day!, language) }) : null]}
      purpose={t('print.onepage.purpose')}
    >
      <Wishes />
      <CoordinatorBox />
      <GoalGrid />
      <AlsoAgreed />
      <div className={styles['boxes']}>
        <Answers />
        <LookingBack />
      </div>
    </Sheet>
  );
};

const Wishes = () => {
  const t = useTexts();
  const { term } = useTerms();
  const { personWithHat } = useWords();
  const { family } = useCaseView();
  if (!family.questionFamily && !family.questionPupil) return null;
  return (
    <section className={styles['wishes']}>
      <h3>{t('print.wishes')}</h3>
      {family.questionFamily && (
        <p>
          “<bdi>{family.questionFamily}</bdi>”{' '}
          <small>({family.questionFamilyBy ? personWithHat(family.questionFamilyBy) : t('print.theFamily')})</small>
        </p>
      )}
      {family.questionPupil && (
        <p>
          “<bdi>{family.questionPupil}</bdi>”{' '}
          <small>
            ({t('print.theChild')}
            {family.questionPupilHow && `, ${term('family', 'questionPupilHow', family.questionPupilHow).toLowerCase()}`})
          </small>
        </p>
      )}
    </section>
  );
};

const Answers = () => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf } = useNames();
  const { how } = useWords();
  const answers = answersOf(useCaseView());
  return (
    <section className={styles['box']}>
      <h3>{t('print.answers')}</h3>
      {answers.length === 0 && <p>{t('print.answers.none')}</p>}
      <ul>
        {answers.map((answer) => (
          <li key={answer.id}>
            <strong>{nameOf(answer.by)}</strong>: {answer.reply && term('answer', 'reply', answer.reply).toLowerCase()}
            {answer.view && (
              <>
                {' '}
                “<bdi>{answer.view}</bdi>”
              </>
            )}{' '}
            <small>({[how({ ...answer, recordedBy: null }), !answer.current && t('print.earlier')].filter(Boolean).join(', ')})</small>
          </li>
        ))}
      </ul>
    </section>
  );
};

const LookingBack = () => {
  const t = useTexts();
  const { appointment } = useWords();
  const view = useCaseView();
  const today = useToday();
  const evaluation = nextEvaluation(view);
  const conference = nextConference(view, today);
  return (
    <section className={styles['box']}>
      <h3>{t('print.evaluation.next')}</h3>
      <p>{evaluation ? appointment(evaluation) : t('print.evaluation.none')}</p>
      {conference && (
        <>
          <h3>{t('print.conference.next')}</h3>
          <p>{appointment(conference)}</p>
        </>
      )}
    </section>
  );
};
