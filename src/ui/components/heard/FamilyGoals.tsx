import type { FamilyGoal } from '../../../core/plan/caseView.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { Chip } from '../Chip.tsx';
import { isFamily } from '../people.ts';
import { Quote } from '../Quote.tsx';
import { useNames } from '../useNames.ts';
import { DecideFamilyGoal } from './DecideFamilyGoal.tsx';
import styles from './heard.module.css';

/** What the family wants itself, in its own words, and what the team did with each. Nothing when it wrote no goal. */
export const FamilyGoals = () => {
  const t = useTexts();
  const { familyGoals, takenBack } = useCaseView();
  if (familyGoals.length + takenBack.length === 0) return null;
  return (
    <ul className={styles['list']}>
      {familyGoals.map((goal) => (
        <Item key={goal.id} familyGoal={goal} />
      ))}
      {takenBack.map(({ id, statement }) => (
        <li key={id} className={styles['own']}>
          <p translate="no">{statement}</p>
          <p className={styles['soft']}>{t('heard.own.takenBack')}</p>
        </li>
      ))}
    </ul>
  );
};

const Item = ({ familyGoal }: { readonly familyGoal: FamilyGoal }) => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { me } = useCaseView();
  const { text, by, goal, declined } = familyGoal;
  // Also a parent who coordinates does not answer to the family for the team (permissions).
  const mayDecide = me !== null && !isFamily(me);
  return (
    <li className={styles['own']}>
      <Quote by={nameOf(by)}>
        <p translate="no">{text}</p>
      </Quote>
      <div>
        <Chip tone={goal ? 'done' : 'plain'}>{t(goal ? 'heard.own.adopted' : declined ? 'heard.own.declined' : 'heard.own.waiting')}</Chip>
      </div>
      {declined && (
        <p translate="no">
          <strong>{nameOf(declined.by)}:</strong> {declined.reason}
        </p>
      )}
      {mayDecide && !goal && <DecideFamilyGoal familyGoal={familyGoal} />}
    </li>
  );
};
