import { timingSafeEqual } from 'node:crypto';
import type { DeviceId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { base64urlToBytes } from '../../../protocol/bytes.ts';
import type { Credential } from '../../../protocol/exchange/credentials.ts';
import { messagesPath } from '../../../protocol/exchange/paths.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import { idToBytes } from '../../../protocol/wireShapes.ts';
import { isSomewhere } from '../documents/memberships.ts';
import { admitDevice } from '../keyrings/devices.ts';
import { hashNow } from '../session/seal.ts';
import type { Tx } from '../../store/port.ts';

interface InvitationRow {
  readonly id: string;
  readonly access: Uint8Array;
  readonly member: MemberId;
  readonly expires: number;
  readonly ended: 0 | 1;
  readonly guest: MemberId | null;
}

const invitationOf = (tx: Tx, id: string) => tx.get<InvitationRow>('SELECT * FROM invitation WHERE id = ?', id);

/** A link that lets one keyring in. */
export interface KeyringLink {
  readonly usedBy: MemberId | null;
  readonly use: (member: MemberId) => void;
}

/** The guest, who shows the secret of the link. A wrong secret is told nothing about the invitation. */
export function openInvitation(
  tx: Tx,
  { id, secret }: Extract<Credential, { type: 'invitation' }>,
  now: number,
): Result<KeyringLink, 'NoSession' | 'InvitationOver'> {
  const row = invitationOf(tx, id);
  const bytes = base64urlToBytes(secret);
  if (row === undefined || bytes === undefined || !timingSafeEqual(hashNow(bytes), row.access)) return err('NoSession');
  if (row.ended === 1 || row.expires < now) return err('InvitationOver');
  return ok({ usedBy: row.guest, use: (member) => tx.run('UPDATE invitation SET guest = ? WHERE id = ?', member, id) });
}

/** Made by whoever belongs somewhere; the same again is fine. */
export function makeInvitation(
  tx: Tx,
  device: DeviceId,
  { id, access, seconds }: { readonly id: string; readonly access: string; readonly seconds: number },
  now: number,
): Result<'new' | 'there', Refusal> {
  const known = admitDevice(tx, device);
  if (!known.ok) return known;
  const { member } = known.value;
  if (!isSomewhere(tx, member)) return err('NotAllowed');
  forgetOld(tx, now);
  const there = invitationOf(tx, id);
  const hash = idToBytes(access);
  if (there !== undefined) return there.member === member && timingSafeEqual(there.access, hash) ? ok('there') : err('AlreadyThere');
  tx.run('INSERT INTO invitation (id, access, member, expires, ended) VALUES (?, ?, ?, ?, 0)', id, hash, member, now + seconds * 1000);
  return ok('new');
}

/** Long after it was over nobody needs it any more; what was said goes with it. */
function forgetOld(tx: Tx, now: number): void {
  for (const { id } of tx.all<{ id: string }>('SELECT id FROM invitation WHERE expires < ? LIMIT 20', now - FORGET_MS)) {
    const stream = tx.find(messagesPath(id));
    if (stream !== undefined) tx.remove(stream);
    tx.run('DELETE FROM invitation WHERE id = ?', id);
  }
}

const FORGET_MS = 14 * 24 * 60 * 60 * 1000;

export function endInvitation(tx: Tx, device: DeviceId, id: string): Result<void, Refusal> {
  const known = admitDevice(tx, device);
  if (!known.ok) return known;
  const there = invitationOf(tx, id);
  if (there === undefined || there.member !== known.value.member) return err('NotFound');
  tx.run('UPDATE invitation SET ended = 1 WHERE id = ?', id);
  return ok(undefined);
}

/** Devices of either side go on talking when the link itself is too old: whoever accepts may do so later. Not when it was ended. */
export function admitToMessages(tx: Tx, device: DeviceId, id: string): Result<void, Refusal> {
  const known = admitDevice(tx, device);
  if (!known.ok) return known;
  const row = invitationOf(tx, id);
  const { member } = known.value;
  if (row === undefined || (row.member !== member && row.guest !== member)) return err('NotFound');
  return row.ended === 1 ? err('InvitationOver') : ok(undefined);
}
