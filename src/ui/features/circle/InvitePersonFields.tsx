import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { ChoiceField, SelectField } from '../../components/fields/ChoiceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { personOptions } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { type DraftProblem, type InviteDraft, isRecorded, type NewPerson } from './inviteDraft.ts';
import { usualRole } from './roles.ts';

interface InvitePersonFieldsProps {
  readonly draft: InviteDraft;
  readonly onChange: (part: Partial<InviteDraft>) => void;
  readonly errorAt: (problem: DraftProblem) => string | null;
}

/** Somebody who stands in the plan and has no device in the circle yet, or somebody new. The usual role is chosen along. */
export const InvitePersonFields = ({ draft, onChange, errorAt }: InvitePersonFieldsProps) => {
  const t = useTexts();
  const { options } = useTerms();
  const view = useCaseView();
  const { people, me } = view;
  const free = people.filter(({ id, member }) => !member && id !== me?.id);
  const { person, newPerson, sharing } = draft;
  const changeNew = (part: Partial<NewPerson>) => onChange({ newPerson: { ...newPerson, ...part } });

  function choose(chosen: EntityId | 'new' | null): void {
    const part = free.find(({ id }) => id === chosen)?.part ?? null;
    const isSkipped = isRecorded(view, chosen);
    onChange({ person: chosen, role: part ? usualRole(part) : draft.role, sharing: { ...sharing, isSkipped } });
  }

  return (
    <>
      <SelectField<EntityId | 'new'>
        label={t('circle.invite.person')}
        options={[...personOptions(free), { value: 'new', label: t('circle.invite.newPerson') }]}
        value={person}
        onChange={choose}
        error={errorAt('person')}
        isRequired
      />
      {person === 'new' && (
        <>
          <TextField
            label={t('circle.invite.name')}
            value={newPerson.name}
            onChange={(name) => changeNew({ name })}
            error={errorAt('name')}
            isRequired
          />
          <ChoiceField
            label={t('circle.invite.part')}
            options={options('person', 'part')}
            value={newPerson.part}
            onChange={(part) => onChange({ newPerson: { ...newPerson, part }, ...(part ? { role: usualRole(part) } : {}) })}
            error={errorAt('part')}
            isRequired
          />
          {newPerson.part === 'professional' ? (
            <>
              <SelectField
                label={t('circle.invite.discipline')}
                options={options('person', 'discipline')}
                value={newPerson.discipline}
                onChange={(discipline) => changeNew({ discipline })}
              />
              <TextField
                label={t('circle.invite.organisation')}
                value={newPerson.organisation}
                onChange={(organisation) => changeNew({ organisation })}
              />
            </>
          ) : (
            newPerson.part !== null && (
              <TextField
                label={t('circle.invite.relation')}
                hint={t('circle.invite.relationHint')}
                value={newPerson.relation}
                onChange={(relation) => changeNew({ relation })}
              />
            )
          )}
        </>
      )}
    </>
  );
};
