import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import type { Application, StorageState } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { errorText } from '../../components/errorText.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './DeviceScreen.module.css';
import { Fact } from './Fact.tsx';

const moods = { unsupported: 'plain', none: 'plain', made: 'good' } as const satisfies Record<StorageState['passkey'], string>;

/** A second way in, beside the passphrase: the one this device has for itself. */
export const PasskeySection = () => {
  const t = useTexts();
  const application = useApplication();
  const { passkey } = useStore(application.storage);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly isError: boolean } | null>(null);

  async function run(step: () => ReturnType<Application['removePasskey']>, done: string | null): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const result = await step();
    setBusy(false);
    if (!result.ok) setOutcome({ text: errorText(t, result.error), isError: true });
    else setOutcome(done === null ? null : { text: done, isError: false });
  }

  return (
    <Card as="section" labelledBy="passkey">
      <h2 id="passkey">{t('device.passkey.title')}</h2>
      <p>{t('device.passkey.what')}</p>
      <ul className={styles['facts']}>
        <Fact mood={moods[passkey]}>{passkey === 'unsupported' ? t('deviceWork.passkey') : t(`device.passkey.${passkey}`)}</Fact>
        {passkey !== 'unsupported' && <Fact mood="plain">{t('device.passkey.who')}</Fact>}
      </ul>
      {passkey === 'none' && (
        <div>
          <Button
            variant="quiet"
            icon={Fingerprint}
            onPress={() => void run(() => application.addPasskey(t('device.passkey.label')), null)}
          >
            {t(isBusy ? 'device.passkey.busy' : 'device.passkey.do')}
          </Button>
        </div>
      )}
      {passkey === 'made' && (
        <div>
          <Button variant="quiet" onPress={() => void run(application.removePasskey, t('device.passkey.removed'))}>
            {t('device.passkey.remove')}
          </Button>
        </div>
      )}
      {outcome && <p role={outcome.isError ? 'alert' : 'status'}>{outcome.text}</p>}
    </Card>
  );
};
