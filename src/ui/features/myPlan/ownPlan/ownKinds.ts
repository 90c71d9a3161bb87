import type { CaseView, Concern, FamilyGoal, Person, Strength } from '../../../../core/plan/caseView.ts';
import type { PlanCommand } from '../../../../core/plan/planCommand.ts';
import type { Domain } from '../../../components/domainIcons.ts';

export type OwnKind = 'strength' | 'concern' | 'familyGoal' | 'person';

/** What one of the family wrote in their own plan. */
export type Own = { readonly words: string } & (
  | { readonly kind: 'strength'; readonly entity: Strength }
  | { readonly kind: 'concern'; readonly entity: Concern }
  | { readonly kind: 'familyGoal'; readonly entity: FamilyGoal }
  | { readonly kind: 'person'; readonly entity: Person }
);

/** Only what this person wrote on their own device: another's words are not theirs to change. */
export function ownOf({ strengths, concerns, familyGoals, network }: CaseView, kind: OwnKind, { id, member }: Person): readonly Own[] {
  const isMine = ({ author }: { readonly author: string | null }) => author === member;
  switch (kind) {
    case 'strength':
      return strengths.filter(isMine).map((entity) => ({ kind, entity, words: entity.text }));
    case 'concern':
      return concerns.filter(isMine).map((entity) => ({ kind, entity, words: entity.text }));
    case 'familyGoal':
      return familyGoals.filter(isMine).map((entity) => ({ kind, entity, words: entity.text }));
    case 'person':
      return network.filter((person) => isMine(person) && person.id !== id).map((entity) => ({ kind, entity, words: entity.name }));
  }
}

/** Of these it is asked where they are: nobody's words stand under a domain that somebody else chose for them. */
export const hasDomain = (kind: OwnKind): boolean => kind === 'strength' || kind === 'concern';

export function newOwn(kind: OwnKind, words: string, domain: Domain | null, { id }: Person): PlanCommand {
  switch (kind) {
    case 'strength':
    case 'concern':
      return { type: 'add', kind, fields: { text: words, domain, saidBy: id } };
    case 'familyGoal':
      return { type: 'add', kind, fields: { text: words, by: id } };
    case 'person':
      return { type: 'add', kind, fields: { name: words, part: 'network' } };
  }
}
