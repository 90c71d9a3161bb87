import type { Roster } from '../../core/circle/roster.ts';
import type { Session } from '../device/deviceContext.ts';

/** Why nothing is written here any more, as the signed circle and keyring say; null: it may be. */
export type NoWriting = 'LeftCircle' | 'DeviceRevoked';

export function whyNoWriting({ member, keys, keyring }: Session, { members, destroyed }: Roster): NoWriting | null {
  if (keyring.devices.get(keys.id)?.revoked === true) return 'DeviceRevoked';
  return destroyed || !members.has(member) ? 'LeftCircle' : null;
}
