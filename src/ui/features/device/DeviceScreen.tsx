import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useIsFamily, useIsOnlyFamily } from '../../components/useIsFamily.ts';
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
import { StorageDetails, StorageFacts } from './StorageDetails.tsx';
import { StorageSection } from './StorageSection.tsx';
import { WipeSection } from './WipeSection.tsx';

/** Where everything stands and how it is kept safe. A trial keeps nothing, so most of it does not apply then. */
export const DeviceScreen = () => {
  const t = useTexts();
  const device = useStore(useApplication().device);
  const isOnlyFamily = useIsOnlyFamily();
  const isTrial = device.type === 'unlocked' && device.trial;
  const Sections = isTrial ? OfTrial : isOnlyFamily ? OfFamily : OfProfessional;
  return (
    <Stack gap={5}>
      <PageHeading title={t('device.title')} intro={t('device.intro')} />
      <div className={styles['sections']}>
        <Sections />
      </div>
    </Stack>
  );
};

const OfTrial = () => {
  const t = useTexts();
  return (
    <>
      <Card labelledBy="trial">
        <h2 id="trial">{t('deviceWork.trial.title')}</h2>
        <p>{t('deviceWork.trial.what')}</p>
      </Card>
      <AboutSection />
    </>
  );
};

/** On a phone of their own: getting back in and keeping others out come first. */
const OfFamily = () => {
  const { shared, passkey } = useStore(useApplication().storage);
  return (
    <>
      {shared && <SharedSection />}
      <RecoverySection />
      <OwnDevicesSection />
      {shared || passkey === 'unsupported' || <PasskeySection />}
      <PassphraseSection />
      <LockSection />
      <DiscreetSection />
      <StorageSection />
      <BackupSection />
      <AboutSection />
      <WipeSection />
    </>
  );
};

const OfProfessional = () => {
  const { shared } = useStore(useApplication().storage);
  const isFamily = useIsFamily();
  return (
    <>
      {shared && <SharedSection />}
      <StorageSection facts={<StorageFacts />} details={<StorageDetails />} />
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
    </>
  );
};
