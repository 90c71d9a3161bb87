import { applyChange, isFamily } from '../../core/circle/rosterChanges.ts';
import type { CaseId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { Circle } from '../documents/document.ts';
import { readCaseCircles, requireCase } from './caseCircles.ts';
import { changeRoster } from './changeRoster.ts';
import { runJobs } from './jobs.ts';
import { readReason, sealFor } from './reasons.ts';
import type { CircleError } from './types.ts';

type Done = Promise<Result<void, CircleError>>;

/**
 * Takes somebody who is no family out of everything of a case. First it is written in the plan's circle that this was decided; from
 * then on it is finished by this device or any other lead's, whatever happens to this one.
 */
export async function removeMember(context: DeviceContext, caseId: CaseId, member: MemberId, reason: string): Done {
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const { session, circles } = required.value;
  const { members } = circles.plan.roster;
  if (members.get(session.member)?.role !== 'lead') return err({ type: 'NotALead' });
  const role = members.get(member)?.role;
  if (role === undefined) return err({ type: 'NotAMember' });
  if (isFamily(role)) return err({ type: 'SecondProfessionalMissing' });
  if (isLastLead(circles.plan, member)) return err({ type: 'LastLead' });
  const decided = await propose(context, session, circles.plan, member, reason);
  return decided.ok ? await runJobs(context, session, caseId) : decided;
}

/** A professional stands behind removing a family member, in every circle where both are; the plan's last, because it decides. */
export async function proposeRemoval(context: DeviceContext, caseId: CaseId, member: MemberId, reason: string): Done {
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const { session, circles } = required.value;
  if (!circles.plan.roster.members.has(member)) return err({ type: 'NotAMember' });
  if (!mayStandBehind(circles.plan, session.member)) return err({ type: 'NotALead' });
  const both = circles.others.filter((circle) => circle.roster.members.has(member) && mayStandBehind(circle, session.member));
  for (const circle of [...both, circles.plan]) {
    const proposed = await propose(context, session, circle, member, reason);
    if (!proposed.ok) return proposed;
  }
  return await runJobs(context, session, caseId);
}

/** The second one: for the same reason, in the words of the first. */
export async function secondRemoval(context: DeviceContext, caseId: CaseId, member: MemberId): Done {
  const { session } = context;
  const circles = session && (await readCaseCircles(context, session, caseId));
  if (!session || !circles) return err({ type: session ? 'UnknownCase' : 'Locked' });
  if (!circles.plan.roster.proposals.has(member)) return err({ type: 'ReasonMissing' });
  const words = await readReason(context, session, circles.plan.roster, member);
  return await proposeRemoval(context, caseId, member, words === '' ? '-' : words);
}

async function propose(context: DeviceContext, session: Session, { roster }: Circle, member: MemberId, reason: string): Done {
  if (reason.trim() === '') return err({ type: 'ReasonMissing' });
  const written = await changeRoster(context, session, roster.doc satisfies DocumentId, 'circle', async (circle) => {
    const { proposals, members } = circle.roster;
    const isSaid = proposals.get(member)?.some(({ by }) => by === session.member) ?? false;
    if (isSaid || !members.has(member)) return ok(null);
    const sealed = await sealFor(context, session, circle.roster, member, reason);
    return ok({ change: { type: 'propose', member, reason: sealed } });
  });
  return written.ok ? ok(undefined) : written;
}

function mayStandBehind({ roster }: Circle, member: MemberId): boolean {
  const role = roster.members.get(member)?.role;
  return role === 'lead' || role === 'professional';
}

/** Asked before it is decided, so that nothing is decided that can never be carried out. */
function isLastLead({ roster }: Circle, member: MemberId): boolean {
  const lead = [...roster.members].find(([, { role }]) => role === 'lead')?.[0] as MemberId;
  const tried = applyChange(roster, { type: 'remove', member, heads: [], reason: '-', seconded: null }, { n: roster.n + 1, by: lead });
  return !tried.ok && tried.error === 'LastLead';
}
