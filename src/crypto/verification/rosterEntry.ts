import type { RosterEntry, RosterHash } from '../../core/circle/rosterEntry.ts';
import type { DeviceId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { type EntryError, openEntry } from './entry.ts';
import type { KeyringHash } from './keyring.ts';
import { type NewEpoch, type RosterBody, rosterBodyShape, type Welcome } from './rosterBody.ts';

/** Verifying roster entries. Whether an entry may do what it says, core/circle's fold decides. */

/** A verified entry with the keys that came beside it. */
export interface SignedRosterEntry {
  readonly entry: RosterEntry;
  readonly device: DeviceId;
  readonly keyring: KeyringHash | null;
  readonly epoch: NewEpoch | null;
  readonly welcome: Welcome | null;
}

export type RosterEntryError = EntryError | { readonly type: 'WrongDocument' } | { readonly type: 'NotTheirDevice' };

/** Verifies one entry: well formed, of this document, signed by a device of the member it names (`ownerOf`: from the keyrings). */
export async function openRosterEntry(
  bytes: Uint8Array,
  doc: DocumentId,
  ownerOf: (device: DeviceId) => MemberId | undefined,
): Promise<Result<SignedRosterEntry, RosterEntryError>> {
  const opened = await openEntry<RosterHash, RosterBody>(ROSTER_PURPOSE, rosterBodyShape, bytes);
  if (!opened.ok) return opened;
  const { stream, n, previous, device, hash, body } = opened.value;
  if (stream !== doc) return err({ type: 'WrongDocument' });
  if (ownerOf(device) !== body.by) return err({ type: 'NotTheirDevice' });
  const { by, wall, change, keyring, epoch, welcome } = body;
  return ok({ entry: { n, hash, previous, doc, by, wall, ...change }, device, keyring, epoch, welcome });
}

/** Who comes in by this entry, and the keyring that binds them to: before anybody's devices are known. */
export async function readBinding(bytes: Uint8Array): Promise<{ readonly member: MemberId; readonly keyring: KeyringHash } | undefined> {
  const opened = await openEntry<RosterHash, RosterBody>(ROSTER_PURPOSE, rosterBodyShape, bytes);
  if (!opened.ok) return undefined;
  const { by, change, keyring } = opened.value.body;
  if (keyring === null || (change.type !== 'genesis' && change.type !== 'add')) return undefined;
  return { member: change.type === 'genesis' ? by : change.member, keyring };
}

export const ROSTER_PURPOSE = 'knooppunt/roster/v1';
