import { useState, type FormEvent } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { errorText } from '../../components/errorText.ts';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { NewPassphraseField } from '../../components/fields/NewPassphraseField.tsx';
import { SHORTEST_PASSPHRASE } from '../../components/fields/passphraseStrength.ts';
import { TextField } from '../../components/fields/TextField.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** The passphrase is forgotten, the paper is there. */
export const RecoverForm = ({ onBack, onLost }: { readonly onBack: () => void; readonly onLost: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [errors, setErrors] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const missing = [
      ...(code.trim() ? [] : [t('start.recover.codeMissing')]),
      ...(passphrase.length < SHORTEST_PASSPHRASE ? [t('start.setUp.passphraseShort')] : []),
    ];
    setErrors(missing);
    if (missing.length > 0) return;
    setBusy(true);
    const result = await application.unlockWithRecoveryCode(code, passphrase);
    setBusy(false);
    if (!result.ok) setErrors([errorText(t, result.error)]);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={5}>
        <PageHeading title={t('start.recover.title')} intro={t('start.recover.intro')} />
        <ErrorSummary errors={errors} />
        <TextField
          label={t('start.recover.code')}
          hint={t('start.recover.codeHint')}
          value={code}
          onChange={setCode}
          isRequired
          autoFocus
        />
        <NewPassphraseField label={t('start.recover.newPassphrase')} value={passphrase} onChange={setPassphrase} />
        <Row>
          <Button type="submit">{t(isBusy ? 'start.unlock.busy' : 'start.recover.do')}</Button>
          <Button variant="quiet" onPress={onBack}>
            {t('start.recover.back')}
          </Button>
        </Row>
        <div>
          <Button variant="plain" onPress={onLost}>
            {t('start.recover.lost')}
          </Button>
        </div>
      </Stack>
    </form>
  );
};
