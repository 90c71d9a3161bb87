import type { CaseView, Goal, Hearing, Person } from '../../core/plan/caseView.ts';
import type { EntityId } from '../../core/shared/ids.ts';
import type { Terms } from './useTerms.ts';

const FAMILY_FIRST = ['child', 'caregiver', 'network', 'professional'];

/** The name of a person of the case; '' when nobody is meant or the person was taken away. */
export const nameOf = (view: CaseView, id: EntityId | null | undefined): string =>
  view.people.find((person) => person.id === id)?.name ?? '';

export const namesOf = (view: CaseView, ids: readonly EntityId[]): string =>
  ids
    .map((id) => nameOf(view, id))
    .filter(Boolean)
    .join(', ');

/** Children and those who raise them first, then their network, then professionals. */
export const familyFirst = <P extends Pick<Person, 'part'>>(people: readonly P[]): readonly P[] =>
  people.toSorted((a, b) => FAMILY_FIRST.indexOf(a.part ?? 'professional') - FAMILY_FIRST.indexOf(b.part ?? 'professional'));

export const isFamily = (person: Pick<Person, 'part'> | undefined): boolean => person !== undefined && person.part !== 'professional';

/** Who must say yes to sharing is asked of those who raise a child and of the child, not of who helps them. */
export const isAskedToAgree = (person: Pick<Person, 'part'> | null): boolean => person?.part === 'caregiver' || person?.part === 'child';

/** The children that a goal is about; all of them when it names none. */
export const childrenOf = ({ children }: CaseView, { about }: Goal): readonly Person[] => {
  const named = children.filter(({ id }) => about.includes(id));
  return named.length > 0 ? named : children;
};

/** Who spoke for a child that could not. */
export const spokesmanOf = (view: CaseView, { spokeFor, spokeForToo }: Pick<Hearing, 'spokeFor' | 'spokeForToo'>): string =>
  [spokeFor === null ? '' : nameOf(view, spokeFor), spokeForToo].filter(Boolean).join(', ');

/** Which hat someone wears: moeder, leerkracht, buurman. */
export const hatOf = ({ term }: Terms, person: Person): string =>
  person.relation ||
  (person.discipline && person.discipline !== 'other' ? term('person', 'discipline', person.discipline) : '') ||
  person.organisation ||
  term('person', 'part', person.part ?? 'professional');

/** For fields where one person is chosen. */
export const personOptions = (people: readonly Person[]): readonly { readonly value: EntityId; readonly label: string }[] =>
  familyFirst(people).map(({ id, name }) => ({ value: id, label: name }));
