import { useState } from 'react';
import type { InvitationUse } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { errorText } from '../../components/errorText.ts';
import { ChoiceField, SelectField } from '../../components/fields/ChoiceField.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { NewPassphraseField } from '../../components/fields/NewPassphraseField.tsx';
import { NewPinField } from '../../components/fields/NewPinField.tsx';
import { passphraseStrength } from '../../components/fields/passphraseStrength.ts';
import { pinProblem } from '../../components/fields/pinProblem.ts';
import { SharedDeviceField } from '../../components/fields/SharedDeviceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useSubmit } from '../../components/fields/useSubmit.ts';
import { Stack } from '../../components/Layout.tsx';
import { agreeToLink } from '../../components/openedLink.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts, type Translate } from '../../i18n/useTexts.ts';
import { WhatHappens } from './WhatHappens.tsx';

interface Answers {
  readonly name: string;
  /** Only asked where both come in by the same kind of link. */
  readonly isProfessional: 'yes' | 'no' | null;
  readonly discipline: string | null;
  readonly organisation: string;
  /** A code, or words. */
  readonly secret: string;
  readonly wantsWords: boolean;
  readonly shared: boolean;
}
type Problems = { readonly [K in keyof Answers]?: string };

/** A new device that came in by a link: as few questions as can be. Sending it says yes to the invitation. */
export const ShortSetUp = ({ use }: { readonly use: InvitationUse | 'setUp' }) => {
  const t = useTexts();
  const application = useApplication();
  const { options } = useTerms();
  const [answers, setAnswers] = useState<Answers>({
    name: '',
    isProfessional: use === 'organisation' || use === 'setUp' ? 'yes' : null,
    discipline: null,
    organisation: '',
    secret: '',
    wantsWords: false,
    shared: false,
  });
  const isProfessional = answers.isProfessional === 'yes';
  const { problems, errors, isBusy, onSubmit } = useSubmit({
    found: findProblems(t, answers),
    send: () => {
      agreeToLink();
      return application.setUpDevice({
        name: answers.name.trim(),
        discipline: isProfessional ? (answers.discipline ?? '') : '',
        organisation: isProfessional ? answers.organisation.trim() : '',
        passphrase: answers.secret,
        isPin: usesPin(answers),
        shared: answers.shared,
      });
    },
    say: (error) => errorText(t, error),
  });
  const change = (part: Partial<Answers>) => setAnswers((before) => ({ ...before, ...part }));

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap={5}>
        <PageHeading title={t(`join.${use}.title`)} />
        {use !== 'setUp' && <WhatHappens use={use} />}
        <h2>{t('join.setUp.heading')}</h2>
        <ErrorSummary errors={errors} />
        <TextField
          label={t('join.setUp.name')}
          value={answers.name}
          onChange={(name) => change({ name })}
          error={problems.name}
          isRequired
        />
        {(use === 'case' || use === 'device') && (
          <ChoiceField<'yes' | 'no'>
            label={t('join.setUp.as')}
            options={[
              { value: 'no', label: t('join.setUp.asFamily') },
              { value: 'yes', label: t('join.setUp.asProfessional') },
            ]}
            value={answers.isProfessional}
            onChange={(value) => change({ isProfessional: value, secret: '' })}
            error={problems.isProfessional}
            isRequired
          />
        )}
        {isProfessional && (
          <>
            <SelectField
              label={t('join.setUp.discipline')}
              options={options('person', 'discipline')}
              value={answers.discipline}
              onChange={(discipline) => change({ discipline })}
              error={problems.discipline}
              isRequired
            />
            {(use === 'case' || use === 'device') && (
              <TextField
                label={t('join.setUp.organisation')}
                value={answers.organisation}
                onChange={(organisation) => change({ organisation })}
              />
            )}
          </>
        )}
        {answers.isProfessional && <Secret answers={answers} change={change} problem={problems.secret ?? null} />}
        <div>
          <Button type="submit">{t(isBusy ? 'join.setUp.busy' : 'join.do')}</Button>
        </div>
      </Stack>
    </form>
  );
};

interface SecretProps {
  readonly answers: Answers;
  readonly change: (part: Partial<Answers>) => void;
  readonly problem: string | null;
}

/** What opens the app from now on: known once it is known for whom. */
const Secret = ({ answers, change, problem }: SecretProps) => {
  const t = useTexts();
  const { secret, wantsWords, shared } = answers;
  return (
    <>
      {usesPin(answers) ? (
        <NewPinField value={secret} onChange={(next) => change({ secret: next })} error={problem} />
      ) : (
        <>
          <NewPassphraseField
            label={t('join.setUp.passphrase')}
            value={secret}
            onChange={(next) => change({ secret: next })}
            error={problem}
          />
          <p>{t('join.setUp.passphraseWhy')}</p>
        </>
      )}
      {mayUsePin(answers) && (
        <div>
          <Button variant="plain" onPress={() => change({ wantsWords: !wantsWords, secret: '' })}>
            {t(wantsWords ? 'join.setUp.ratherPin' : 'join.setUp.ratherWords')}
          </Button>
        </div>
      )}
      <SharedDeviceField value={shared} onChange={(next) => change({ shared: next })} />
    </>
  );
};

/** Figures are for a family's own phone: a laptop of everybody and what professionals hold ask for more. */
const mayUsePin = ({ isProfessional, shared }: Answers): boolean => isProfessional === 'no' && !shared;
const usesPin = (answers: Answers): boolean => mayUsePin(answers) && !answers.wantsWords;

function findProblems(t: Translate, answers: Answers): Problems {
  const { name, isProfessional, discipline, secret } = answers;
  const tooShort = passphraseStrength(secret) === 'tooShort' ? 'join.setUp.passphraseShort' : null;
  const secretProblem = usesPin(answers) ? pinProblem(secret) : tooShort;
  return {
    ...(name.trim() ? {} : { name: t('join.setUp.nameMissing') }),
    ...(isProfessional ? {} : { isProfessional: t('join.setUp.asMissing') }),
    ...(isProfessional === 'yes' && !discipline ? { discipline: t('join.setUp.disciplineMissing') } : {}),
    ...(isProfessional && secretProblem ? { secret: t(secretProblem) } : {}),
  };
}
