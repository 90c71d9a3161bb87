import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useIsFamily } from '../../components/useIsFamily.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AboutSection } from './AboutSection.tsx';
import { BackupSection } from './BackupSection.tsx';
import styles from './DeviceScreen.module.css';
import { DestroyedSection } from './DestroyedSection.tsx';
import { DiscreetSection } from './DiscreetSection.tsx';
import { LockSection } from './LockSection.tsx';
import { OwnDevicesSection } from './OwnDevicesSection.tsx';
import { PasskeySection } from './PasskeySection.tsx';
import { PassphraseSection } from './PassphraseSection.tsx';
import { ProfileSection } from './ProfileSection.tsx';
import { RecoverySection } from './RecoverySection.tsx';
import { RestartSection } from './RestartSection.tsx';
import { SharedSection } from './SharedSection.tsx';
import { StorageSection } from './StorageSection.tsx';
import { WipeSection } from './WipeSection.tsx';

/** Where everything stands and how it is kept safe. A trial keeps nothing, so most of it does not apply then. */
export const DeviceScreen = () => {
  const t = useTexts();
  const application = useApplication();
  const device = useStore(application.device);
  const { shared } = useStore(application.storage);
  const isFamily = useIsFamily();
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
          {shared && <SharedSection />}
          <StorageSection />
          <BackupSection />
          <OwnDevicesSection />
          <RecoverySection />
          <RestartSection />
          {isFamily && <DiscreetSection />}
          <LockSection />
          {shared || <PasskeySection />}
          <PassphraseSection />
          <ProfileSection />
          {shared || <SharedSection />}
          <DestroyedSection />
          <AboutSection />
          <WipeSection />
        </div>
      )}
    </Stack>
  );
};
