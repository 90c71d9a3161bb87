import { isFamily } from '../../core/circle/rosterChanges.ts';
import type { CaseId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import type { Circle } from '../documents/document.ts';
import { requireCase } from './caseCircles.ts';
import type { NewMember } from './entries.ts';
import { proposeRemoval, removeMember } from './removeMember.ts';
import type { CircleError } from './types.ts';

/*
 * All devices lost, and the code on paper too: the same person comes in with new keys, as who they were, and the lost keys go out.
 * Both steps can be done again after a break.
 */

/** With the role they have now, which may be another than when the invitation was made. Who was taken out meanwhile does not come back so. */
export function comesBackAs({ roster }: Circle, member: NewMember): Result<NewMember, CircleError> {
  if (member.succeeds === null || roster.members.get(member.member)?.succeeds === member.succeeds) return ok(member);
  const old = roster.members.get(member.succeeds);
  return old ? ok({ ...member, role: old.role, until: old.until }) : err({ type: 'NotAMember' });
}

/** The lost keys of a family member leave by two professionals, like the person would: the second one sees it proposed. */
export async function takeOutLostKeys(context: DeviceContext, caseId: CaseId, old: MemberId): Promise<Result<void, CircleError>> {
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const role = required.value.circles.plan.roster.members.get(old)?.role;
  if (role === undefined) return ok(undefined);
  const removed = isFamily(role) ? await proposeRemoval(context, caseId, old, REASON) : await removeMember(context, caseId, old, REASON);
  return removed.ok || removed.error.type === 'SecondProfessionalMissing' ? ok(undefined) : removed;
}

/** Sealed for professionals; screens say it in their own words, by `replaced`. */
const REASON = 'nieuwe sleutels';
