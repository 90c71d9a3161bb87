import type { DeviceId, MemberId } from '../../core/shared/ids.ts';
import { readKeyring } from '../../crypto/verification/keyring.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { Session } from '../device/deviceContext.ts';
import type { Database } from '../ports.ts';
import type { KnownKeyring } from './document.ts';

/** A keyring from its entries, each verified; undefined when there are none or one is wrong. */
export async function knowKeyring(entries: readonly Bytes[]): Promise<KnownKeyring | undefined> {
  const [keyring, begin] = await Promise.all([readKeyring(entries), readKeyring(entries.slice(0, 1))]);
  return keyring.ok && begin.ok ? { begin: begin.value.hash, keyring: keyring.value } : undefined;
}

/** The stored keyring of a member, verified once per session. */
export async function findKeyring(database: Database, session: Session, member: MemberId): Promise<KnownKeyring | undefined> {
  const known = session.keyrings.get(member);
  if (known) return known;
  const keyring = await knowKeyring((await database.list('keyring', `${member}/`)).map(({ bytes }) => bytes));
  if (keyring) session.keyrings.set(member, keyring);
  return keyring;
}

/** Whose device is whose, among keyrings; a device in two of them belongs to whoever came first. */
export function ownersIn(keyrings: Iterable<KnownKeyring>): (device: DeviceId) => MemberId | undefined {
  const owners = new Map<DeviceId, MemberId>();
  for (const { keyring } of keyrings)
    for (const device of keyring.devices.keys()) if (!owners.has(device)) owners.set(device, keyring.member);
  return (device) => owners.get(device);
}
