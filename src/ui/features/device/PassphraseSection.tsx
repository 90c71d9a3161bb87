import { useState, type FormEvent } from 'react';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { errorText } from '../../components/errorText.ts';
import { AccountName } from '../../components/fields/AccountName.tsx';
import { NewPassphraseField } from '../../components/fields/NewPassphraseField.tsx';
import { NewPinField } from '../../components/fields/NewPinField.tsx';
import { SHORTEST_PASSPHRASE } from '../../components/fields/passphraseStrength.ts';
import { pinProblem } from '../../components/fields/pinProblem.ts';
import { TextField } from '../../components/fields/TextField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useIsOnlyFamily } from '../../components/useIsFamily.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Another passphrase, or for a family another code of figures; the present one is asked first. */
export const PassphraseSection = () => {
  const t = useTexts();
  const application = useApplication();
  const { secret, shared } = useStore(application.storage);
  const mayUsePin = useIsOnlyFamily() && !shared;
  const [wantsPin, setWantsPin] = useState(secret === 'pin');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<{ readonly at: 'current' | 'next'; readonly text: string } | null>(null);
  const [isDone, setDone] = useState(false);
  const isPin = mayUsePin && wantsPin;
  const words = secret === 'pin' ? 'pin' : 'passphrase';
  const nextProblem = problem?.at === 'next' ? problem.text : null;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setDone(false);
    const tooShort = next.length < SHORTEST_PASSPHRASE ? 'start.setUp.passphraseShort' : null;
    const wrong = isPin ? pinProblem(next) : tooShort;
    if (wrong) {
      setProblem({ at: 'next', text: t(wrong) });
      return;
    }
    const result = await application.changePassphrase(current, next, isPin);
    if (!result.ok) {
      const isWrongPin = result.error.type === 'WrongPassphrase' && secret === 'pin';
      setProblem({ at: 'current', text: isWrongPin ? t('start.unlock.pinWrong') : errorText(t, result.error) });
      return;
    }
    setProblem(null);
    setDone(true);
    setCurrent('');
    setNext('');
  }

  return (
    <Card as="section" labelledBy="passphrase">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={3}>
          <h2 id="passphrase">{t(`device.${words}.title`)}</h2>
          <AccountName />
          <TextField
            label={t(`device.${words}.current`)}
            type="password"
            inputMode={secret === 'pin' ? 'numeric' : undefined}
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            error={problem?.at === 'current' ? problem.text : null}
          />
          {isPin ? (
            <NewPinField value={next} onChange={setNext} error={nextProblem} />
          ) : (
            <NewPassphraseField label={t('device.passphrase.next')} value={next} onChange={setNext} error={nextProblem} />
          )}
          {mayUsePin && (
            <div>
              <Button
                variant="plain"
                onPress={() => {
                  setWantsPin(!wantsPin);
                  setNext('');
                  setProblem(null);
                }}
              >
                {t(wantsPin ? 'join.setUp.ratherWords' : 'join.setUp.ratherPin')}
              </Button>
            </div>
          )}
          <div>
            <Button type="submit" variant="quiet">
              {t(`device.${words}.title`)}
            </Button>
          </div>
          {isDone && <p role="status">{t(`device.${words}.done`)}</p>}
        </Stack>
      </form>
    </Card>
  );
};
