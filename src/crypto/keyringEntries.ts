import type { DeviceId, MemberId } from '../core/shared/ids.ts';
import type { Bytes } from '../protocol/bytes.ts';
import type { RandomBytes } from './ids.ts';
import { type DeviceKeys, importAgreementKeys } from './keys.ts';
import {
  type Keyring,
  type KeyringBody,
  type KeyringDevice,
  type KeyringHash,
  KEYRING_PURPOSE,
  type SealedFor,
} from './verification/keyring.ts';
import { memberContext, previousContext } from './memberSecrets.ts';
import { sealTo } from './sealTo.ts';
import { signEntry } from './signEntry.ts';

/* Writing a keyring; `keyring.ts` reads it and decides what counts. */

export interface NewKeyringEntry {
  readonly hash: KeyringHash;
  readonly bytes: Bytes;
}

/** Begins a person's keyring with their first device. */
export async function createKeyring(
  member: MemberId,
  device: DeviceKeys,
  memberSecret: Bytes,
  random: RandomBytes,
): Promise<NewKeyringEntry> {
  const memberKey = await importAgreementKeys(memberSecret);
  const sealed = await sealMemberKey(member, 0, memberSecret, [describe(device, 'device')], random);
  const body: KeyringBody = { type: 'begin', agreement: device.agreement.publicKey, memberKey: memberKey.publicKey, sealed };
  return signEntry<KeyringHash>(KEYRING_PURPOSE, { stream: member, n: 0, previous: null }, body, device);
}

/** Adds a device, or the paper device of a recovery code. */
export async function addDevice(
  keyring: Keyring,
  added: { readonly device: Pick<KeyringDevice, 'id' | 'agreement' | 'kind'>; readonly memberSecret: Bytes },
  signer: DeviceKeys,
  random: RandomBytes,
): Promise<NewKeyringEntry> {
  const { device, memberSecret } = added;
  const [sealed] = await sealMemberKey(keyring.member, keyring.generations.length - 1, memberSecret, [device], random);
  return signNext(keyring, { type: 'add', ...device, sealed: (sealed as SealedFor).secret }, signer);
}

/** Revokes a device: the remaining ones get a new member key that it never sees. */
export async function revokeDevice(
  keyring: Keyring,
  revoked: { readonly device: DeviceId; readonly memberSecret: Bytes; readonly newMemberSecret: Bytes },
  signer: DeviceKeys,
  random: RandomBytes,
): Promise<NewKeyringEntry> {
  const { device, memberSecret, newMemberSecret } = revoked;
  const generation = keyring.generations.length;
  const remaining = [...keyring.devices.values()].filter((other) => !other.revoked && other.id !== device);
  const memberKey = (await importAgreementKeys(newMemberSecret)).publicKey;
  const sealed = await sealMemberKey(keyring.member, generation, newMemberSecret, remaining, random);
  const previous = await sealTo(memberKey, previousContext(keyring.member, generation), memberSecret, random);
  return signNext(keyring, { type: 'revoke', device, memberKey, sealed, previous }, signer);
}

const describe = (device: DeviceKeys, kind: KeyringDevice['kind']) => ({ id: device.id, agreement: device.agreement.publicKey, kind });

const sealMemberKey = (
  member: MemberId,
  generation: number,
  secret: Bytes,
  devices: readonly Pick<KeyringDevice, 'id' | 'agreement'>[],
  random: RandomBytes,
): Promise<SealedFor[]> =>
  Promise.all(
    devices.map(async ({ id, agreement }) => ({
      device: id,
      secret: await sealTo(agreement, memberContext(member, generation, id), secret, random),
    })),
  );

const signNext = (keyring: Keyring, body: KeyringBody, signer: DeviceKeys): Promise<NewKeyringEntry> =>
  signEntry<KeyringHash>(KEYRING_PURPOSE, { stream: keyring.member, n: keyring.n + 1, previous: keyring.hash }, body, signer);
