import type { Evaluation } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { familyFirst } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Evaluation.module.css';
import { useVoiceText } from '../useVoice.ts';
import { Words } from '../Words.tsx';

/** How it was for everyone, and what all learn from it. */
export const SummaryExperience = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const t = useTexts();
  const view = useCaseView();
  const voiceText = useVoiceText();
  const said = familyFirst(view.people).flatMap((person) =>
    view.experiences
      .filter((one) => one.evaluation === evaluation.id && one.by === person.id && (one.grade !== null || one.words !== ''))
      .map((one) => ({ ...one, person })),
  );
  const { worked, learned } = evaluation;
  if (said.length === 0 && !worked && !learned) return null;
  return (
    <Card as="section" labelledBy="experience">
      <h2 id="experience">{t('evaluation.experience.title')}</h2>
      <ul className={styles['plain']}>
        {said.map(({ id, person, grade, words, via, recordedBy }) => (
          <li key={id}>
            <span translate="no">
              <strong>{person.name}</strong>
              {grade !== null && `: ${t('evaluation.summary.grade', { grade })}`}
              {words && ` “${words}”`}
            </span>
            <span className={styles['soft']}> {voiceText({ via, recordedBy })}</span>
          </li>
        ))}
      </ul>
      {worked && <Words heading={t('evaluation.experience.workedField')} words={worked} />}
      {learned && <Words heading={t('evaluation.experience.learnedField')} words={learned} />}
    </Card>
  );
};
