import { kindOf } from '../../../../core/document/entityId.ts';
import type { CaseView, Person, Point } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';

/** Points name a conference only: what is prepared for an evaluation names none. */
export const conferenceOf = (meeting: EntityId): EntityId | null => (kindOf(meeting) === 'conference' ? meeting : null);

/** What must be said at this meeting, as `me` wrote it down for this person. */
export const mustSayOf = ({ points }: CaseView, me: Person, by: EntityId, meeting: EntityId): readonly Point[] =>
  points.filter(
    ({ kind, author, saidBy, handled, conference }) =>
      kind === 'mustSay' && author === me.member && saidBy === by && !handled && conference === conferenceOf(meeting),
  );
