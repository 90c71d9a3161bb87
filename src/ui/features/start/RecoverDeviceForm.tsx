import { useState, type FormEvent } from 'react';
import { Link } from 'react-router';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { NewPassphraseField } from '../../components/fields/NewPassphraseField.tsx';
import { SHORTEST_PASSPHRASE } from '../../components/fields/passphraseStrength.ts';
import { TextField } from '../../components/fields/TextField.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useAsk } from '../../components/useAsk.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** There was a device before: take over with the code on paper, or link from the one that is still there. */
export const RecoverDeviceForm = ({ onBack }: { readonly onBack: () => void }) => {
  const t = useTexts();
  const { devices } = useApplication();
  const { options } = useTerms();
  const { ask, isAsking, errorText } = useAsk();
  const [answers, setAnswers] = useState({ code: '', name: '', discipline: '', organisation: '', passphrase: '' });
  const [missing, setMissing] = useState<readonly string[]>([]);
  const change = (part: Partial<typeof answers>) => setAnswers((before) => ({ ...before, ...part }));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { code, ...input } = answers;
    const found = [
      ...(code.trim() ? [] : [t('device.recover.codeMissing')]),
      ...(input.name.trim() ? [] : [t('device.setUp.nameMissing')]),
      ...(input.passphrase.length < SHORTEST_PASSPHRASE ? [t('device.setUp.passphraseShort')] : []),
    ];
    setMissing(found);
    if (found.length === 0) await ask(() => devices.recover(code, { ...input, name: input.name.trim() }));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={5}>
        <PageHeading title={t('device.had.title')} intro={t('device.had.intro')} />
        <p>
          {t('device.had.other')} <Link to={paths.join}>{t('device.had.otherDo')}</Link>
        </p>
        <h2>{t('device.had.code')}</h2>
        <ErrorSummary errors={errorText ? [...missing, errorText] : missing} />
        <TextField
          label={t('device.recover.code')}
          hint={t('device.recover.codeHint')}
          value={answers.code}
          onChange={(code) => change({ code })}
          isRequired
        />
        <TextField label={t('device.setUp.name')} value={answers.name} onChange={(name) => change({ name })} isRequired />
        <SelectField
          label={t('device.setUp.discipline')}
          options={options('person', 'discipline')}
          value={(answers.discipline || null) as ReturnType<typeof options<'person', 'discipline'>>[number]['value'] | null}
          onChange={(discipline) => change({ discipline: discipline ?? '' })}
        />
        <TextField
          label={t('device.setUp.organisation')}
          value={answers.organisation}
          onChange={(organisation) => change({ organisation })}
        />
        <NewPassphraseField
          label={t('device.recover.newPassphrase')}
          value={answers.passphrase}
          onChange={(passphrase) => change({ passphrase })}
        />
        <Row>
          <Button type="submit">{t(isAsking ? 'device.had.busy' : 'device.had.do')}</Button>
          <Button variant="quiet" onPress={onBack}>
            {t('shell.back')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
};
