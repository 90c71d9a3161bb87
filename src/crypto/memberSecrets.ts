import type { DeviceId, MemberId } from '../core/shared/ids.ts';
import type { Bytes } from '../protocol/bytes.ts';
import { type AgreementKeys, type DeviceKeys, importAgreementKeys } from './keys.ts';
import { openSealed } from './sealTo.ts';
import type { Keyring } from './verification/keyring.ts';

/** The member keys this device can open, by generation: those sealed to it, and those handed down from a later one. Keep them sealed. */
export async function openMemberSecrets(keyring: Keyring, device: DeviceKeys): Promise<ReadonlyMap<number, Bytes>> {
  const secrets = new Map<number, Bytes>();
  let later: { readonly keys: AgreementKeys; readonly previous: Bytes | null } | undefined;
  for (const [generation, { publicKey, sealed, previous }] of [...keyring.generations.entries()].reverse()) {
    const mine = sealed.get(device.id);
    const secret = mine
      ? await openSealed(device.agreement, memberContext(keyring.member, generation, device.id), mine)
      : later?.previous && (await openSealed(later.keys, previousContext(keyring.member, generation + 1), later.previous));
    const keys = secret && (await importAgreementKeys(secret));
    later = keys?.publicKey === publicKey ? { keys, previous } : undefined;
    if (secret && later) secrets.set(generation, secret);
  }
  return secrets;
}

/** What a member key is sealed to a device for. */
export const memberContext = (member: MemberId, generation: number, device: DeviceId) => [
  'knooppunt/member-key/v1',
  member,
  generation,
  device,
];

/** What the member key before this generation is sealed to it for. */
export const previousContext = (member: MemberId, generation: number) => ['knooppunt/member-key/previous/v1', member, generation];
