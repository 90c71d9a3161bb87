import type { DeviceId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { Tx } from '../../store/port.ts';

/** A device that may use the server now, and whose it is. */
export interface KnownDevice {
  readonly device: DeviceId;
  readonly member: MemberId;
}

/** Looked up with every request and again inside every append: revoking and blocking work at once. */
export function admitDevice(tx: Tx, device: DeviceId): Result<KnownDevice, NotAdmitted> {
  const known = admitLeaving(tx, device);
  return known.ok && known.value.revokedAt !== null ? err('DeviceRevoked') : known;
}

type NotAdmitted = 'UnknownDevice' | 'DeviceRevoked' | 'DeviceBlocked';

/** Also a device that its own person revoked: it may hand over what it still holds, see that it was revoked, and nothing else. */
export function admitLeaving(tx: Tx, device: DeviceId): Result<KnownDevice & { readonly revokedAt: number | null }, NotAdmitted> {
  const row = tx.get<{ member: MemberId; revoked: number; revoked_at: number | null; blocked: number }>(
    'SELECT member, revoked, revoked_at, EXISTS (SELECT 1 FROM block WHERE block.device = device.device) AS blocked FROM device WHERE device = ?',
    device,
  );
  if (row === undefined) return err('UnknownDevice');
  if (row.blocked === 1) return err(row.revoked === 1 ? 'DeviceRevoked' : 'DeviceBlocked');
  return ok({ device, member: row.member, revokedAt: row.revoked === 1 ? (row.revoked_at ?? 0) : null });
}

/** Whose device it is or was; signatures of a revoked device stay what they were. */
export const ownerOf = (tx: Tx, device: DeviceId): MemberId | undefined =>
  tx.get<{ member: MemberId }>('SELECT member FROM device WHERE device = ?', device)?.member;

/** Only the day: when somebody works is no concern of an administrator. */
export const noteSeen = (tx: Tx, device: DeviceId, now: number): void =>
  tx.run('UPDATE device SET last_seen = ? WHERE device = ?', new Date(now).toISOString().slice(0, 10), device);
