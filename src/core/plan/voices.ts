import type { EntityId, MemberId } from '../shared/ids.ts';
import { type DocumentState, readCandidates } from '../document/state.ts';
import type { CoordinatorTurn, Person, Role } from './caseView.ts';
import type { Via } from './planCommand.ts';

interface Said {
  readonly by: EntityId | null;
  readonly author: MemberId | null;
  readonly via: Via | null;
  readonly recordedBy: EntityId | null;
}

/**
 * What people said, with how. Only a person's own device writes `own` (SPEC 12b): who claims it for another is shown as having
 * written it down for them, so that it never looks like the person's own.
 */
export const readVoices = <T extends Said>(said: readonly T[], people: readonly Person[]): readonly T[] =>
  said.map((one) =>
    one.via !== 'own' || memberOf(one, people) === one.author ? one : { ...one, via: 'spoken', recordedBy: writerOf(one.author, people) },
  );

/** The same for how an evaluation was: of the row that the table writes in, which is nobody's, the row itself says it. */
export const readExperiences = <T extends Said>(said: readonly T[], people: readonly Person[]): readonly T[] =>
  said.flatMap((one) => (one.author === null ? one : readVoices([one], people)));

/** The same for taking on a role: there others may write the cell too, so what counts is whose device wrote that it was their own. */
export const readAcceptances = <T extends CoordinatorTurn | Role>(
  state: DocumentState,
  taken: readonly T[],
  people: readonly Person[],
): readonly T[] =>
  taken.map((one) => {
    if (one.acceptedVia !== 'own') return one;
    const writer = readCandidates(state, one.id, 'acceptedVia')[0]!.author;
    const isTheirs = people.find(({ id }) => id === one.person)?.member === writer;
    return isTheirs ? one : { ...one, acceptedVia: 'spoken', acceptedRecordedBy: writerOf(writer, people) };
  });

const memberOf = ({ by }: Said, people: readonly Person[]): string | undefined => people.find(({ id }) => id === by)?.member;

export const writerOf = (author: MemberId | null, people: readonly Person[]) => people.find(({ member }) => member === author)?.id ?? null;
