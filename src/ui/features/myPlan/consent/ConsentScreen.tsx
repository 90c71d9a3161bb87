import { useConsentReader } from '../../../components/consent/useConsentWords.ts';
import { Explain } from '../../../components/Explain.tsx';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { UndoBar } from '../../../components/UndoBar.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { BackToPlan } from '../BackToPlan.tsx';
import styles from '../myPlan.module.css';
import { GivenCard } from './GivenCard.tsx';
import { MattersCard } from './MattersCard.tsx';
import { PlaceCard } from './PlaceCard.tsx';

/** Who must say yes to what, for those whom it is about. Helpers of the family's network are asked nothing, so they are told nothing. */
export const ConsentScreen = () => {
  const t = useTexts();
  const reader = useConsentReader();
  return (
    <div className={styles['plan']}>
      <PageHeading title={t('consent.title')} intro={reader === 'network' ? null : t('consent.explain')} />
      {reader === 'network' ? (
        <p>{t('consent.notAsked')}</p>
      ) : (
        <>
          {reader === 'caregiver' && <PlaceCard />}
          <MattersCard />
          <GivenCard />
          <p>{t('consent.right')}</p>
          <Explain word="authority" />
        </>
      )}
      <UndoBar />
      <BackToPlan />
    </div>
  );
};
