import { generatePath, Link } from 'react-router';
import type { CircleView } from '../../../../application/application.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { paths } from '../../../components/paths.ts';
import { withCapital } from '../../../components/withCapital.ts';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { useWho } from '../useWho.ts';
import { isForFamily, useReading } from './useReading.ts';

/** What stands where, and who reads it: the plan everyone, the rest only who is named. */
export const WhereCard = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const who = useWho();
  const { teamReason } = useCaseView().family;
  const { nameOf, titleOf } = useReading(view);
  const others = view.documents.filter(isForFamily).map((document) => ({
    ...document,
    title: withCapital(titleOf(document)),
    readers: t('reading.where.readers', { names: document.members.map(({ member }) => nameOf(member)).join(', ') }),
  }));
  const team = [t('reading.where.team.why'), teamReason, t('reading.where.team.ask', who)];
  return (
    <PlanCard
      title={t('reading.where')}
      aloud={[
        t('reading.where.plan'),
        t('reading.where.private', who),
        ...others.flatMap(({ title, readers }) => [title, readers]),
        ...(teamReason ? [t('reading.where.team'), ...team] : []),
      ]}
    >
      <p>{t('reading.where.plan')}</p>
      <p>{t('reading.where.private', who)}</p>
      <ul className={styles['list']}>
        {others.map(({ doc, title, readers, myRole }) => (
          <li key={doc} className={styles['item']}>
            <Words as="h3">{title}</Words>
            <p>{readers}</p>
            {myRole !== null && (
              <div>
                <Link className={styles['quiet']} to={generatePath(paths.part, { caseId: view.caseId, doc })}>
                  {t('reading.where.open', { title })}
                </Link>
              </div>
            )}
          </li>
        ))}
        {teamReason && (
          <li className={styles['item']}>
            <h3>{t('reading.where.team')}</h3>
            <p>{team[0]}</p>
            <div className={styles['reply']}>
              <Words>{teamReason}</Words>
            </div>
            <p>{team[2]}</p>
          </li>
        )}
      </ul>
    </PlanCard>
  );
};
