import { isPermitted } from '../../core/circle/permissions.ts';
import type { Roster } from '../../core/circle/roster.ts';
import type { Operation } from '../../core/document/operation.ts';
import type { EntityId } from '../../core/shared/ids.ts';
import type { Session } from '../device/deviceContext.ts';
import { whyNoWriting } from '../documents/mayWrite.ts';

/** Any conference that another made: who may change its state may plan one too. */
const ANOTHERS: Operation = ['set', 'conference.another.any' as EntityId, 'state', 'moved', []];

/** Whether this member plans meetings, begins, moves and calls them off: the fold refuses it of everyone else. */
export function mayMeet(session: Session, roster: Roster): boolean {
  const role = roster.members.get(session.member)?.role;
  return role !== undefined && whyNoWriting(session, roster) === null && isPermitted('plan', role, ANOTHERS, session.member);
}
