import { useState } from 'react';
import type { OrganisationView } from '../../../application/application.ts';
import { nationalHelpers } from '../../../core/plan/familyHelpers.ts';
import { type Helper, helperKinds, wrongIn } from '../../../core/shared/helpers.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { useSubmit } from '../../components/fields/useSubmit.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { HelperFields, type HelperDraft, type HelperProblems } from './HelperFields.tsx';
import styles from './organisation.module.css';

/** Whom families may turn to outside their circle; it goes along with every case of this organisation's coordinators. */
export const HelpersSection = ({ helpers }: Pick<OrganisationView, 'helpers'>) => {
  const t = useTexts();
  const { organisation } = useApplication();
  const [drafts, setDrafts] = useState<readonly HelperDraft[]>(helperKinds.map((kind) => draftOf(kind, helpers)));
  const [isDone, setDone] = useState(false);
  const trimmed = drafts.map(({ kind, name, phone, mail }) => ({ kind, name: name.trim(), phone: phone.trim(), mail: mail.trim() }));
  const found: HelperProblems = Object.fromEntries(
    trimmed.flatMap((draft) =>
      wrongIn(draft).map((field) => [
        `${draft.kind}.${field}`,
        t(field === 'phone' ? 'organisation.helpers.wrongPhone' : 'organisation.helpers.wrongMail', { helper: t(`helpers.${draft.kind}`) }),
      ]),
    ),
  );
  const { problems, errors, isBusy, onSubmit } = useSubmit({
    found,
    send: async () => {
      const result = await organisation.setHelpers(trimmed);
      setDone(result.ok);
      return result;
    },
    say: (error) => askErrorText(t, error),
  });
  return (
    <Card as="section" labelledBy="helpers">
      <form onSubmit={onSubmit} noValidate className={styles['form']}>
        <h2 id="helpers">{t('organisation.helpers')}</h2>
        <p>{t('organisation.helpers.explain')}</p>
        <p>{t('organisation.helpers.hint')}</p>
        <ErrorSummary errors={errors} />
        {drafts.map((draft) => (
          <HelperFields
            key={draft.kind}
            draft={draft}
            checkedOn={helpers.find(({ kind }) => kind === draft.kind)?.checkedOn ?? null}
            national={nationalHelpers[draft.kind]?.phone}
            problems={problems}
            onChange={(change) => {
              setDone(false);
              setDrafts((before) => before.map((one) => (one.kind === draft.kind ? { ...one, ...change } : one)));
            }}
          />
        ))}
        <Button type="submit" variant="quiet" isDisabled={isBusy}>
          {t('organisation.helpers.do')}
        </Button>
        {isDone && <p role="status">{t('organisation.helpers.done')}</p>}
      </form>
    </Card>
  );
};

function draftOf(kind: Helper['kind'], helpers: readonly Helper[]): HelperDraft {
  const { name = '', phone = '', mail = '' } = helpers.find((helper) => helper.kind === kind) ?? {};
  return { kind, name, phone, mail };
}
