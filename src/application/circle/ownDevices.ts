import type { DeviceId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { addDevice, revokeDevice } from '../../crypto/keyringEntries.ts';
import { freshMemberSecret } from '../../crypto/keys.ts';
import { openMemberSecrets } from '../../crypto/memberSecrets.ts';
import type { KeyringDevice } from '../../crypto/verification/keyring.ts';
import { entrySeq, keyringPath } from '../../protocol/exchange/paths.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { DeviceContext, Session } from '../device/deviceContext.ts';
import { knowKeyring } from '../documents/keyrings.ts';
import { exchangeOwnKeyring, fetchKeyring, storedEntries } from '../exchange/keyringExchange.ts';
import type { Line } from '../exchange/line.ts';
import type { Failure } from '../../core/sync/syncState.ts';
import type { Desk } from './desk.ts';
import { retireIn } from './jobs.ts';
import { makeInvitation, noDetails } from './invite.ts';
import type { CircleError, Invitation, InvitationHow } from './types.ts';
import { withLine } from './withLine.ts';

type Done = Promise<Result<void, CircleError>>;

export function showOwnDevices(desk: Desk): void {
  const { session } = desk.context;
  const devices = [...(session?.keyring.devices.values() ?? [])];
  desk.own.set(devices.map(({ id, kind, revoked }) => ({ id, kind, revoked, thisOne: id === session?.keys.id })));
}

/** Another device of this person: gets the member key, and with it every document. */
export const addOwnDevice = (context: DeviceContext, session: Session, device: Pick<KeyringDevice, 'id' | 'agreement' | 'kind'>): Done =>
  changeKeyring(context, session, async (memberSecret) => {
    if (session.keyring.devices.has(device.id)) return null;
    return await addDevice(session.keyring, { device, memberSecret }, session.keys, context.ports.random.bytes);
  });

/**
 * A lost device: a new member key that it does not get, then every document a new key. From the first step on it hears nothing new
 * of the server; what is unfinished of the second is seen from the keyring, and finished by any device of this person.
 */
export async function revokeOwnDevice(desk: Desk, device: DeviceId): Done {
  const { context } = desk;
  const { session } = context;
  if (!session) return err({ type: 'Locked' });
  const known = session.keyring.devices.get(device);
  if (!known || known.kind === 'paper' || device === session.keys.id) return err({ type: 'UnknownDevice' });
  const random = context.ports.random.bytes;
  const revoked = await changeKeyring(context, session, async (memberSecret) => {
    if (session.keyring.devices.get(device)?.revoked !== false) return null;
    return await revokeDevice(session.keyring, { device, memberSecret, newMemberSecret: freshMemberSecret(random) }, session.keys, random);
  });
  if (!revoked.ok) return revoked;
  showOwnDevices(desk);
  return await retireIn(context, session, [...session.documents.keys()]);
}

const TRIES = 8;

/** One more entry in the own keyring, by compare-and-set: another device of this person may be first. */
function changeKeyring(
  context: DeviceContext,
  session: Session,
  decide: (memberSecret: Bytes) => Promise<{ readonly bytes: Bytes } | null>,
): Done {
  return withLine<void>(context, session, async (line) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const written = await appendEntry(line, decide);
      if (written.ok || written.error.type !== 'Refused' || written.error.code !== 'EntryMoved') return written;
    }
    return err({ type: 'CircleMoved' });
  });
}

/** As it is stored: another tab, or making a code on paper, may have added to it. */
async function readOwnKeyring(line: Line): Promise<void> {
  const { session } = line;
  const known = await knowKeyring(await storedEntries(line, session.member));
  if (!known.ok) return;
  session.keyring = known.value.keyring;
  session.keyrings.set(session.member, known.value);
}

async function appendEntry(
  line: Line,
  decide: (memberSecret: Bytes) => Promise<{ readonly bytes: Bytes } | null>,
): Promise<Result<void, Failure>> {
  const { session, server, access } = line;
  const same = await exchangeOwnKeyring(line);
  if (!same.ok) return same;
  await readOwnKeyring(line);
  const { keyring } = session;
  const secret = (await openMemberSecrets(keyring, session.keys)).get(keyring.generations.length - 1);
  if (!secret) return err({ type: 'Differs' });
  const entry = await decide(secret);
  if (!entry) return ok(undefined);
  const sent = await server.append(access, keyringPath(session.member), entry.bytes, entrySeq(keyring.n + 1));
  return sent.ok ? await fetchKeyring(line, session.member) : sent;
}

/** A link for a new, empty device of the same person. */
export async function linkDevice(desk: Desk, how: InvitationHow): Promise<Result<Invitation, CircleError>> {
  const { session } = desk.context;
  if (!session || session.closing) return err({ type: 'Locked' });
  return await makeInvitation(desk, session, { ...noDetails, use: 'device', how });
}
