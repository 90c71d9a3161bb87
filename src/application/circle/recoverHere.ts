import { err, ok, type Result } from '../../core/shared/result.ts';
import { START } from '../../core/sync/syncState.ts';
import { addDevice } from '../../crypto/keyringEntries.ts';
import { type DeviceKeys, freshDeviceSecret, importDeviceKeys, sign } from '../../crypto/keys.ts';
import { openMemberSecrets } from '../../crypto/memberSecrets.ts';
import { type Bytes, concatBytes } from '../../protocol/bytes.ts';
import { entrySeq, keyringPath, sessionMessage } from '../../protocol/exchange/paths.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import type { DeviceContext } from '../device/deviceContext.ts';
import { readPaper } from '../device/recoveryCode.ts';
import { beginVault } from '../device/setUpDevice.ts';
import { knowKeyring } from '../documents/keyrings.ts';
import { loadCaseWork } from '../cases/loadCaseWork.ts';
import { readStream } from '../exchange/line.ts';
import { loadExchange } from '../exchange/loadExchange.ts';
import { startExchange } from '../exchange/startExchange.ts';
import type { Access, ServerPort } from '../ports.ts';
import type { OwnDevices, RecoverError } from './types.ts';
import { toCircleError } from './withLine.ts';

type Made<T> = Promise<Result<T, RecoverError>>;

/**
 * Every device is lost and the code on paper is there. The paper signs like any device: it asks the server in, adds this device to
 * its person's keyring, and from then on this one gets everything by exchanging.
 */
export async function recoverHere(
  context: DeviceContext,
  code: string,
  input: Parameters<OwnDevices['recover']>[1],
): Promise<Result<void, RecoverError>> {
  const { server, random } = context.ports;
  if (context.device.get().type !== 'new') return err({ type: 'DeviceNotEmpty' });
  if (!server) return err({ type: 'NotConnected' });
  const paper = await readPaper(code);
  if (!paper) return err({ type: 'WrongRecoveryCode' });
  getReady(context);
  const entered = await enterAs(server, paper);
  if (!entered.ok) return entered;
  const deviceSecret = freshDeviceSecret(random.bytes);
  const added = await addByPaper(context, server, paper, entered.value, await importDeviceKeys(deviceSecret));
  if (!added.ok) return added;
  const { passphrase, shared = false, ...profile } = input;
  const begun = await beginVault(context, {
    passphrase,
    deviceSecret,
    member: entered.value.member,
    keyring: added.value,
    person: { ...profile, shared, connected: true },
    paper: paper.agreement.publicKey,
  });
  if (!begun.ok) return err(begun.error.type === 'NotSaved' ? begun.error : { type: 'WrongRecoveryCode' });
  await startExchange(context);
  return ok(undefined);
}

/** What the first case takes, while the server answers. The first date a browser works out is the slow one. */
function getReady({ ports }: DeviceContext): void {
  ports.opener?.prepare();
  loadCaseWork().catch(() => undefined);
  loadExchange().catch(() => undefined);
  ports.clock.after(0, () => ports.clock.today());
}

interface Entered {
  readonly access: Access;
  readonly member: MemberId;
}

async function enterAs(server: ServerPort, paper: DeviceKeys): Made<Entered> {
  const asked = await server.challenge();
  if (!asked.ok) return err(toCircleError(asked.error));
  const { challenge } = asked.value;
  const message = concatBytes(new TextEncoder().encode(sessionMessage(challenge, paper.id, 'full')));
  const opened = await server.openSession({ device: paper.id, challenge, scope: 'full', signature: await sign(paper, message) });
  if (opened.ok) return ok({ access: { type: 'session', token: opened.value.token }, member: opened.value.member });
  const isUnknown = opened.error.type === 'Refused' && opened.error.code === 'UnknownDevice';
  return err(isUnknown ? { type: 'CodeUnknownHere' } : toCircleError(opened.error));
}

const TRIES = 8;

/** The keyring with this device in it, as it stands on the server. */
async function addByPaper(
  { ports }: DeviceContext,
  server: ServerPort,
  paper: DeviceKeys,
  { access, member }: Entered,
  keys: DeviceKeys,
): Made<readonly Bytes[]> {
  const path = keyringPath(member);
  for (let tries = 0; tries < TRIES; tries++) {
    const entries: Bytes[] = [];
    const read = await readStream({ server, access }, path, START, async (part) => {
      entries.push(...part);
      return ok(undefined);
    });
    if (!read.ok) return err(toCircleError(read.error));
    const known = await knowKeyring(entries);
    if (!known.ok) return err({ type: known.error.type === 'NewerVersion' ? 'NewerVersion' : 'ServerDiffers' });
    const { keyring } = known.value;
    const memberSecret = (await openMemberSecrets(keyring, paper)).get(keyring.generations.length - 1);
    // Whoever runs the server can send another keyring, but none that holds a key for this paper.
    if (!memberSecret || keyring.member !== member) return err({ type: 'ServerDiffers' });
    if (keyring.devices.has(keys.id)) return ok(entries);
    const device = { id: keys.id, agreement: keys.agreement.publicKey, kind: 'device' } as const;
    const entry = await addDevice(keyring, { device, memberSecret }, paper, ports.random.bytes);
    const sent = await server.append(access, path, entry.bytes, entrySeq(keyring.n + 1));
    if (sent.ok) return ok([...entries, entry.bytes]);
    if (sent.error.type !== 'Refused' || sent.error.code !== 'EntryMoved') return err(toCircleError(sent.error));
  }
  return err({ type: 'CircleMoved' });
}
