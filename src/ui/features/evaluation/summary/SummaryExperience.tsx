import type { Evaluation } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { familyFirst } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Evaluation.module.css';
import { ExperienceLine } from '../ExperienceLine.tsx';
import { Words } from '../Words.tsx';

/** How it was for everyone, and what all learn from it. */
export const SummaryExperience = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const view = useCaseView();
  const said = familyFirst(view.people).flatMap((person) =>
    view.experiences.filter((one) => one.evaluation === evaluation.id && one.by === person.id && (one.grade !== null || one.words !== '')),
  );
  const { worked, learned } = evaluation;
  if (said.length === 0 && !worked && !learned) return null;
  return (
    <Card as="section" labelledBy="experience">
      <h2 id="experience">{t('evaluation.experience.title')}</h2>
      <ul className={styles['plain']}>
        {said.map((one) => (
          <li key={one.id}>
            <ExperienceLine said={one} />
          </li>
        ))}
      </ul>
      {worked && <Words heading={t('evaluation.experience.workedField')} words={worked} />}
      {learned && <Words heading={t('evaluation.experience.learnedField')} words={learned} />}
    </Card>
  );
};
