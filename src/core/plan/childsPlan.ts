import type { CivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import type { Action, CaseView, Goal, Person, PupilVoice, Remark } from './caseView.ts';

/** What of the plan is about one child: no goals of the parents for themselves, and nothing that was dropped. */
export const goalsAbout = ({ goals }: CaseView, child: EntityId): readonly Goal[] =>
  goals.filter(({ state, about, wholeFamily }) => state !== 'dropped' && (wholeFamily || about.length === 0 || about.includes(child)));

/** Somebody around a child, and what they do for what it works on. */
export interface Helping {
  readonly person: Person;
  readonly does: readonly Action[];
}

/**
 * Who helps a child: the coordinator first, who raises it, who does something for it now, and then its own people before professionals. Other children are not counted as help, nor who
 * left. What is done for no goal of the child's may be about somebody else, so it is left out.
 */
export function helpingWith(view: CaseView, child: EntityId, today: CivilDate): readonly Helping[] {
  const { people, coordinator, actions } = view;
  const goals = new Set(goalsAbout(view, child).map(({ id }) => id));
  const forChild = actions.filter((action) => action.status !== 'done' && action.goals.some((goal) => goals.has(goal)));
  const placeOf = ({ person: { id, part }, does }: Helping): number =>
    [id === coordinator?.person, part === 'caregiver', does.length > 0, part === 'network', true].indexOf(true);
  return people
    .filter(({ id, part, until }) => id !== child && part !== 'child' && (until === null || until >= today))
    .map((person) => ({ person, does: forChild.filter(({ who }) => who.includes(person.id)) }))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Something that a child said, of a goal or of anything, with what was answered. */
export type OwnWords = ({ readonly saidOf: 'goal' } & PupilVoice) | ({ readonly saidOf: 'anything' } & Remark);

/** What somebody said: what was answered first, and the newest first. */
export function ownWords({ pupilVoices, remarks }: CaseView, me: EntityId): readonly OwnWords[] {
  const all: readonly OwnWords[] = [
    ...pupilVoices.map((said) => ({ saidOf: 'goal' as const, ...said })),
    ...remarks.map((said) => ({ saidOf: 'anything' as const, ...said })),
  ];
  return all.filter(({ by }) => by === me).toSorted((a, b) => Number(a.isOpen) - Number(b.isOpen) || (b.at ?? 0) - (a.at ?? 0));
}
