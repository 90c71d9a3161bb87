import { mayHold } from '../../core/circle/permissions.ts';
import { planSchema } from '../../core/plan/planSchema.ts';
import type { CaseId, EntityId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { viewOrganisation } from '../../core/organisation/viewOrganisation.ts';
import { noteAccess } from '../accessLog/noteAccess.ts';
import { openCase } from '../cases/openCase.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { hold, openDocument } from '../documents/openDocument.ts';
import { deliverNow } from '../exchange/connect.ts';
import { addToCase, describeInPlan } from './addMember.ts';
import { requireCase } from './caseCircles.ts';
import type { Circle, CircleError } from './types.ts';

type Input = Parameters<Circle['addColleague']>[1];

/** A colleague whose keys stand in the own organisation: they find the case on their device, without a link. */
export async function addColleague(context: DeviceContext, caseId: CaseId, input: Input): Promise<Result<void, CircleError>> {
  const required = await requireCase(context, caseId);
  if (!required.ok) return required;
  const { session, circles } = required.value;
  const { member, role, documents, until } = input;
  const colleague = await findColleague(context, session, member);
  if (!colleague) return err({ type: 'NotAMember' });
  if (circles.plan.roster.members.has(member)) return err({ type: 'AlreadyAMember' });
  const chosen = [circles.plan, ...circles.others.filter(({ roster }) => documents.includes(roster.doc))];
  if (chosen.some(({ roster }) => roster.members.get(session.member)?.role !== 'lead')) return err({ type: 'NotALead' });
  if (chosen.some(({ roster }) => role !== 'auditor' && !mayHold(roster.kind, role))) return err({ type: 'RoleMayNotHoldThis' });
  const added = await addToCase(context, session, circles, { member, role, until, succeeds: null }, documents);
  if (!added.ok) return added;
  await noteAccess(
    context,
    chosen.map(({ roster }) => roster.doc),
    'invited',
  );
  // Who only watches over a case is no person of the plan.
  const person = role === 'auditor' ? null : (input.person ?? (await addPerson(context, caseId, colleague)));
  const described = await describeInPlan(context, caseId, { person, member, until, sharing: null });
  await deliverNow(context);
  return described;
}

interface Known {
  readonly name: string;
  readonly discipline: string;
  readonly organisation: string;
  readonly member: MemberId;
}

/** Somebody of the own organisation, who works there now. */
async function findColleague(context: DeviceContext, session: Session, member: MemberId): Promise<Known | undefined> {
  const own = [...session.documents.values()].find(({ kind }) => kind === 'organisation');
  if (!own) return undefined;
  const release = hold(session, own.doc);
  const document = await openDocument(context, session, own.doc)?.catch(() => undefined);
  const content = document && viewOrganisation(document.shown.get(), document.roster);
  release();
  const found = content?.people.find((one) => one.member === member && one.present);
  return found && content ? { name: found.name, discipline: found.discipline, organisation: content.name, member } : undefined;
}

/** A professional of the plan, unless one with this member stands there already. */
async function addPerson(
  context: DeviceContext,
  caseId: CaseId,
  { name, discipline, organisation, member }: Known,
): Promise<EntityId | null> {
  const opened = await openCase(context, caseId);
  if (!opened.ok) return null;
  const { view, change, close } = opened.value;
  const known = view.get().people.find((one) => one.member === member);
  const option = planSchema.person.fields.discipline.options.find((one) => one === discipline) ?? 'other';
  const fields = { part: 'professional', name: name === '' ? '-' : name, discipline: option, organisation, member } as const;
  const added = known ? ok({ added: [known.id] }) : await change({ type: 'add', kind: 'person', fields });
  close();
  return added.ok ? (added.value.added[0] ?? null) : null;
}
