import { Banner } from '../../components/Banner.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DangerScreen.module.css';

const steps = [1, 2, 3, 4, 5] as const;

/** The reporting code of those who work with families; a family never reads it on a device of its own. */
export const Meldcode = () => {
  const t = useTexts();
  return (
    <>
      <Stack gap={3} as="section" labelledBy="meldcode">
        <h2 id="meldcode">{t('meldcode.title')}</h2>
        <ol className={styles['steps']}>
          {steps.map((step) => (
            <li key={step}>
              <strong>{t(`meldcode.step${step}.title`)}</strong>
              <p>{t(`meldcode.step${step}.body`)}</p>
            </li>
          ))}
        </ol>
      </Stack>
      <Banner tone="attention" title={t('meldcode.notInPlan')}>
        {t('meldcode.notInPlanWhy')}
      </Banner>
    </>
  );
};
