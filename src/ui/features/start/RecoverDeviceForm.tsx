import { useState } from 'react';
import { Link } from 'react-router';
import { useApplication } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { CheckField } from '../../components/fields/CheckField.tsx';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { NewPassphraseField } from '../../components/fields/NewPassphraseField.tsx';
import { SHORTEST_PASSPHRASE } from '../../components/fields/passphraseStrength.ts';
import { SharedDeviceField } from '../../components/fields/SharedDeviceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useSubmit } from '../../components/fields/useSubmit.ts';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts, type Translate } from '../../i18n/useTexts.ts';
import { FormEnd } from './FormEnd.tsx';

/** There was a device before: take over with the code on paper, or link from the one that is still there. */
export const RecoverDeviceForm = ({ onBack }: { readonly onBack: () => void }) => {
  const t = useTexts();
  const { devices } = useApplication();
  const { options } = useTerms();
  const [answers, setAnswers] = useState({ code: '', name: '', discipline: '', organisation: '', passphrase: '', shared: false });
  const [isForWork, setForWork] = useState(false);
  const { problems, errors, isBusy, onSubmit } = useSubmit({
    found: findProblems(t, answers),
    send: () => {
      const { code, ...input } = answers;
      const work = isForWork ? {} : { discipline: '', organisation: '' };
      return devices.recover(code, { ...input, ...work, name: input.name.trim() });
    },
    say: (error) => askErrorText(t, error),
  });
  const change = (part: Partial<typeof answers>) => setAnswers((before) => ({ ...before, ...part }));

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap={5}>
        <PageHeading title={t('start.had.title')} intro={t('start.had.intro')} />
        <p>
          {t('start.had.other')} <Link to={paths.join}>{t('start.had.otherDo')}</Link>
        </p>
        <h2>{t('start.had.code')}</h2>
        <ErrorSummary errors={errors} />
        <TextField
          label={t('start.recover.code')}
          hint={t('start.recover.codeHint')}
          value={answers.code}
          onChange={(code) => change({ code })}
          error={problems.code}
          isRequired
        />
        <TextField
          label={t('start.had.name')}
          value={answers.name}
          onChange={(name) => change({ name })}
          error={problems.name}
          isRequired
        />
        <CheckField label={t('start.had.work')} value={isForWork} onChange={setForWork} />
        {isForWork && (
          <>
            <SelectField
              label={t('start.setUp.discipline')}
              options={options('person', 'discipline')}
              value={(answers.discipline || null) as ReturnType<typeof options<'person', 'discipline'>>[number]['value'] | null}
              onChange={(discipline) => change({ discipline: discipline ?? '' })}
            />
            <TextField
              label={t('start.setUp.organisation')}
              value={answers.organisation}
              onChange={(organisation) => change({ organisation })}
            />
          </>
        )}
        <NewPassphraseField
          label={t('start.recover.newPassphrase')}
          value={answers.passphrase}
          onChange={(passphrase) => change({ passphrase })}
          error={problems.passphrase ?? null}
        />
        <SharedDeviceField value={answers.shared} onChange={(shared) => change({ shared })} />
        <FormEnd label={t(isBusy ? 'start.had.busy' : 'start.had.do')} onBack={onBack} />
      </Stack>
    </form>
  );
};

function findProblems(
  t: Translate,
  { code, name, passphrase }: { readonly code: string; readonly name: string; readonly passphrase: string },
) {
  return {
    ...(code.trim() ? {} : { code: t('start.recover.codeMissing') }),
    ...(name.trim() ? {} : { name: t('start.setUp.nameMissing') }),
    ...(passphrase.length < SHORTEST_PASSPHRASE ? { passphrase: t('start.setUp.passphraseShort') } : {}),
  };
}
