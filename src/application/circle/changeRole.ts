import { mayHold } from '../../core/circle/permissions.ts';
import type { RosterRole } from '../../core/circle/rosterEntry.ts';
import { isFamily, isLowering } from '../../core/circle/rosterChanges.ts';
import type { CaseId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Circle } from '../documents/document.ts';
import { requireCase } from './caseCircles.ts';
import { changeRoster } from './changeRoster.ts';
import { makeRemove, makeRole } from './entries.ts';
import { headsOf } from './jobs.ts';
import { sealFor } from './reasons.ts';
import type { CircleError } from './types.ts';

/** Another role in a case. Documents that nobody with that role may hold they leave, first: safety before the plan. */
export async function changeRole(
  context: DeviceContext,
  caseId: CaseId,
  member: MemberId,
  role: RosterRole,
): Promise<Result<void, CircleError>> {
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const { session, circles } = required.value;
  if (circles.plan.roster.members.get(session.member)?.role !== 'lead') return err({ type: 'NotALead' });
  if (!circles.plan.roster.members.has(member)) return err({ type: 'NotAMember' });
  const theirs = circles.others.filter(({ roster }) => roster.kind !== 'voice' && roster.members.has(member));
  for (const circle of [
    ...theirs.filter((one) => !mayHold(one.roster.kind, role)),
    ...theirs.filter((one) => mayHold(one.roster.kind, role)),
    circles.plan,
  ]) {
    const changed = await changeIn(context, session, circle, member, role);
    if (!changed.ok) return changed;
  }
  return ok(undefined);
}

function changeIn(context: DeviceContext, session: Session, { roster }: Circle, member: MemberId, role: RosterRole) {
  return changeRoster(context, session, roster.doc, 'log', async (circle, line) => {
    const current = circle.roster.members.get(member)?.role;
    if (current === undefined || current === role) return ok(null);
    const heads = await headsOf(line, circle, (device) => circle.ownerOf(device) === member);
    if (!heads.ok) return heads;
    if (role === 'auditor' || mayHold(circle.roster.kind, role))
      return await makeRole({ member, role }, isLowering(current, role) ? heads.value : null, circle, line);
    if (isFamily(current)) return err({ type: 'SecondProfessionalMissing' });
    const reason = await sealFor(context, session, circle.roster, member, '');
    return await makeRemove({ member, reason, seconded: null }, heads.value, circle, line);
  }).then((written): Result<void, CircleError> => (written.ok ? ok(undefined) : written));
}
