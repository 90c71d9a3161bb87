import type { EntityView } from '../document/schema.ts';
import { addDays, addMonths, ageOn, type CivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import type { CaseView, Companion, CompanionReply, Person } from './caseView.ts';
import type { PlanSchema } from './planSchema.ts';
import { writerOf } from './voices.ts';

/** Whom the family wants beside them, with what was decided. Whose proposal and whose answer it is says the device that wrote it. */
export function viewCompanions(
  proposed: readonly EntityView<PlanSchema['companion']>[],
  replies: readonly CompanionReply[],
  people: readonly Person[],
): CaseView['companions'] {
  const theirs = <T extends Pick<CompanionReply, 'by' | 'author'>>(said: T): T => ({
    ...said,
    by: writerOf(said.author, people) ?? said.by,
  });
  const answers = Map.groupBy(replies.map(theirs), ({ companion }) => companion);
  return byMoment(proposed.map(theirs)).map((one): Companion => {
    const decided = byMoment(answers.get(one.id) ?? []);
    const last = decided.at(-1);
    return {
      ...one,
      replies: decided,
      state: one.withdrawnAt !== null ? 'withdrawn' : last === undefined ? 'waiting' : last.person === '' ? 'declined' : 'confirmed',
      who: people.find(({ id }) => id === last?.person)?.id ?? one.person,
      ends: last?.until ?? one.until,
    };
  });
}

/** What a lead said yes to about one person, the latest: as what, until when, and whether the family still wants it. */
export interface Companionship {
  readonly companion: Companion;
  readonly until: CivilDate;
  readonly isWanted: boolean;
}

export function companionshipOf({ companions }: Pick<CaseView, 'companions'>, person: EntityId | undefined): Companionship | undefined {
  const said = companions.flatMap((companion) =>
    companion.replies.flatMap(({ person: who, until, at }) => (who === person && until !== null ? [{ companion, until, at }] : [])),
  );
  const last = byMoment(said).at(-1);
  return last && { companion: last.companion, until: last.until, isWanted: last.companion.state !== 'withdrawn' };
}

/** Of who may be there already: what the same person of the family asks for longer, and waits. */
export const longerFor = ({ companions }: Pick<CaseView, 'companions'>, { state, who, author }: Companion): readonly Companion[] =>
  state === 'confirmed' && who !== null
    ? companions.filter((one) => one.state === 'waiting' && one.person === who && one.author === author)
    : [];

/**
 * What is proposed when nobody says otherwise: an interpreter comes for a meeting, others come for a season. `ends`: of who is there
 * already, and would stay longer.
 */
export function usualEnd(what: Companion['what'], meeting: CivilDate | null, today: CivilDate, ends: CivilDate | null = null): CivilDate {
  const from = ends !== null && ends > today ? ends : today;
  const after = meeting !== null && meeting >= from ? addDays(meeting, 1) : addMonths(from, 1);
  const end = what === 'interpreter' ? after : addMonths(from, 3);
  return isForAWhile(end, today) ? end : addMonths(today, MONTHS_AT_MOST);
}

/** For a while: nobody is proposed for longer. */
const MONTHS_AT_MOST = 12;

/** After today, and at most a year away. */
export const isForAWhile = (until: CivilDate, today: CivilDate): boolean => until > today && until <= addMonths(today, MONTHS_AT_MOST);

/** From this age somebody chooses themselves who comes with them. */
const COMPANION_FROM = 12;

/** Those who raise a child, and a child that is old enough; of unknown age is old enough, as in what they are asked beforehand. */
export const mayPropose = ({ part, birthDate }: Pick<Person, 'part' | 'birthDate'>, today: CivilDate): boolean =>
  part === 'caregiver' || (part === 'child' && (birthDate === null || ageOn(birthDate, today) >= COMPANION_FROM));

/**
 * Whoever is there to translate for somebody of the family, or to stand beside them, speaks for nobody: they are not asked what they think of the plan.
 * A helper from the network does something of their own in it, and is.
 */
export function isBeside(view: Pick<CaseView, 'companions'>, person: EntityId | undefined): boolean {
  const found = companionshipOf(view, person);
  return found !== undefined && found.companion.what !== 'helper';
}

const byMoment = <T extends { readonly at: number | null }>(said: readonly T[]): readonly T[] =>
  said.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
