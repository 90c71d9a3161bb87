import { generatePath, Link } from 'react-router';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { LeftBanner } from '../../components/exchange/LeftBanner.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { LanguageChoice } from '../../components/LanguageChoice.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';

/** For who is in more than one plan: which one? And what became of a plan that is not here any more. */
export const MyPlansScreen = () => {
  const t = useTexts();
  const { cases, loaded } = useStore(useApplication().caseload);
  return (
    <div className={styles['plan']}>
      <PageHeading title={t('shell.nav.plans')} />
      <LanguageChoice />
      <LeftBanner />
      {loaded && cases.length === 0 && (
        <>
          <p>{t('shell.nav.plans.none')}</p>
          <div>
            <LinkButton to={paths.join}>{t('start.welcome.invited')}</LinkButton>
          </div>
        </>
      )}
      <ul className={styles['more']}>
        {cases.map(({ caseId, name }) => (
          <li key={caseId}>
            <Link to={generatePath(paths.case, { caseId })}>{name}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
};
