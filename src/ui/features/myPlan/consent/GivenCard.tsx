import { useCaseView } from '../../../components/applicationContext.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { GivenItem } from './GivenItem.tsx';

/** What is recorded about sharing, per partner; what was taken back stays readable: it was so until then. */
export const GivenCard = () => {
  const t = useTexts();
  const { sharings } = useCaseView();
  if (sharings.length === 0) return null;
  return (
    <PlanCard title={t('consent.given')} aloud={sharings.map(({ what }) => what)}>
      <ul className={styles['list']}>
        {sharings.map((sharing) => (
          <GivenItem key={sharing.id} sharing={sharing} />
        ))}
      </ul>
    </PlanCard>
  );
};
