import { useState } from 'react';
import type { OrganisationPerson } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface CorrectDialogProps {
  readonly person: OrganisationPerson;
  readonly onClose: () => void;
}

/** How a colleague is called and what they do, as all others read it. A discipline of an older version that is no choice now stays. */
export const CorrectDialog = ({ person, onClose }: CorrectDialogProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const { organisation } = useApplication();
  const [name, setName] = useState(person.name);
  const [discipline, setDiscipline] = useState(person.discipline);
  const disciplines: readonly { readonly value: string; readonly label: string }[] = options('person', 'discipline');
  const known = disciplines.some(({ value }) => value === person.discipline) || person.discipline === '';
  const isMissing = name.trim() === '';
  const [isTried, setTried] = useState(false);

  function save() {
    setTried(true);
    if (isMissing) return null;
    const change = {
      ...(name.trim() === person.name ? {} : { name: name.trim() }),
      ...(discipline === person.discipline ? {} : { discipline }),
    };
    if (Object.keys(change).length > 0) return organisation.changePerson(person.member, change);
    onClose();
    return null;
  }

  return (
    <ConfirmDialog
      variant="primary"
      title={t('organisation.correct.this', { name: person.name || t('organisation.someone') })}
      sure={t('organisation.correct.save')}
      act={save}
      onClose={onClose}
    >
      <p>{t(person.me ? 'organisation.correct.explainOwn' : 'organisation.correct.explain')}</p>
      <TextField
        label={t('organisation.correct.name')}
        value={name}
        onChange={setName}
        error={isTried && isMissing ? t('asked.error.NameMissing') : null}
        isRequired
      />
      <SelectField
        label={t('organisation.correct.discipline')}
        options={known ? disciplines : [{ value: person.discipline, label: person.discipline }, ...disciplines]}
        value={discipline || null}
        onChange={(chosen) => setDiscipline(chosen ?? '')}
      />
      <p>{t('organisation.correct.plans')}</p>
    </ConfirmDialog>
  );
};
