import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { StorageState } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { errorText } from '../../components/errorText.ts';
import { TextField } from '../../components/fields/TextField.tsx';
import { Row } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DeviceScreen.module.css';
import { Fact } from './Fact.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';

const moods = { none: 'careful', made: 'careful', verified: 'good' } as const satisfies Record<StorageState['recoveryCode'], string>;

/** Shown once, on paper, typed over once. The code lives in this screen's memory only while it is shown. */
export const RecoverySection = () => {
  const t = useTexts();
  const application = useApplication();
  const { recoveryCode } = useStore(application.storage);
  const [shownCode, setShownCode] = useState<string | null>(null);
  const [isVerifying, setVerifying] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function make(): Promise<void> {
    const result = await application.makeRecoveryCode();
    setError(result.ok ? null : errorText(t, result.error));
    setVerifying(false);
    setShownCode(result.ok ? result.value : null);
  }

  return (
    <Card as="section" labelledBy="recovery" {...(recoveryCode === 'none' ? { tone: 'attention' as const } : {})}>
      <h2 id="recovery">{t('device.recovery.title')}</h2>
      <p>{t('device.recovery.what')}</p>
      <ul className={styles['facts']}>
        <Fact mood={moods[recoveryCode]}>{t(`device.recovery.${recoveryCode}`)}</Fact>
      </ul>
      {shownCode ? (
        <>
          <p>{t('device.recovery.once')}</p>
          <RecoverySheet code={shownCode} />
          <Row>
            <Button icon={Printer} onPress={() => window.print()}>
              {t('device.recovery.print')}
            </Button>
            <Button
              variant="quiet"
              onPress={() => {
                setShownCode(null);
                setVerifying(true);
              }}
            >
              {t('device.recovery.written')}
            </Button>
          </Row>
        </>
      ) : (
        <>
          {(isVerifying || recoveryCode === 'made') && <VerifyForm onVerified={() => setVerifying(false)} />}
          {recoveryCode !== 'none' && <p className={styles['soft']}>{t('device.recovery.old')}</p>}
          <div>
            <Button variant={recoveryCode === 'none' ? 'primary' : 'quiet'} onPress={() => void make()}>
              {t(recoveryCode === 'none' ? 'device.recovery.make' : 'device.recovery.makeNew')}
            </Button>
          </div>
        </>
      )}
      {error && <p role="alert">{error}</p>}
    </Card>
  );
};

const VerifyForm = ({ onVerified }: { readonly onVerified: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);

  async function verify(): Promise<void> {
    const result = await application.verifyRecoveryCode(code);
    setError(result.ok ? null : errorText(t, result.error));
    if (result.ok) onVerified();
  }

  return (
    <>
      <TextField label={t('device.recovery.verifyField')} value={code} onChange={setCode} error={error} onSubmit={() => void verify()} />
      <div>
        <Button onPress={() => void verify()}>{t('device.recovery.verify')}</Button>
      </div>
    </>
  );
};
