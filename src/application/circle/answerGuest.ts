import { err, ok, type Result } from '../../core/shared/result.ts';
import { removalOf } from '../ports.ts';
import { type DeviceContext, type Session, storeRecords } from '../device/deviceContext.ts';
import { deliverNow } from '../exchange/connect.ts';
import { changeOrganisation } from '../organisation/changeOrganisation.ts';
import { addToCase, addToDocument, describeInPlan } from './addMember.ts';
import { requireCase } from './caseCircles.ts';
import { say } from './conversation.ts';
import type { Desk } from './desk.ts';
import { knowMember } from './entries.ts';
import { keepInvitation, wayIn } from './followInvitations.ts';
import { invitationKey, type InvitationRecord, readInvitations, secretOf } from './invitationRecord.ts';
import { type Accepted, type Ask, sealToGuest } from './messages.ts';
import { addOwnDevice } from './ownDevices.ts';
import { comesBackAs, takeOutLostKeys } from './succeedMember.ts';
import type { CircleError } from './types.ts';
import { toCircleError, withLine } from './withLine.ts';

type Done = Promise<Result<void, CircleError>>;

/** Lets in who asked. Every step can be done again: a break halfway costs nothing but accepting once more. */
export async function acceptGuest(desk: Desk, id: string): Done {
  const found = await findAsked(desk.context, id);
  if (!found.ok) return found;
  const { session, record, ask } = found.value;
  const accepted = ask.type === 'ask' ? await letIn(desk.context, session, record, ask) : await letDeviceIn(desk.context, session, ask);
  if (!accepted.ok) return accepted;
  const told = await tell(desk.context, record, accepted.value);
  if (!told.ok) return told;
  const name = ask.type === 'ask' ? ask.name : '';
  const kept = await keepInvitation(desk, session, { ...record, state: { type: 'accepted', name, at: desk.context.ports.clock.now() } });
  return kept.ok ? ok(undefined) : kept;
}

/** The guest hears it; nobody else can use the link any more. */
export async function refuseGuest(desk: Desk, id: string): Done {
  const found = await findAsked(desk.context, id);
  if (!found.ok) return found;
  const { session, record } = found.value;
  const told = await tell(desk.context, record, { type: 'refused' });
  if (!told.ok) return told;
  const kept = await keepInvitation(desk, session, { ...record, state: { type: 'refused' } });
  return kept.ok ? ok(undefined) : kept;
}

/** Ends what is open; takes what is over off the list. */
export async function endInvitation(desk: Desk, id: string): Done {
  const { context } = desk;
  const { session } = context;
  if (!session) return err({ type: 'Locked' });
  const record = (await readInvitations(context, session)).find((one) => one.id === id);
  if (!record) return ok(undefined);
  if (record.state.type === 'waiting' || record.state.type === 'asked') {
    const ended = await withLine(context, session, async ({ server, access }) => await server.endInvitation(access, id));
    if (!ended.ok && ended.error.type !== 'InvitationOver' && ended.error.type !== 'Refused') return ended;
  }
  const forgotten = await storeRecords(context, [removalOf({ table: 'device', key: invitationKey(id) })]);
  if (forgotten.ok) desk.invitations.set(desk.invitations.get().filter((one) => one.id !== id));
  return forgotten;
}

async function findAsked(context: DeviceContext, id: string) {
  const { session } = context;
  if (!session) return err({ type: 'Locked' } as const);
  const record = (await readInvitations(context, session)).find((one) => one.id === id);
  if (!record?.ask || record.state.type !== 'asked') return err({ type: 'InvitationOver' } as const);
  return ok({ session, record, ask: record.ask });
}

async function tell(context: DeviceContext, record: InvitationRecord, message: Parameters<typeof sealToGuest>[1]): Done {
  const { server, random } = context.ports;
  if (!server) return err({ type: 'NotConnected' });
  const sealed = await sealToGuest({ id: record.id, secret: secretOf(record) }, message, random.bytes);
  const said = await say({ server, id: record.id, access: () => wayIn(context) }, sealed);
  return said.ok ? said : err(toCircleError(said.error));
}

type Answer = Promise<Result<Accepted, CircleError>>;

async function letIn(context: DeviceContext, session: Session, record: InvitationRecord, ask: Extract<Ask, { type: 'ask' }>): Answer {
  const { use, doc, caseId, documents, person, sharing } = record;
  // The keyring that came to the server has to be the one of whom we heard under the link's secret.
  const keyring = await withLine(context, session, (line) => knowMember(line, ask.member));
  if (!keyring.ok) return keyring;
  if (keyring.value.begin !== ask.keyring) return err({ type: 'ServerDiffers' });
  const member = { member: ask.member, role: record.role ?? 'professional', until: record.until, succeeds: record.succeeds };
  if (use === 'organisation' && doc) {
    const added = await addToDocument(context, session, doc, member);
    if (!added.ok) return added;
    const [name, discipline] = [ask.name.slice(0, 80), ask.discipline.slice(0, 60)];
    const described = await changeOrganisation(context, session, doc, { type: 'describe', member: ask.member, name, discipline });
    // Without a name they are in all the same; what the disk refuses is told.
    if (!described.ok && described.error.type === 'NotSaved') return err(described.error);
  } else if (caseId) {
    const required = await requireCase(context, caseId);
    if (!required.ok) return required;
    const back = comesBackAs(required.value.circles.plan, member);
    if (!back.ok) return back;
    const added = await addToCase(context, session, required.value.circles, back.value, documents);
    if (!added.ok) return added;
    const described = await describeInPlan(context, caseId, { person, member: ask.member, until: record.until, sharing });
    if (!described.ok) return described;
    const out = record.succeeds === null ? ok(undefined) : await takeOutLostKeys(context, caseId, record.succeeds);
    if (!out.ok) return out;
  }
  await deliverNow(context);
  return ok({ type: 'accepted', caseId, owner: null });
}

async function letDeviceIn(context: DeviceContext, session: Session, ask: Extract<Ask, { type: 'askDevice' }>): Answer {
  const added = await addOwnDevice(context, session, { id: ask.device, agreement: ask.agreement, kind: 'device' });
  if (!added.ok) return added;
  const { name, organisation, discipline } = session.settings;
  return ok({ type: 'accepted', caseId: null, owner: { member: session.member, name, organisation, discipline } });
}
