import { foldRoster } from '../../core/circle/foldRoster.ts';
import type { Roster } from '../../core/circle/roster.ts';
import type { DocumentId, MemberId } from '../../core/shared/ids.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { openRosterEntry, readBinding, type SignedRosterEntry } from '../../crypto/verification/rosterEntry.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { Session } from '../device/deviceContext.ts';
import type { Database } from '../ports.ts';
import type { Circle, KnownKeyring } from './document.ts';
import { findKeyring, ownersIn } from './keyrings.ts';
import { rosterKey } from './rosterKey.ts';

export type CircleError =
  /** A gap, a wrong link, a wrong signature, or somebody else's device. */
  | { readonly type: 'CircleBroken'; readonly n: number }
  /** Verifying waits for these keyrings. */
  | { readonly type: 'KeyringsMissing'; readonly members: readonly MemberId[] };

type FindKeyring = (member: MemberId) => Promise<KnownKeyring | undefined>;

/**
 * The circle after these signed entries. `find`: a member's keyring, from storage or from elsewhere. A member is bound to a keyring
 * by the first entry that brings them in and counts; a keyring of another beginning is not theirs.
 */
export async function verifyCircle(doc: DocumentId, signed: readonly Bytes[], find: FindKeyring): Promise<Result<Circle, CircleError>> {
  const keyrings = new Map<MemberId, KnownKeyring>();
  const missing: MemberId[] = [];
  const entries: SignedRosterEntry[] = [];
  let ownerOf: Circle['ownerOf'] = () => undefined;
  let roster: Roster | undefined;
  for (const [n, bytes] of signed.entries()) {
    const binding = await readBinding(bytes);
    const isNew = binding && !keyrings.has(binding.member) && !missing.includes(binding.member);
    const known = isNew ? await find(binding.member) : undefined;
    const keyring = known?.begin === binding?.keyring && known?.keyring.member === binding?.member ? known : undefined;
    // Who founds a document signs with the keyring that the same entry names.
    const owner = n === 0 && keyring ? ownersIn([keyring]) : ownerOf;
    const opened = await openRosterEntry(bytes, doc, owner);
    if (!opened.ok) {
      const mayBeMissing = opened.error.type === 'NotTheirDevice' && (missing.length > 0 || n === 0);
      const members = isNew ? [...missing, binding.member] : missing;
      return err(mayBeMissing ? { type: 'KeyringsMissing', members } : { type: 'CircleBroken', n });
    }
    entries.push(opened.value);
    const folded = foldRoster(entries.map(({ entry }) => entry));
    if (!folded.ok) return err({ type: 'CircleBroken', n });
    roster = folded.value;
    if (!isNew || roster.refused.some((refused) => refused.n === n)) continue;
    if (keyring) keyrings.set(binding.member, keyring);
    else missing.push(binding.member);
    ownerOf = ownersIn(keyrings.values());
  }
  return roster ? ok({ roster, entries, keyrings, missing, ownerOf }) : err({ type: 'CircleBroken', n: 0 });
}

/** The circle as it is stored here; undefined when something of it is missing or does not verify. */
export async function readCircle(database: Database, session: Session, doc: DocumentId): Promise<Circle | undefined> {
  const records = await database.list('roster', rosterKey(doc));
  const circle = await verifyCircle(
    doc,
    records.map(({ bytes }) => bytes),
    (member) => findKeyring(database, session, member),
  );
  return circle.ok ? circle.value : undefined;
}
