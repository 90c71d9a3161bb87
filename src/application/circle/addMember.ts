import type { CaseId, DocumentId, EntityId, MemberId } from '../../core/shared/ids.ts';
import type { PlanCommand } from '../../core/plan/planCommand.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { openCase } from '../cases/openCase.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import type { CaseCircles } from './caseCircles.ts';
import { changeRoster } from './changeRoster.ts';
import { makeAdd, type NewMember } from './entries.ts';
import type { CircleError, SharingInput } from './types.ts';

type Done = Promise<Result<void, CircleError>>;

/** Into the plan and the chosen documents of a case. Who is in one already stays; so it can be done again after a break. */
export async function addToCase(
  context: DeviceContext,
  session: Session,
  circles: CaseCircles,
  member: NewMember,
  documents: readonly DocumentId[],
): Done {
  const others = circles.others.map(({ roster }) => roster.doc).filter((doc) => documents.includes(doc));
  for (const doc of [circles.plan.roster.doc, ...others]) {
    const added = await addToDocument(context, session, doc, member);
    if (!added.ok) return added;
  }
  return ok(undefined);
}

export async function addToDocument(context: DeviceContext, session: Session, doc: DocumentId, member: NewMember): Done {
  if (member.role === 'expert' && member.until === null) return err({ type: 'EndDateMissing' });
  const written = await changeRoster(context, session, doc, 'circle', async (circle, line) => {
    if (circle.roster.members.has(member.member)) return ok(null);
    // Who was in another circle of this person under their old keys need not be known here.
    const succeeds = member.succeeds !== null && circle.roster.rolesFrom.has(member.succeeds) ? member.succeeds : null;
    return await makeAdd({ ...member, succeeds }, circle, line);
  });
  return written.ok ? ok(undefined) : written;
}

/** Writes beside the person of the plan which member they are, what is shared with them, and until when. */
export async function describeInPlan(context: DeviceContext, caseId: CaseId, { person, member, until, sharing }: PersonInCircle): Done {
  const opened = await openCase(context, caseId);
  if (!opened.ok) return opened;
  const { view, change, close } = opened.value;
  const known = view.get().people.find(({ id }) => id === person);
  const isRecorded = view.get().sharings.some((one) => one.withWhom === person && one.what === sharing?.what);
  const commands: readonly PlanCommand[] = [
    ...(known && known.member !== member ? [setField(known.id, 'member', member)] : []),
    ...(known && until !== null && known.until !== until ? [setField(known.id, 'until', until)] : []),
    ...(known && sharing && !isRecorded ? [{ type: 'add', kind: 'sharing', fields: { ...sharing, withWhom: known.id } } as const] : []),
  ];
  const changed = commands.length === 0 ? ok(undefined) : await change(...commands);
  close();
  return changed.ok ? ok(undefined) : err(toSaved(changed.error));
}

interface PersonInCircle {
  readonly person: EntityId | null;
  readonly member: MemberId;
  readonly until: NewMember['until'];
  readonly sharing: SharingInput | null;
}

const setField = (entity: EntityId, field: string, value: string): PlanCommand => ({ type: 'set', entity, field, value });

/** What the plan refuses here is a mistake of ours; what the disk refuses is told. */
const toSaved = (error: { readonly type: string }): CircleError =>
  error.type === 'NotSaved' || error.type === 'Locked' ? (error as CircleError) : { type: 'UnknownCase' };
