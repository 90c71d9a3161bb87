import { useState, type FormEvent } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { errorText } from '../../components/errorText.ts';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { NewPassphraseField } from '../../components/fields/NewPassphraseField.tsx';
import { passphraseStrength } from '../../components/fields/passphraseStrength.ts';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts, type Translate } from '../../i18n/useTexts.ts';

interface Answers {
  readonly name: string;
  readonly discipline: string | null;
  readonly organisation: string;
  readonly passphrase: string;
}

/** First use, in under a minute: who you are and a passphrase. */
export const SetUpForm = ({ onBack }: { readonly onBack: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const { options } = useTerms();
  const [answers, setAnswers] = useState<Answers>({ name: '', discipline: null, organisation: '', passphrase: '' });
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const errors = isTried ? findErrors(t, answers) : {};
  const change = (part: Partial<Answers>) => setAnswers((before) => ({ ...before, ...part }));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const { discipline } = answers;
    if (isBusy || !discipline || Object.keys(findErrors(t, answers)).length > 0) return;
    setBusy(true);
    const result = await application.setUpDevice({
      name: answers.name.trim(),
      organisation: answers.organisation.trim(),
      discipline,
      passphrase: answers.passphrase,
    });
    setBusy(false);
    if (!result.ok) setFailure(errorText(t, result.error));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={5}>
        <PageHeading title={t('device.setUp.title')} intro={t('device.setUp.intro')} />
        <ErrorSummary errors={[...Object.values(errors), ...(failure ? [failure] : [])]} />
        <TextField
          label={t('device.setUp.name')}
          value={answers.name}
          onChange={(name) => change({ name })}
          error={errors.name}
          isRequired
          autoFocus
        />
        <SelectField
          label={t('device.setUp.discipline')}
          options={options('person', 'discipline')}
          value={answers.discipline}
          onChange={(discipline) => change({ discipline })}
          error={errors.discipline}
          isRequired
        />
        <TextField
          label={t('device.setUp.organisation')}
          hint={t('device.setUp.organisationHint')}
          value={answers.organisation}
          onChange={(organisation) => change({ organisation })}
          error={errors.organisation}
          isRequired
        />
        <NewPassphraseField
          label={t('device.setUp.passphrase')}
          value={answers.passphrase}
          onChange={(passphrase) => change({ passphrase })}
          error={errors.passphrase ?? null}
        />
        <p>{t('device.setUp.passphraseWhy')}</p>
        <Row>
          <Button type="submit">{t(isBusy ? 'device.setUp.busy' : 'device.setUp.save')}</Button>
          <Button variant="quiet" onPress={onBack}>
            {t('shell.back')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
};

function findErrors(t: Translate, { name, discipline, organisation, passphrase }: Answers): { readonly [K in keyof Answers]?: string } {
  return {
    ...(name.trim() ? {} : { name: t('device.setUp.nameMissing') }),
    ...(discipline ? {} : { discipline: t('device.setUp.disciplineMissing') }),
    ...(organisation.trim() ? {} : { organisation: t('device.setUp.organisationMissing') }),
    ...(passphraseStrength(passphrase) === 'tooShort' ? { passphrase: t('device.setUp.passphraseShort') } : {}),
  };
}
