import { isBeside } from '../../../core/plan/companions.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { nameOf, namesOf } from '../../components/people.ts';
import { Words } from '../../components/Words.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { NotRight } from './NotRight.tsx';
import { PlanCard } from './PlanCard.tsx';
import { useWho } from './useWho.ts';

/** What was said about us and what was agreed besides: what goes well first. */
export const SaidCard = () => {
  const t = useTexts();
  const who = useWho();
  const view = useCaseView();
  const { strengths, concerns, agreements } = view;
  const groups = [
    { title: t('myPlan.said.strengths'), said: strengths.map(({ id, text, saidBy }) => ({ id, text, by: nameOf(view, saidBy) })) },
    { title: t('myPlan.said.concerns'), said: concerns.map(({ id, text, saidBy }) => ({ id, text, by: nameOf(view, saidBy) })) },
    { title: t('myPlan.said.agreements'), said: agreements.map(({ id, text, people }) => ({ id, text, by: namesOf(view, people) })) },
  ]
    // Of what was erased everywhere a row without words may be left.
    .map(({ title, said }) => ({ title, said: said.filter(({ text }) => text !== '') }))
    .filter(({ said }) => said.length > 0);
  if (groups.length === 0) return null;
  return (
    <PlanCard
      title={isBeside(view, view.me?.id) ? t('myPlan.beside.said') : t('myPlan.said', who)}
      aloud={groups.flatMap(({ title, said }) => [title, ...said.map(({ text }) => text)])}
    >
      {groups.map(({ title, said }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul className={styles['list']}>
            {said.map((one) => (
              <Said key={one.id} {...one} />
            ))}
          </ul>
        </div>
      ))}
    </PlanCard>
  );
};

const Said = ({ id, text, by }: { readonly id: EntityId; readonly text: string; readonly by: string }) => (
  <li className={styles['item']}>
    <Words>{text}</Words>
    {by && <p className={styles['soft']}>{by}</p>}
    <NotRight about={id} what={text} />
  </li>
);
