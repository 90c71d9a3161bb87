import { Fingerprint, LockKeyhole } from 'lucide-react';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import type { DeviceState, StorageState } from '../../../application/application.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { errorText } from '../../components/errorText.ts';
import { AccountName } from '../../components/fields/AccountName.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { EverythingLost } from './EverythingLost.tsx';
import { RecoverForm } from './RecoverForm.tsx';

type Because = Extract<DeviceState, { type: 'locked' }>['because'];

const reasons = {
  idle: 'start.unlock.idle',
  asked: 'start.unlock.asked',
  otherTab: 'start.unlock.otherTab',
} as const satisfies Record<Exclude<Because, 'start'>, MessageKey>;

/** What opens this device, in its own words. */
const WORDS = {
  passphrase: {
    label: 'start.unlock.passphrase',
    start: 'start.unlock.start',
    missing: 'start.unlock.missing',
    forgot: 'start.unlock.forgot',
    or: 'start.unlock.or',
  },
  pin: {
    label: 'start.unlock.pin',
    start: 'start.unlock.pinStart',
    missing: 'start.unlock.pinMissing',
    forgot: 'start.unlock.pinForgot',
    or: 'start.unlock.pinOr',
  },
} as const satisfies Record<StorageState['secret'], Readonly<Record<string, MessageKey>>>;

/** The address stays: whoever unlocks is back where they were. */
export const UnlockScreen = () => {
  const [way, setWay] = useState<'passphrase' | 'code' | 'lost'>('passphrase');
  if (way === 'code') return <RecoverForm onBack={() => setWay('passphrase')} onLost={() => setWay('lost')} />;
  if (way === 'lost') return <EverythingLost onBack={() => setWay('code')} />;
  return <PassphraseForm onForgotten={() => setWay('code')} />;
};

const PassphraseForm = ({ onForgotten }: { readonly onForgotten: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const device = useStore(application.device);
  const { passkey, secret } = useStore(application.storage);
  const words = WORDS[secret];
  const because = device.type === 'locked' ? device.because : 'start';
  const [passphrase, setPassphrase] = useState('');
  const [passkeyError, setPasskeyError] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [refusedUntil, setRefusedUntil] = useState<number | null>(null);
  const wait = useSecondsUntil((device.type === 'locked' ? device.notBefore : null) ?? refusedUntil);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || wait > 0) return;
    if (!passphrase) {
      setError(t(words.missing));
      return;
    }
    setBusy(true);
    const result = await application.unlock(passphrase);
    setBusy(false);
    if (result.ok) return;
    setPassphrase('');
    setError(result.error.type === 'WrongPassphrase' && secret === 'pin' ? t('start.unlock.pinWrong') : errorText(t, result.error));
    if ('notBefore' in result.error) setRefusedUntil(result.error.notBefore);
  }

  async function unlockWithPasskey(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setPasskeyError(null);
    const result = await application.unlockWithPasskey();
    setBusy(false);
    if (!result.ok) setPasskeyError(errorText(t, result.error));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={5}>
        <PageHeading title={t('start.unlock.title')} intro={t(because === 'start' ? words.start : reasons[because])} />
        {passkey === 'made' && (
          <>
            <div>
              <Button icon={Fingerprint} onPress={() => void unlockWithPasskey()}>
                {t('start.unlock.passkey')}
              </Button>
            </div>
            {passkeyError && <p role="alert">{passkeyError}</p>}
            <h2>{t(words.or)}</h2>
          </>
        )}
        <AccountName />
        <TextField
          label={t(words.label)}
          type="password"
          inputMode={secret === 'pin' ? 'numeric' : undefined}
          autoComplete="current-password"
          value={passphrase}
          onChange={(value) => {
            setPassphrase(value);
            setError(null);
          }}
          error={error}
          below={wait > 0 && <p role="status">{t('start.unlock.wait', { seconds: wait })}</p>}
          autoFocus={passkey !== 'made'}
        />
        <div>
          <Button type="submit" icon={LockKeyhole} variant={passkey === 'made' ? 'quiet' : 'primary'}>
            {t(isBusy ? 'start.unlock.busy' : 'start.unlock.do')}
          </Button>
        </div>
        <div>
          <Button variant="plain" onPress={onForgotten}>
            {t(words.forgot)}
          </Button>
        </div>
      </Stack>
    </form>
  );
};

/** Counts down; 0 when one may try again. */
function useSecondsUntil(moment: number | null): number {
  const { clock } = useApplication();
  const now = useSyncExternalStore(everySecond, () => Math.floor(clock.now() / 1000) * 1000);
  return moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
}

function everySecond(onTick: () => void): () => void {
  const ticking = setInterval(onTick, 1000);
  return () => clearInterval(ticking);
}
