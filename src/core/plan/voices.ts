import type { MemberId } from '../shared/ids.ts';
import type { Answer, Person, Report } from './caseView.ts';

/**
 * What people said, with how. Only a person's own device writes `own` (SPEC 12b): who claims it for another is shown as having
 * written it down for them, so that it never looks like the person's own.
 */
export const readVoices = <T extends Answer | Report>(said: readonly T[], people: readonly Person[]): readonly T[] =>
  said.map((one) =>
    one.via !== 'own' || memberOf(one, people) === one.author ? one : { ...one, via: 'spoken', recordedBy: writerOf(one.author, people) },
  );

const memberOf = ({ by }: Answer | Report, people: readonly Person[]): string | undefined => people.find(({ id }) => id === by)?.member;

const writerOf = (author: MemberId | null, people: readonly Person[]) => people.find(({ member }) => member === author)?.id ?? null;
