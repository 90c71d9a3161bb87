import { mayHold } from '../../core/circle/permissions.ts';
import type { CaseId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import { err, type Result } from '../../core/shared/result.ts';
import { noteAccess } from '../accessLog/noteAccess.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { deliverNow } from '../exchange/connect.ts';
import { addToDocument } from './addMember.ts';
import { requireCase } from './caseCircles.ts';
import type { CircleError } from './types.ts';

/** Somebody who is in the plan already reads this part too, in the role that they have there. They see it at the next exchange. */
export async function letInto(
  context: DeviceContext,
  caseId: CaseId,
  doc: DocumentId,
  member: MemberId,
): Promise<Result<void, CircleError>> {
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const { session, circles } = required.value;
  const circle = circles.others.find(({ roster }) => roster.doc === doc);
  const inPlan = circles.plan.roster.members.get(member);
  if (!circle || !inPlan) return err({ type: 'NotAMember' });
  if (circle.roster.members.get(session.member)?.role !== 'lead') return err({ type: 'NotALead' });
  if (circle.roster.members.has(member)) return err({ type: 'AlreadyAMember' });
  if (!mayHold(circle.roster.kind, inPlan.role)) return err({ type: 'RoleMayNotHoldThis' });
  const { until } = inPlan;
  // What somebody prepares stays theirs: whoever reads along leads nothing of it.
  const role = circle.roster.kind === 'voice' && inPlan.role === 'lead' ? 'professional' : inPlan.role;
  const added = await addToDocument(context, session, doc, { member, role, until, succeeds: null });
  if (!added.ok) return added;
  await noteAccess(context, [doc], 'invited');
  await deliverNow(context);
  return added;
}
