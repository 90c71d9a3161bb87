import { PhoneCall } from 'lucide-react';
import { familyHelpers } from '../../../core/plan/familyHelpers.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Explain } from '../../components/Explain.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { BackToPlan } from './BackToPlan.tsx';
import { HelperCard } from './HelperCard.tsx';
import styles from './myPlan.module.css';
import { useWho } from './useWho.ts';

/** Whom a family may turn to that stands outside its circle. All of it is in the plan, so it is here without a connection too. */
export const HelpersScreen = () => {
  const t = useTexts();
  const who = useWho();
  return (
    <div className={styles['plan']}>
      <PageHeading title={t('helpers.title')} intro={t('helpers.intro', who)} />
      <Explain word="circle" />
      <p className={styles['buttons']}>
        <strong>{t('helpers.danger')}</strong>
        <a className={styles['quiet']} href="tel:112">
          <PhoneCall size={22} aria-hidden /> {t('helpers.danger.call')}
        </a>
      </p>
      {familyHelpers(useCaseView()).map((helper) => (
        <HelperCard key={helper.kind} helper={helper} />
      ))}
      <BackToPlan />
    </div>
  );
};
