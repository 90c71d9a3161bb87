import type { DeviceId } from '../../core/shared/ids.ts';
import type { Session } from '../device/deviceContext.ts';
import type { Circle } from '../documents/document.ts';

/** Own devices that were revoked and could still read what is written in this document: it needs a new key. */
export function findRevocations(
  { roster, entries }: Circle,
  { member, keyring }: Pick<Session, 'member' | 'keyring'>,
): readonly DeviceId[] {
  const role = roster.members.get(member)?.role;
  if (role === undefined || role === 'auditor' || roster.destroyed) return [];
  const retired = new Set(roster.cutOffs.flatMap((cutOff) => (cutOff.member === member ? (cutOff.devices ?? []) : [])));
  const first = entries.flatMap(({ epoch, welcome }) => [...(epoch?.sealed ?? []), ...(welcome ? [welcome] : [])]);
  const since = first.find((sealed) => sealed.member === member)?.generation ?? 0;
  return [...keyring.devices.values()]
    .filter(({ id, revoked }) => revoked && !retired.has(id) && lastGeneration(keyring, id) >= since)
    .map(({ id }) => id);
}

/** The last member key that was sealed to this device; what came in later it never could read. */
const lastGeneration = ({ generations }: Session['keyring'], device: DeviceId): number =>
  generations.findLastIndex(({ sealed }) => sealed.has(device));
