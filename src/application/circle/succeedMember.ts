import type { CaseId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { acceptGuest } from './answerGuest.ts';
import { requireCase } from './caseCircles.ts';
import type { Desk } from './desk.ts';
import { keepInvitation } from './followInvitations.ts';
import { readInvitations } from './invitationRecord.ts';
import { proposeRemoval, removeMember } from './removeMember.ts';
import { isFamily } from '../../core/circle/rosterChanges.ts';
import type { CircleError } from './types.ts';

/** All devices lost: whoever asked is the same person with new keys. They come in as such, and the old keys go out. */
export async function succeedMember(desk: Desk, caseId: CaseId, invitation: string, old: MemberId): Promise<Result<void, CircleError>> {
  const required = await requireCase(desk.context, caseId);
  if (!required.ok) return required;
  const { session, circles } = required.value;
  const role = circles.plan.roster.members.get(old)?.role;
  if (role === undefined) return err({ type: 'NotAMember' });
  const record = (await readInvitations(desk.context, session)).find(({ id }) => id === invitation);
  if (!record) return err({ type: 'InvitationOver' });
  const documents = circles.others.filter(({ roster }) => roster.members.has(old)).map(({ roster }) => roster.doc);
  const kept = await keepInvitation(desk, session, { ...record, role, documents, succeeds: old });
  if (!kept.ok) return kept;
  const accepted = await acceptGuest(desk, invitation);
  if (!accepted.ok) return accepted;
  // The lost keys of a family member leave by two professionals, like the person would: the second one sees it proposed.
  const removed = isFamily(role)
    ? await proposeRemoval(desk.context, caseId, old, REASON)
    : await removeMember(desk.context, caseId, old, REASON);
  return removed.ok || removed.error.type === 'SecondProfessionalMissing' ? ok(undefined) : removed;
}

/** Read by professionals in the circle; there is no screen for it to be translated on. */
const REASON = 'nieuwe sleutels';
