import { useState } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';
import { errorText } from '../../components/errorText.ts';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { NewPassphraseField } from '../../components/fields/NewPassphraseField.tsx';
import { passphraseStrength } from '../../components/fields/passphraseStrength.ts';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { SharedDeviceField } from '../../components/fields/SharedDeviceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useSubmit } from '../../components/fields/useSubmit.ts';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts, type Translate } from '../../i18n/useTexts.ts';
import { FormEnd } from './FormEnd.tsx';

interface Answers {
  readonly name: string;
  readonly discipline: string | null;
  readonly organisation: string;
  readonly passphrase: string;
  readonly shared: boolean;
}

/** First use, in under a minute: who you are and a passphrase. */
export const SetUpForm = ({ onBack }: { readonly onBack: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const { options } = useTerms();
  const [answers, setAnswers] = useState<Answers>({ name: '', discipline: null, organisation: '', passphrase: '', shared: false });
  const { problems, errors, isBusy, onSubmit } = useSubmit({
    found: findProblems(t, answers),
    send: () =>
      application.setUpDevice({
        ...answers,
        name: answers.name.trim(),
        organisation: answers.organisation.trim(),
        discipline: answers.discipline ?? '',
      }),
    say: (error) => errorText(t, error),
  });
  const change = (part: Partial<Answers>) => setAnswers((before) => ({ ...before, ...part }));

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap={5}>
        <PageHeading title={t('start.setUp.title')} intro={t('start.setUp.intro')} />
        <ErrorSummary errors={errors} />
        <TextField
          label={t('start.setUp.name')}
          value={answers.name}
          onChange={(name) => change({ name })}
          error={problems.name}
          isRequired
          autoFocus
        />
        <SelectField
          label={t('start.setUp.discipline')}
          options={options('person', 'discipline')}
          value={answers.discipline}
          onChange={(discipline) => change({ discipline })}
          error={problems.discipline}
          isRequired
        />
        <TextField
          label={t('start.setUp.organisation')}
          hint={t('start.setUp.organisationHint')}
          value={answers.organisation}
          onChange={(organisation) => change({ organisation })}
          error={problems.organisation}
          isRequired
        />
        <NewPassphraseField
          label={t('start.setUp.passphrase')}
          value={answers.passphrase}
          onChange={(passphrase) => change({ passphrase })}
          error={problems.passphrase ?? null}
        />
        <p>{t('start.setUp.passphraseWhy')}</p>
        <SharedDeviceField value={answers.shared} onChange={(shared) => change({ shared })} />
        <FormEnd label={t(isBusy ? 'start.setUp.busy' : 'start.setUp.save')} onBack={onBack} />
      </Stack>
    </form>
  );
};

function findProblems(t: Translate, { name, discipline, organisation, passphrase }: Answers): { readonly [K in keyof Answers]?: string } {
  return {
    ...(name.trim() ? {} : { name: t('start.setUp.nameMissing') }),
    ...(discipline ? {} : { discipline: t('start.setUp.disciplineMissing') }),
    ...(organisation.trim() ? {} : { organisation: t('start.setUp.organisationMissing') }),
    ...(passphraseStrength(passphrase) === 'tooShort' ? { passphrase: t('start.setUp.passphraseShort') } : {}),
  };
}
