import type { RosterEntry } from '../../../core/circle/rosterEntry.ts';
import type { Roster } from '../../../core/circle/roster.ts';
import type { DeviceId, DocumentId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import type { SignedRosterEntry } from '../../../crypto/verification/rosterEntry.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';
import { admitDevice } from '../keyrings/devices.ts';
import type { Tx } from '../../store/port.ts';
import { headsOf } from './chains.ts';
import { foundDocument, livingDocument, moveRoster } from './documents.ts';
import { destroyStored, redactStored } from './erase.ts';
import { isSomewhere, presentRole, writeMemberships } from './memberships.ts';

/*
 * What may be appended to a roster. Signatures, links and the fold were looked at before, on the roster as it stood; here, inside
 * the transaction, it has to stand so still.
 */

export interface RosterDelivery {
  readonly doc: DocumentId;
  readonly device: DeviceId;
  /** The entry that `roster` was folded behind. */
  readonly basis: { readonly n: number; readonly hash: string };
  readonly added: readonly SignedRosterEntry[];
  /** After the added entries. */
  readonly roster: Roster;
}

export function admitRosterEntries(tx: Tx, { doc, device, basis, added, roster }: RosterDelivery, now: number): Result<void, Refusal> {
  const document = livingDocument(tx, doc);
  if (!document.ok) return document;
  const known = admitDevice(tx, device);
  if (!known.ok) return known;
  if (presentRole(tx, doc, known.value.member) === undefined) return err('NotAMember');
  if (document.value.n !== basis.n || document.value.hash !== basis.hash) return err('EntryMoved');
  return admitAdded(tx, roster, added, { now, change: moveRoster(tx, roster) });
}

/** The first entries of a document, and the roster they make. */
type NewDocument = Pick<RosterDelivery, 'added' | 'roster'>;

/** A new document: by whoever belongs somewhere already. An organisation takes a setup link, see `setup/`. */
export function admitGenesis(tx: Tx, device: DeviceId, { added, roster }: NewDocument, now: number): Result<void, Refusal> {
  const known = admitDevice(tx, device);
  if (!known.ok) return known;
  const { member } = known.value;
  if (roster.kind === 'organisation' || added[0]?.entry.by !== member || !isSomewhere(tx, member)) return err('NotAllowed');
  return writeGenesis(tx, { added, roster }, now);
}

export function writeGenesis(tx: Tx, { added, roster }: NewDocument, now: number): Result<void, Refusal> {
  const change = foundDocument(tx, roster, (added[0] as SignedRosterEntry).entry.by);
  return admitAdded(tx, roster, added, { now, change });
}

function admitAdded(
  tx: Tx,
  roster: Roster,
  added: readonly SignedRosterEntry[],
  at: { readonly now: number; readonly change: number },
): Result<void, Refusal> {
  for (const { entry, keyring } of added) {
    // Whoever comes in is bound to the keyring that is known here: no other keys can pass for theirs.
    const comes = entry.type === 'genesis' ? entry.by : entry.type === 'add' ? entry.member : null;
    if (comes !== null && !isBound(tx, comes, keyring)) return err('EntryRefused');
    if (!coversHeads(tx, entry)) return err('HeadsBehind');
    if (entry.type === 'redact') redactStored(tx, roster.doc, entry.erased);
  }
  writeMemberships(
    tx,
    roster,
    added.map(({ entry }) => entry),
    at,
  );
  if (roster.destroyed) destroyStored(tx, roster.doc);
  return ok(undefined);
}

function isBound(tx: Tx, member: MemberId, keyring: string | null): boolean {
  const first = tx.get<{ first: string }>('SELECT first FROM keyring WHERE member = ?', member)?.first;
  return first === undefined || first === keyring;
}

/** Whoever lowers rights may leave out nothing that is stored here (SPEC 5d). */
function coversHeads(tx: Tx, entry: RosterEntry): boolean {
  const lowered = loweredBy(entry);
  if (lowered === null) return true;
  return headsOf(tx, entry.doc).every(
    ({ device, incarnation, seq, member }) =>
      !lowered.concerns(device, member as MemberId) ||
      lowered.heads.some((head) => head.device === device && head.incarnation === incarnation && head.seq >= seq),
  );
}

function loweredBy(entry: RosterEntry) {
  if (entry.type === 'remove' || (entry.type === 'role' && entry.heads !== null)) {
    return { heads: entry.heads ?? [], concerns: (_device: DeviceId, member: MemberId) => member === entry.member };
  }
  if (entry.type !== 'rotate' || entry.revoked.length === 0) return null;
  return { heads: entry.heads, concerns: (device: DeviceId, member: MemberId) => member === entry.by && entry.revoked.includes(device) };
}
