import { err, type Result } from '../../core/shared/result.ts';
import { compareDigits, encodeInvitationLink } from '../../crypto/invitation.ts';
import { type DeviceContext, type Session, storeRecords } from '../device/deviceContext.ts';
import { readCircle } from '../documents/circle.ts';
import { openAccess } from '../exchange/access.ts';
import type { Access, ServerProblem } from '../ports.ts';
import { listen } from './conversation.ts';
import type { Desk } from './desk.ts';
import { type InvitationRecord, invitationRecord, readInvitations, secretOf } from './invitationRecord.ts';
import { type Ask, readFromGuest } from './messages.ts';
import type { Invitation, InvitationState } from './types.ts';

/** Shows what this device invited, and listens for who asks, for as long as somebody looks. */
export async function followInvitations(desk: Desk): Promise<void> {
  const { session } = desk.context;
  const following = desk.following;
  if (!session || !following) return;
  const records = await readInvitations(desk.context, session);
  desk.invitations.set(await Promise.all(records.map((record) => show(record, session))));
  for (const record of records) void listenForGuest(desk, session, record, following.signal);
}

/** A new one, or one that changed: stored, shown, and listened to when somebody looks. */
export async function keepInvitation(desk: Desk, session: Session, record: InvitationRecord): Promise<Result<Invitation, NotSaved>> {
  const stored = await storeRecords(desk.context, [await invitationRecord(desk.context, session, record)]);
  if (!stored.ok) return stored;
  const invitation = await show(record, session);
  const others = desk.invitations.get().filter(({ id }) => id !== record.id);
  desk.invitations.set([invitation, ...others].sort((a, b) => b.madeAt - a.madeAt));
  return { ok: true, value: invitation };
}

type NotSaved = Extract<Awaited<ReturnType<typeof storeRecords>>, { ok: false }>['error'];

async function show(record: InvitationRecord, session: Session): Promise<Invitation> {
  const { id, use, how, madeAt, expiresAt, caseId, person, role, succeeds, state } = record;
  const link = await encodeInvitationLink({ use, id, secret: secretOf(record), inviter: session.keyringBegin });
  return { id, use, how, link, madeAt, expiresAt, caseId, person, role, succeeds, state, offline: false };
}

/** Until somebody asked, or it is too old. The first who asks is the only one. */
export async function listenForGuest(desk: Desk, session: Session, record: InvitationRecord, signal: AbortSignal): Promise<void> {
  const { context } = desk;
  const { server, clock } = context.ports;
  if (record.state.type !== 'waiting' || !server) return;
  const cancel = clock.after(Math.max(0, record.expiresAt - clock.now()), () => void end({ type: 'expired' }));
  const own = new AbortController();
  const stop = () => own.abort();
  signal.addEventListener('abort', stop);
  const end = async (state: InvitationState) => {
    if (context.session === session) await keepInvitation(desk, session, { ...record, state });
    stop();
  };
  const talk = { server, ports: context.ports, id: record.id, access: () => wayIn(context), signal: own.signal };
  const listened = await listen({ ...talk, onLine: (reached) => noteOffline(desk, record.id, !reached) }, async (said) => {
    const [ask] = await readFromGuest({ id: record.id, secret: secretOf(record) }, said);
    if (!ask || context.session !== session) return 'more';
    await keepInvitation(desk, session, await asked(context, session, record, ask));
    return 'enough';
  });
  if (!listened.ok && listened.error === 'InvitationOver') await end({ type: clock.now() < record.expiresAt ? 'ended' : 'expired' });
  cancel();
  signal.removeEventListener('abort', stop);
}

export async function wayIn(context: DeviceContext): Promise<Result<Access, ServerProblem>> {
  const access = await openAccess(context);
  if (access.ok) return access;
  const { error } = access;
  return err(error.type === 'Locked' || error.type === 'Unconnected' ? { type: 'Unreachable' } : error);
}

async function asked(context: DeviceContext, session: Session, record: InvitationRecord, ask: Ask): Promise<InvitationRecord> {
  const guest = ask.type === 'ask' ? ask.keyring : ask.device;
  const subject = await subjectOf(context, session, record.doc);
  const digits = record.how === 'atDistance' ? await compareDigits({ id: record.id, inviter: session.keyringBegin, guest, subject }) : null;
  const { name, organisation } = ask.type === 'ask' ? ask : { name: '', organisation: '' };
  return { ...record, ask, digits, state: { type: 'asked', name, organisation, digits } };
}

/** What is joined, as this device knows it: the first entry of its circle. */
export async function subjectOf(context: DeviceContext, session: Session, doc: InvitationRecord['doc']): Promise<string> {
  const circle = doc && (await readCircle(context.ports.database, session, doc));
  return circle?.entries[0]?.entry.hash ?? '';
}

function noteOffline({ invitations }: Desk, id: string, offline: boolean): void {
  const isSame = invitations.get().every((one) => one.id !== id || one.offline === offline);
  if (!isSame) invitations.set(invitations.get().map((one) => (one.id === id ? { ...one, offline } : one)));
}
