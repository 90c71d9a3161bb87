import { ok, type Result } from '../../core/shared/result.ts';
import { compareDigits, deriveAccess, type InvitationLink, parseInvitationLink } from '../../crypto/invitation.ts';
import { openRecord, sealRecord } from '../../crypto/vault.ts';
import type { Refusal } from '../../protocol/exchange/refusals.ts';
import { type DeviceContext, type Session, storeRecords } from '../device/deviceContext.ts';
import { connectToServer, introduceKeyring } from '../exchange/connect.ts';
import { removalOf, type Access, type ServerProblem } from '../ports.ts';
import { adoptMember, isEmptyDevice } from './adoptMember.ts';
import { listen, say, type Talk } from './conversation.ts';
import type { Desk } from './desk.ts';
import { wayIn } from './followInvitations.ts';
import { type Accepted, type Ask, type Offer, readFromGuest, readFromHost, sealToHost } from './messages.ts';
import type { JoinState } from './types.ts';

const JOINING = 'joining';

/** Uses a link on this device. Kept until it is over, so that it goes on by itself after a restart, an unlock, or without a network. */
export async function join(desk: Desk, text: string): Promise<void> {
  const link = await parseInvitationLink(text);
  if (!link.ok) return desk.joining.set({ type: 'unreadable', problem: link.error.type });
  desk.link = text;
  await keepLink(desk.context, text);
  void goOn(desk);
}

/** Goes on with a link that was kept: after unlocking, or because this device was set up just now. */
export async function resumeJoining(desk: Desk): Promise<void> {
  desk.link ??= await readLink(desk.context);
  if (desk.link === null) return;
  await keepLink(desk.context, desk.link);
  void goOn(desk);
}

export async function forgetJoining(desk: Desk): Promise<void> {
  desk.joiningStop?.abort();
  desk.link = null;
  desk.joining.set({ type: 'none' });
  await forgetLink(desk.context);
}

/** Sealed, as soon as there is a vault; before that in memory only. */
async function keepLink({ session, ports, ...context }: DeviceContext, text: string): Promise<void> {
  if (!session) return;
  const bytes = await sealRecord(session.vault, 'joining', JOINING, new Uint8Array(new TextEncoder().encode(text)), ports.random.bytes);
  await storeRecords({ session, ports, ...context }, [{ table: 'device', key: JOINING, bytes }]);
}

async function readLink({ session, ports }: DeviceContext): Promise<string | null> {
  const sealed = session && (await ports.database.get('device', JOINING));
  const opened = sealed && (await openRecord(session.vault, 'joining', JOINING, sealed));
  return opened?.ok ? new TextDecoder().decode(opened.value) : null;
}

async function forgetLink(context: DeviceContext): Promise<void> {
  if (await context.ports.database.get('device', JOINING)) await storeRecords(context, [removalOf({ table: 'device', key: JOINING })]);
}

/** One run at a time: a later one takes over from where the messages say that it stands. */
async function goOn(desk: Desk): Promise<void> {
  const { context } = desk;
  const link = await parseInvitationLink(desk.link ?? '');
  if (!link.ok) return;
  desk.joiningStop?.abort();
  const stop = new AbortController();
  desk.joiningStop = stop;
  const { session } = context;
  const show = (state: JoinState) => {
    if (!stop.signal.aborted) desk.joining.set(state);
  };
  if (!session || !context.ports.server) return show({ type: 'needsDevice', use: link.value.use });
  if (link.value.use === 'device' && !isEmptyDevice(session)) {
    // Stopped after it was done and before that was noted.
    const isDone = session.keyringBegin === link.value.inviter;
    show(isDone ? { type: 'in', use: 'device', caseId: null } : { type: 'deviceInUse' });
    desk.link = null;
    return await forgetLink(context);
  }
  const end = await converse(context, session, link.value, stop.signal, show);
  if (!end || stop.signal.aborted) return;
  desk.link = null;
  await forgetLink(context);
  show(end);
}

