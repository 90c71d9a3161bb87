import { useCaseView } from '../../components/applicationContext.tsx';
import { hatOf, isFamily } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { ActionState } from './ActionState.tsx';
import styles from './myPlan.module.css';
import { NotRight } from './NotRight.tsx';
import { PlanCard } from './PlanCard.tsx';
import { useWhen } from './useWhen.ts';

/** What the others do, and whether they did it. What is late stands first. */
export const Promises = () => {
  const t = useTexts();
  const when = useWhen();
  const terms = useTerms();
  const { actions, people, me } = useCaseView();
  const others = actions
    .filter((action) => me === null || !action.who.includes(me.id))
    .toSorted((a, b) => b.overdueDays - a.overdueDays || Number(a.status === 'done') - Number(b.status === 'done'));
  // Of professionals also what they are: a name alone says little to who met them once.
  const doers = (who: (typeof actions)[number]['who']) =>
    people
      .filter(({ id }) => who.includes(id))
      .map((person) => (isFamily(person) ? person.name : t('myPlan.others.withHat', { name: person.name, hat: hatOf(terms, person) })))
      .join(', ') || t('myPlan.others.nobody');
  return (
    <PlanCard
      title={t('myPlan.others')}
      aloud={others.flatMap((action) => [
        `${doers(action.who)}: ${action.what}`,
        action.overdueDays > 0 ? t('myPlan.state.late', { days: action.overdueDays }) : t(`myPlan.state.${action.status}`),
      ])}
    >
      {others.length === 0 ? (
        <p>{t('myPlan.others.none')}</p>
      ) : (
        <ul className={styles['list']}>
          {others.map((action) => (
            <li key={action.id} className={styles['item']}>
              <Words as="h3">{doers(action.who)}</Words>
              <Words>{action.what}</Words>
              <p className={styles['soft']} translate="no">
                {when(action)}
              </p>
              <ActionState action={action} />
              <NotRight about={action.id} what={action.what} />
            </li>
          ))}
        </ul>
      )}
    </PlanCard>
  );
};
