import { useState, type FormEvent } from 'react';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { errorText } from '../../components/errorText.ts';
import { NewPassphraseField } from '../../components/fields/NewPassphraseField.tsx';
import { SHORTEST_PASSPHRASE } from '../../components/fields/passphraseStrength.ts';
import { AccountName } from '../../components/fields/AccountName.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** A new passphrase; the present one is asked first. */
export const PassphraseSection = () => {
  const t = useTexts();
  const application = useApplication();
  const { secret } = useStore(application.storage);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<{ readonly at: 'current' | 'next'; readonly text: string } | null>(null);
  const [isDone, setDone] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setDone(false);
    if (next.length < SHORTEST_PASSPHRASE) {
      setProblem({ at: 'next', text: t('start.setUp.passphraseShort') });
      return;
    }
    const result = await application.changePassphrase(current, next);
    setProblem(result.ok ? null : { at: 'current', text: errorText(t, result.error) });
    if (!result.ok) return;
    setDone(true);
    setCurrent('');
    setNext('');
  }

  return (
    <Card as="section" labelledBy="passphrase">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={3}>
          <h2 id="passphrase">{t('device.passphrase.title')}</h2>
          <AccountName />
          <TextField
            label={t(secret === 'pin' ? 'device.passphrase.currentPin' : 'device.passphrase.current')}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
            error={problem?.at === 'current' ? problem.text : null}
          />
          <NewPassphraseField
            label={t('device.passphrase.next')}
            value={next}
            onChange={setNext}
            error={problem?.at === 'next' ? problem.text : null}
          />
          <div>
            <Button type="submit" variant="quiet">
              {t('device.passphrase.do')}
            </Button>
          </div>
          {isDone && <p role="status">{t('device.passphrase.done')}</p>}
        </Stack>
      </form>
    </Card>
  );
};
