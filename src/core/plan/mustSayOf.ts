import { kindOf } from '../document/entityId.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import type { CaseView, Point } from './caseView.ts';

/** Points name a conference only: what is prepared for an evaluation names none. */
export const conferenceOf = (meeting: EntityId): EntityId | null => (kindOf(meeting) === 'conference' ? meeting : null);

type Points = Pick<CaseView, 'points'>;

/** What must be said at this meeting, as this writer wrote it down for this person, dealt with or not. */
export const allMustSayOf = ({ points }: Points, writer: MemberId | null, by: EntityId, meeting: EntityId): readonly Point[] =>
  points.filter(
    ({ kind, author, saidBy, conference }) =>
      kind === 'mustSay' && author === writer && saidBy === by && conference === conferenceOf(meeting),
  );

/** The same, as far as it was not dealt with. */
export const mustSayOf = (view: Points, writer: MemberId, by: EntityId, meeting: EntityId): readonly Point[] =>
  allMustSayOf(view, writer, by, meeting).filter(({ handled }) => !handled);
