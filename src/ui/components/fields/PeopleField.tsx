import type { Person } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useTerms } from '../useTerms.ts';
import { ChoicesField } from './ChoiceField.tsx';
import type { FieldProps } from './FieldFrame.tsx';

export type PersonOption = Pick<Person, 'id' | 'name' | 'part'> & Partial<Pick<Person, 'relation' | 'discipline'>>;

interface PeopleFieldProps extends FieldProps {
  readonly value: readonly EntityId[];
  readonly onChange: (value: readonly EntityId[]) => void;
  readonly people: readonly PersonOption[];
}

const FAMILY_FIRST = ['child', 'caregiver', 'network', 'professional'];

/** Who: everyone in the circle in sight, family first. */
export const PeopleField = ({ people, ...props }: PeopleFieldProps) => {
  const { term } = useTerms();
  const partOf = (person: PersonOption) => FAMILY_FIRST.indexOf(person.part ?? 'professional');
  const options = people
    .toSorted((a, b) => partOf(a) - partOf(b))
    .map((person) => ({
      value: person.id,
      label: person.name,
      detail: person.relation || (person.discipline ? term('person', 'discipline', person.discipline) : ''),
    }));
  return <ChoicesField {...props} options={options} />;
};
