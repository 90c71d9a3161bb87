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
  const [{ RecoverDeviceForm: Form }] = await Promise.all([import('./RecoverDeviceForm.tsx'), loadTexts(['asked'])]);
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
      <PageHeading title={t('start.welcome.title')} />
      <ul className={styles['promises']}>
        <Assurance icon={UsersRound}>{t('start.welcome.what')}</Assurance>
        <Assurance icon={WifiOff}>{t('start.welcome.offline')}</Assurance>
        <Assurance icon={LockKeyhole}>{t('start.welcome.safe')}</Assurance>
      </ul>
      <Row>
        <Button onPress={() => setWay('settingUp')}>{t('start.welcome.begin')}</Button>
        <Button variant="quiet" icon={FlaskConical} aria-describedby="tryWhy" onPress={() => void application.startTrial()}>
          {t('start.welcome.try')}
        </Button>
      </Row>
      <p id="tryWhy" className={styles['why']}>
        {t('start.welcome.tryWhy')}
      </p>
      <Row>
        <LinkButton variant="plain" to={paths.join}>
          {t('start.welcome.invited')}
        </LinkButton>
        <Button variant="plain" onPress={() => setWay('recovering')}>
          {t('start.welcome.had')}
        </Button>
        <Button variant="plain" onPress={() => setWay('restoring')}>
          {t('start.welcome.restore')}
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
