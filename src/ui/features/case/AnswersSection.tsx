import { useCaseView } from '../../components/applicationContext.tsx';
import { GivenAnswer } from '../../components/meetings/GivenAnswer.tsx';
import { isFamily } from '../../components/people.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { Section } from './Section.tsx';

/** What people say of this plan, also when they say it later at home: the family first, and who of them said nothing yet. */
export const AnswersSection = () => {
  const t = useTexts();
  const { people, answers, goals, actions } = useCaseView();
  if (goals.length + actions.length + answers.length === 0) return null;
  const asked = people
    .map((person) => ({ person, answer: answers.find(({ by }) => by === person.id) }))
    .filter(({ person, answer }) => answer || isFamily(person))
    .toSorted((a, b) => Number(isFamily(b.person)) - Number(isFamily(a.person)));
  return (
    <Section id="answers" title={t('case.page.answers')}>
      <ul className={styles['list']}>
        {asked.map(({ person, answer }) => (
          <li key={person.id} className={`${styles['said']} ${isFamily(person) ? styles['saidByFamily'] : ''}`}>
            <GivenAnswer person={person} answer={answer} />
          </li>
        ))}
      </ul>
    </Section>
  );
};
