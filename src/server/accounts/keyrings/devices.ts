import type { DeviceId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { Tx } from '../../store/port.ts';

/** A device that may use the server now, and whose it is. */
export interface KnownDevice {
  readonly device: DeviceId;
  readonly member: MemberId;
}

/** Looked up with every request and again inside every append: revoking and blocking work at once. */
export function admitDevice(tx: Tx, device: DeviceId): Result<KnownDevice, 'UnknownDevice' | 'DeviceRevoked' | 'DeviceBlocked'> {
  const row = tx.get<{ member: MemberId; revoked: number }>('SELECT member, revoked FROM device WHERE device = ?', device);
  if (row === undefined) return err('UnknownDevice');
  if (row.revoked === 1) return err('DeviceRevoked');
  if (tx.get('SELECT 1 FROM block WHERE device = ?', device) !== undefined) return err('DeviceBlocked');
  return ok({ device, member: row.member });
}

/** Whose device it is or was; signatures of a revoked device stay what they were. */
export const ownerOf = (tx: Tx, device: DeviceId): MemberId | undefined =>
  tx.get<{ member: MemberId }>('SELECT member FROM device WHERE device = ?', device)?.member;

/** Only the day: when somebody works is no concern of an administrator. */
export const noteSeen = (tx: Tx, device: DeviceId, now: number): void =>
  tx.run('UPDATE device SET last_seen = ? WHERE device = ?', new Date(now).toISOString().slice(0, 10), device);
