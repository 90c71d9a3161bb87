import type { MemberId } from '../shared/ids.ts';
import { type DocumentState, readCandidates } from '../document/state.ts';
import type { Answer, CoordinatorTurn, Person, Preparation, Report, Role } from './caseView.ts';

/**
 * What people said, with how. Only a person's own device writes `own` (SPEC 12b): who claims it for another is shown as having
 * written it down for them, so that it never looks like the person's own.
 */
export const readVoices = <T extends Answer | Report | Preparation>(said: readonly T[], people: readonly Person[]): readonly T[] =>
  said.map((one) =>
    one.via !== 'own' || memberOf(one, people) === one.author ? one : { ...one, via: 'spoken', recordedBy: writerOf(one.author, people) },
  );

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

const memberOf = ({ by }: Answer | Report | Preparation, people: readonly Person[]): string | undefined =>
  people.find(({ id }) => id === by)?.member;

export const writerOf = (author: MemberId | null, people: readonly Person[]) => people.find(({ member }) => member === author)?.id ?? null;
