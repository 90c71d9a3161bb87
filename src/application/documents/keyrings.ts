import type { DeviceId, MemberId } from '../../core/shared/ids.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { type KeyringError, readKeyring } from '../../crypto/verification/keyring.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { Session } from '../device/deviceContext.ts';
import type { Database } from '../ports.ts';
import type { KnownKeyring } from './document.ts';

/** A keyring from its entries, each verified; or what is wrong with the first that is not right. */
export async function knowKeyring(entries: readonly Bytes[]): Promise<Result<KnownKeyring, KeyringError>> {
  const [keyring, begin] = await Promise.all([readKeyring(entries), readKeyring(entries.slice(0, 1))]);
  if (!keyring.ok) return keyring;
  return begin.ok ? ok({ begin: begin.value.hash, keyring: keyring.value }) : begin;
}

/** The stored keyring of a member, verified once per session. */
export async function findKeyring(database: Database, session: Session, member: MemberId): Promise<KnownKeyring | undefined> {
  const known = session.keyrings.get(member);
  if (known) return known;
  const keyring = await knowKeyring((await database.list('keyring', `${member}/`)).map(({ bytes }) => bytes));
  if (!keyring.ok) return undefined;
  session.keyrings.set(member, keyring.value);
  return keyring.value;
}

/** Whose device is whose, among keyrings; a device in two of them belongs to whoever came first. */
export function ownersIn(keyrings: Iterable<KnownKeyring>): (device: DeviceId) => MemberId | undefined {
  const owners = new Map<DeviceId, MemberId>();
  for (const { keyring } of keyrings)
    for (const device of keyring.devices.keys()) if (!owners.has(device)) owners.set(device, keyring.member);
  return (device) => owners.get(device);
}
