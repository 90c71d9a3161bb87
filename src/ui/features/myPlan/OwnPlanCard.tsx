import { generatePath, Link, useParams } from 'react-router';
import { useCaseView } from '../../components/applicationContext.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { PlanCard } from './PlanCard.tsx';

/** The way to what the family wants itself. */
export const OwnPlanCard = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  if (!useCaseView().me) return null;
  const why = t('myPlan.own.why');
  return (
    <PlanCard title={t('myPlan.own')} aloud={[why]}>
      <p>{why}</p>
      <div>
        <Link className={styles['quiet']} to={generatePath(paths.ownPlan, { caseId })}>
          {t('myPlan.own.open')}
        </Link>
      </div>
    </PlanCard>
  );
};
