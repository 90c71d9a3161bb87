import { generatePath, Link, useParams } from 'react-router';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';

/** At the end of a screen that lies behind the plan. */
export const BackToPlan = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  return (
    <div>
      <Link className={styles['quiet']} to={generatePath(paths.case, { caseId })}>
        {t('shell.back')}
      </Link>
    </div>
  );
};
