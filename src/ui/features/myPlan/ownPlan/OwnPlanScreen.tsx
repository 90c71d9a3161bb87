import { generatePath, Link, useParams } from 'react-router';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { paths } from '../../../components/paths.ts';
import { UndoBar } from '../../../components/UndoBar.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { useWho } from '../useWho.ts';
import { OwnCard } from './OwnCard.tsx';

/** The family's own plan, before anybody else's: one question at a time, in its own words. The team adopts from it. */
export const OwnPlanScreen = () => {
  const t = useTexts();
  const who = useWho();
  const { caseId = '' } = useParams();
  const { me, people } = useCaseView();
  const readers = people.filter(({ id, member }) => member !== '' && id !== me?.id).map(({ name }) => name);
  return (
    <div className={styles['plan']}>
      <PageHeading title={t('prepare.own.title')} />
      {me ? (
        <>
          <p>{t('prepare.free', who)}</p>
          <p>{readers.length > 0 ? t('prepare.own.readers', { names: readers.join(', ') }) : t('prepare.readers.later')}</p>
          <OwnCard kind="strength" me={me} />
          <OwnCard kind="concern" me={me} />
          <OwnCard kind="familyGoal" me={me} />
          <OwnCard kind="person" me={me} />
        </>
      ) : (
        <p>{t('prepare.unknown')}</p>
      )}
      <div>
        <Link className={styles['plain']} to={generatePath(paths.case, { caseId })}>
          {t('prepare.back')}
        </Link>
      </div>
      <UndoBar isAfloat />
    </div>
  );
};
