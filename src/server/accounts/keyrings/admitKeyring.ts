import type { DeviceId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { type Keyring, type KeyringError, type KeyringHash, readKeyring } from '../../../crypto/verification/keyring.ts';
import { type Bytes, isSameBytes } from '../../../protocol/bytes.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import type { Tx } from '../../store/port.ts';
import { admitDevice } from './devices.ts';

/** A keyring as it stands and what a request would make of it. */
export interface OpenedKeyring {
  /** null: the keyring would be new. */
  readonly basis: { readonly n: number; readonly hash: string } | null;
  readonly addedBytes: readonly Bytes[];
  readonly keyring: Keyring;
  /** Of the first entry: rosters bind a member to it. */
  readonly first: KeyringHash;
}

/** Before the transaction: reads the whole keyring anew, with every signature, as every device will. */
export async function openKeyring(
  member: MemberId,
  stored: readonly Bytes[],
  delivered: readonly Bytes[],
): Promise<Result<OpenedKeyring, Refusal>> {
  const addedBytes = delivered.filter((bytes) => !stored.some((there) => isSameBytes(there, bytes)));
  const before = stored.length === 0 ? undefined : await readKeyring(stored);
  if (before?.ok === false) throw new Error('a keyring that was admitted does not verify any more');
  const first = await readKeyring([...stored, ...addedBytes].slice(0, 1));
  if (!first.ok) return err(refusalOf(first.error, false));
  const read = await readKeyring([...stored, ...addedBytes]);
  if (!read.ok) return err(refusalOf(read.error, stored.length > 0));
  if (read.value.member !== member) return err('Malformed');
  const basis = before === undefined ? null : { n: before.value.n, hash: before.value.hash };
  return ok({ basis, addedBytes, keyring: read.value, first: first.value.hash });
}

function refusalOf(error: KeyringError, isThere: boolean): Refusal {
  switch (error.type) {
    case 'BadSignature':
      return 'NotASignature';
    case 'NotAllowed':
      return 'EntryRefused';
    case 'KeyringBroken':
      return isThere ? 'EntryMoved' : 'EntryRefused';
    case 'KeyringEmpty':
    case 'Malformed':
    case 'NewerVersion':
      return 'Malformed';
  }
}

/** Inside the transaction: more entries, by a present device of the same person. */
export function admitKeyringEntries(tx: Tx, device: DeviceId, opened: OpenedKeyring, now: number): Result<void, Refusal> {
  const known = admitDevice(tx, device);
  if (!known.ok) return known;
  if (known.value.member !== opened.keyring.member) return err('NotAllowed');
  const row = tx.get<{ n: number; hash: string }>('SELECT n, hash FROM keyring WHERE member = ?', opened.keyring.member);
  if (row === undefined) return err('NotFound');
  if (row.n !== opened.basis?.n || row.hash !== opened.basis.hash) return err('EntryMoved');
  return writeKeyring(tx, opened, now);
}

/** Brings the tables to what the keyring says. A device belongs to one person: nobody can claim another's as theirs. */
export function writeKeyring(tx: Tx, { keyring, first }: OpenedKeyring, now: number): Result<void, Refusal> {
  const { member, n, hash, devices } = keyring;
  tx.run(
    'INSERT INTO keyring (member, n, hash, first) VALUES (?, ?, ?, ?) ON CONFLICT (member) DO UPDATE SET n = excluded.n, hash = excluded.hash',
    member,
    n,
    hash,
    first,
  );
  for (const { id, kind, revoked } of devices.values()) {
    const owner = tx.get<{ member: string }>('SELECT member FROM device WHERE device = ?', id)?.member;
    if (owner !== undefined && owner !== member) return err('EntryRefused');
    tx.run(
      `INSERT INTO device (device, member, kind, revoked, revoked_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (device) DO UPDATE
       SET revoked = excluded.revoked, revoked_at = ifnull(revoked_at, excluded.revoked_at)`,
      id,
      member,
      kind,
      revoked ? 1 : 0,
      revoked ? now : null,
    );
  }
  return ok(undefined);
}