/** From the offer to the answer. Undefined when it stops before it is over: locked, or another run took over. */
async function converse(
  context: DeviceContext,
  session: Session,
  link: InvitationLink,
  signal: AbortSignal,
  show: (state: JoinState) => void,
): Promise<JoinState | undefined> {
  const { use } = link;
  const access: Access = { type: 'invitation', id: link.id, secret: await deriveAccess(link.secret) };
  const ask = toAsk(session, use);
  let end: JoinState | undefined;
  let waiting = false;
  const talk: Talk = {
    server: context.ports.server!,
    ports: context.ports,
    id: link.id,
    access: () => (waiting && use !== 'device' ? wayToTalk(context, access) : Promise.resolve(ok(access))),
    signal,
    onLine: (reached) => {
      if (!reached && !waiting) show({ type: 'kept', use });
    },
  };
  const listened = await listen(talk, async (said) => {
    if (context.session !== session) return 'enough';
    const heard = await readFromHost(link, said);
    const offer = heard.find((message) => message.type === 'offer');
    if (!offer) return 'more';
    const answer = heard.find((message) => message.type !== 'offer');
    if (!answer) {
      const asked = await askToJoin({ context, talk, link, access, ask, said });
      if (!asked.ok) {
        end = toEnd(asked.error);
        return end ? 'enough' : 'more';
      }
      waiting = true;
      show(await waitingFor(link, offer, ask));
      return 'more';
    }
    end = answer.type === 'refused' ? { type: 'refused' } : await enter(context, session, link, access, answer);
    return 'enough';
  });
  return listened.ok ? end : refusedState(listened.error);
}

interface Asking {
  readonly context: DeviceContext;
  readonly talk: Talk;
  readonly link: InvitationLink;
  readonly access: Access;
  readonly ask: Ask;
  readonly said: Parameters<typeof readFromGuest>[1];
}

/** Shows the own keyring to the server and says to the host who asks; once, also over restarts. */
async function askToJoin({ context, talk, link, access, ask, said }: Asking): Promise<Result<void, ServerProblem>> {
  if (ask.type === 'ask') {
    const shown = await introduceKeyring(context, access);
    if (!shown.ok) return { ok: false, error: toProblem(shown.error) };
  }
  const before = await readFromGuest(link, said);
  if (before.some((other) => guestOf(other) === guestOf(ask))) return ok(undefined);
  return await say({ ...talk, access: async () => ok(access) }, await sealToHost(link, ask, context.ports.random.bytes));
}

const toProblem = (error: { readonly type: string }): ServerProblem =>
  error.type === 'Refused' ? (error as ServerProblem) : { type: 'Unreachable' };

/** What the server refuses is over; anything else is tried again by listening on. */
const toEnd = (problem: ServerProblem): JoinState | undefined =>
  problem.type === 'Refused' ? (problem.code === 'InvitationOver' ? { type: 'used' } : refusedState(problem.code)) : undefined;

/** A link that the server does not know any more was thrown away after its time. */
const refusedState = (code: Refusal): JoinState =>
  code === 'InvitationOver' || code === 'NoSession' || code === 'NotFound'
    ? { type: 'expired' }
    : { type: 'failed', error: { type: 'Refused', code } };

const guestOf = (ask: Ask): string => (ask.type === 'ask' ? ask.keyring : ask.device);

function toAsk({ settings, member, keyringBegin, keys }: Session, use: InvitationLink['use']): Ask {
  if (use === 'device') return { type: 'askDevice', device: keys.id, agreement: keys.agreement.publicKey };
  const { name, organisation, discipline } = settings;
  return { type: 'ask', member, keyring: keyringBegin, name, organisation, discipline };
}

async function waitingFor({ use, id, inviter }: InvitationLink, { name, organisation, how, subject }: Offer, ask: Ask): Promise<JoinState> {
  const digits = how === 'atDistance' ? await compareDigits({ id, inviter, guest: guestOf(ask), subject }) : null;
  return { type: 'waiting', use, inviter: { name, organisation }, digits };
}

/** The server knows this person by now: they can wait for longer than the link lasts. */
async function wayToTalk(context: DeviceContext, link: Access): Promise<Result<Access, ServerProblem>> {
  const own = await wayIn(context);
  return own.ok ? own : ok(link);
}

async function enter(
  context: DeviceContext,
  session: Session,
  link: InvitationLink,
  access: Access,
  { caseId, owner }: Accepted,
): Promise<JoinState> {
  if (link.use === 'device') {
    const adopted = owner && (await adoptMember(context, session, { ...owner, inviter: link.inviter }, access));
    return adopted ? { type: 'in', use: 'device', caseId: null } : { type: 'failed', error: { type: 'ServerDiffers' } };
  }
  const connected = await connectToServer(context);
  if (!connected.ok) return { type: 'failed', error: { type: 'Offline' } };
  context.exchanging?.retry(null);
  return { type: 'in', use: link.use, caseId };
}
