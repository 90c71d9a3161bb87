import { FlaskConical, LockKeyhole, UsersRound, WifiOff, type LucideIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { loadTexts } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { RestoreForm } from './RestoreForm.tsx';
import { SetUpForm } from './SetUpForm.tsx';
import styles from './WelcomeScreen.module.css';

/** Needed seldom, so not part of what everybody loads first. */
const RecoverDeviceForm = lazy(async () => {
  const [{ RecoverDeviceForm: Form }] = await Promise.all([import('./RecoverDeviceForm.tsx'), loadTexts(['circle'])]);
  return { default: Form };
});

/** An empty device: what this is, and three ways to begin. */
export const WelcomeScreen = () => {
  const t = useTexts();
  const application = useApplication();
  const [way, setWay] = useState<'choosing' | 'settingUp' | 'restoring' | 'recovering'>('choosing');
  if (way === 'settingUp') return <SetUpForm onBack={() => setWay('choosing')} />;
  if (way === 'restoring') return <RestoreForm onBack={() => setWay('choosing')} />;
  if (way === 'recovering')
    return (
      <Suspense>
        <RecoverDeviceForm onBack={() => setWay('choosing')} />
      </Suspense>
    );
  return (
    <Stack gap={5}>
      <PageHeading title={t('device.welcome.title')} />
      <ul className={styles['promises']}>
        <Assurance icon={UsersRound}>{t('device.welcome.what')}</Assurance>
        <Assurance icon={WifiOff}>{t('device.welcome.offline')}</Assurance>
        <Assurance icon={LockKeyhole}>{t('device.welcome.safe')}</Assurance>
      </ul>
      <Row>
        <Button onPress={() => setWay('settingUp')}>{t('device.welcome.begin')}</Button>
        <Button variant="quiet" icon={FlaskConical} aria-describedby="tryWhy" onPress={() => void application.startTrial()}>
          {t('device.welcome.try')}
        </Button>
      </Row>
      <p id="tryWhy" className={styles['why']}>
        {t('device.welcome.tryWhy')}
      </p>
      <Row>
        <LinkButton variant="plain" to={paths.join}>
          {t('device.welcome.invited')}
        </LinkButton>
        <Button variant="plain" onPress={() => setWay('recovering')}>
          {t('device.welcome.had')}
        </Button>
        <Button variant="plain" onPress={() => setWay('restoring')}>
          {t('device.welcome.restore')}
        </Button>
      </Row>
    </Stack>
  );
};

const Assurance = ({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: string }) => (
  <li className={styles['promise']}>
    <Icon size={26} aria-hidden />
    {children}
  </li>
);
