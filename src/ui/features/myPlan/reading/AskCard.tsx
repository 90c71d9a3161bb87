import type { CircleView } from '../../../../application/application.ts';
import type { Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { ReachButtons } from '../ReachButtons.tsx';
import { useWho } from '../useWho.ts';
import { waysToReach } from '../waysToReach.ts';

/** Who lets people in and out, and how to reach them. */
export const AskCard = ({ view: { people } }: { readonly view: CircleView }) => {
  const t = useTexts();
  const who = useWho();
  const plan = useCaseView();
  const leads = people.filter(({ role, replaced }) => role === 'lead' && !replaced);
  const explain = leads.length === 0 ? t('reading.ask.nobody') : t('reading.ask.explain', who);
  const two = t('reading.ask.two');
  return (
    <PlanCard title={t('reading.ask')} aloud={[explain, ...leads.map(({ name }) => name), two]}>
      <p>{explain}</p>
      <ul className={styles['list']}>
        {leads.map(({ member, name, person }) => (
          <li key={member} className={styles['item']}>
            <Words as="h3">{name || t('shell.conflict.someone')}</Words>
            <Reach name={name} person={plan.people.find(({ id }) => id === person)} />
          </li>
        ))}
      </ul>
      <p>{two}</p>
    </PlanCard>
  );
};

const Reach = ({ name, person }: { readonly name: string; readonly person: Person | undefined }) => {
  const t = useTexts();
  const { phone = '', reachability = '' } = person ?? {};
  return (
    <>
      {reachability && <Words>{reachability}</Words>}
      {phone + reachability === '' && <p>{t('reading.ask.unknown')}</p>}
      <ReachButtons name={name} {...waysToReach(phone, reachability)} />
    </>
  );
};
