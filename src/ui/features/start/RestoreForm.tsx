import { useState, type FormEvent } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';
import { errorText } from '../../components/errorText.ts';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { FileField } from '../../components/fields/FileField.tsx';
import { NewPassphraseField } from '../../components/fields/NewPassphraseField.tsx';
import { SHORTEST_PASSPHRASE } from '../../components/fields/passphraseStrength.ts';
import { AccountName } from '../../components/fields/AccountName.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { FormEnd } from './FormEnd.tsx';

/** Everything from a backup file, onto an empty device. */
export const RestoreForm = ({ onBack }: { readonly onBack: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const [file, setFile] = useState<File | null>(null);
  const [by, setBy] = useState<'passphrase' | 'code'>('passphrase');
  const [secret, setSecret] = useState('');
  const [newPassphrase, setNewPassphrase] = useState('');
  const [errors, setErrors] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (isBusy) return;
    const missing = [
      ...(file ? [] : [t('start.restore.fileMissing')]),
      ...(secret.trim() ? [] : [t(by === 'code' ? 'start.recover.codeMissing' : 'start.unlock.missing')]),
      ...(by === 'code' && newPassphrase.length < SHORTEST_PASSPHRASE ? [t('start.setUp.passphraseShort')] : []),
    ];
    setErrors(missing);
    if (!file || missing.length > 0) return;
    setBusy(true);
    const result = await application.restoreBackup(file, by === 'code' ? { recoveryCode: secret, newPassphrase } : { passphrase: secret });
    setBusy(false);
    if (!result.ok) setErrors([errorText(t, result.error)]);
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={5}>
        <PageHeading title={t('start.restore.title')} intro={t('start.restore.intro')} />
        <ErrorSummary errors={errors} />
        <FileField label={t('start.restore.file')} onChange={setFile} />
        <ChoiceField
          label={t('start.restore.with')}
          options={[
            { value: 'passphrase', label: t('start.restore.withPassphrase') },
            { value: 'code', label: t('start.restore.withCode') },
          ]}
          value={by}
          onChange={(value) => setBy(value ?? 'passphrase')}
        />
        {by === 'passphrase' ? (
          <>
            <AccountName />
            <TextField
              label={t('start.unlock.passphrase')}
              type="password"
              autoComplete="current-password"
              value={secret}
              onChange={setSecret}
            />
          </>
        ) : (
          <>
            <TextField label={t('start.recover.code')} hint={t('start.recover.codeHint')} value={secret} onChange={setSecret} />
            <NewPassphraseField label={t('start.recover.newPassphrase')} value={newPassphrase} onChange={setNewPassphrase} />
          </>
        )}
        <FormEnd label={t(isBusy ? 'start.restore.busy' : 'start.restore.do')} onBack={onBack} />
      </Stack>
    </form>
  );
};
