import { useCaseView } from '../../components/applicationContext.tsx';
import { FamilyGoals } from '../../components/heard/FamilyGoals.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { Section } from './Section.tsx';

/** The family's own plan comes first: its goals, and who of its own people helps with what. */
export const FamilyGoalsSection = () => {
  const t = useTexts();
  const { familyGoals, takenBack, network } = useCaseView();
  const helpers = network.filter(({ helpsWith }) => helpsWith !== '');
  if (familyGoals.length + takenBack.length + helpers.length === 0) return null;
  return (
    <Section id="familyGoals" title={t('heard.own')}>
      <FamilyGoals />
      {helpers.length > 0 && (
        <ul className={styles['list']} aria-label={t('heard.own.helpers')}>
          {helpers.map(({ id, name, helpsWith }) => (
            <li key={id} translate="no">
              <strong>{name}:</strong> {helpsWith}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
