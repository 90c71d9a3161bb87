import { kindOf } from '../document/entityId.ts';
import type { EntityId, MemberId } from '../shared/ids.ts';
import type { CaseView, Point } from './caseView.ts';

/** Points name a conference only: what is prepared for an evaluation names none. */
export const conferenceOf = (meeting: EntityId): EntityId | null => (kindOf(meeting) === 'conference' ? meeting : null);

/** What must be said at this meeting, as this writer wrote it down for this person, and as far as it was not dealt with. */
export const mustSayOf = ({ points }: Pick<CaseView, 'points'>, writer: MemberId, by: EntityId, meeting: EntityId): readonly Point[] =>
  points.filter(
    ({ kind, author, saidBy, handled, conference }) =>
      kind === 'mustSay' && author === writer && saidBy === by && !handled && conference === conferenceOf(meeting),
  );
