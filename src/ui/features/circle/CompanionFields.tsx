import type { Companion } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { personOptions } from '../../components/people.ts';
import { useAsks } from '../../components/useAsks.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { DraftProblem, InviteDraft } from './inviteDraft.ts';

interface CompanionFieldsProps {
  readonly companion: Companion;
  readonly draft: InviteDraft;
  readonly onChange: (part: Partial<InviteDraft>) => void;
  readonly errorAt: (problem: DraftProblem) => string | null;
}

/** Whom the family wants to bring: perhaps somebody who stands in the plan already, and how screens will call them. */
export const CompanionFields = ({ companion, draft, onChange, errorAt }: CompanionFieldsProps) => {
  const t = useTexts();
  const asks = useAsks();
  const { nameOf } = useNames();
  const { network } = useCaseView();
  const free = network.filter(({ member }) => !member);
  const { person, newPerson } = draft;
  const isOpen = companion.state !== 'confirmed' && companion.who === null;
  return (
    <>
      <p translate="no">
        <strong>{asks(companion)}.</strong>
      </p>
      <p>{t('circle.companion.handOver', { name: companion.name, by: nameOf(companion.by) })}</p>
      {companion.state === 'confirmed' && companion.ends && <p>{t('circle.companion.until', { day: formatDay(companion.ends) })}</p>}
      {isOpen && free.length > 0 && (
        <SelectField<EntityId | 'new'>
          label={t('circle.invite.person')}
          options={[...personOptions(free), { value: 'new', label: t('circle.invite.newPerson') }]}
          value={person}
          onChange={(chosen) => onChange({ person: chosen })}
          error={errorAt('person')}
          isRequired
        />
      )}
      {isOpen && person === 'new' && (
        <>
          <TextField
            label={t('circle.invite.name')}
            value={newPerson.name}
            onChange={(name) => onChange({ newPerson: { ...newPerson, name } })}
            error={errorAt('name')}
            isRequired
          />
          <TextField
            label={t('circle.invite.relation')}
            value={newPerson.relation}
            onChange={(relation) => onChange({ newPerson: { ...newPerson, relation } })}
          />
        </>
      )}
    </>
  );
};

/** "tolk van moeder": what screens call them besides their name. */
export function useRelation(): (companion: Companion) => string {
  const t = useTexts();
  const { term } = useTerms();
  const { people } = useCaseView();
  return ({ by, what }) => {
    const whose = people.find(({ id }) => id === by);
    return t('circle.companion.relation', {
      what: term('companion', 'what', what ?? 'helper'),
      by: whose?.relation || (whose?.name ?? ''),
    });
  };
}
