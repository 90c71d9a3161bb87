import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { AboutSection } from './AboutSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import styles from './DeviceScreen.module.css';
import { LockSection } from './LockSection.tsx';
import { OwnDevicesSection } from './OwnDevicesSection.tsx';
import { PasskeySection } from './PasskeySection.tsx';
import { PassphraseSection } from './PassphraseSection.tsx';
import { ProfileSection } from './ProfileSection.tsx';
import { RecoverySection } from './RecoverySection.tsx';
import { RestartSection } from './RestartSection.tsx';
import { StorageSection } from './StorageSection.tsx';
import { WipeSection } from './WipeSection.tsx';

/** Where everything stands and how it is kept safe. A trial keeps nothing, so most of it does not apply then. */
export const DeviceScreen = () => {
  const t = useTexts();
  const device = useStore(useApplication().device);
  const isTrial = device.type === 'unlocked' && device.trial;
  return (
    <Stack gap={5}>
      <PageHeading title={t('device.title')} intro={t('device.intro')} />
      {isTrial ? (
        <div className={styles['sections']}>
          <Card labelledBy="trial">
            <h2 id="trial">{t('device.trial.title')}</h2>
            <p>{t('device.trial.what')}</p>
          </Card>
          <AboutSection />
        </div>
      ) : (
        <div className={styles['sections']}>
          <StorageSection />
          <BackupSection />
          <OwnDevicesSection />
          <RecoverySection />
          <RestartSection />
          <LockSection />
          <PasskeySection />
          <PassphraseSection />
          <ProfileSection />
          <AboutSection />
          <WipeSection />
        </div>
      )}
    </Stack>
  );
};
