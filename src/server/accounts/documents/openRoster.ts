import { foldRoster } from '../../../core/circle/foldRoster.ts';
import type { Roster } from '../../../core/circle/roster.ts';
import type { RosterEntry } from '../../../core/circle/rosterEntry.ts';
import type { DeviceId, DocumentId, MemberId } from '../../../core/shared/ids.ts';
import { err, ok, type Result } from '../../../core/shared/result.ts';
import { openRosterEntry, type RosterEntryError, type SignedRosterEntry } from '../../../crypto/verification/rosterEntry.ts';
import type { Bytes } from '../../../protocol/bytes.ts';
import type { Refusal } from '../../../protocol/exchange/refusals.ts';

/** A roster as it stands and what a request would make of it. */
export interface OpenedRoster {
  /** null: the document would be new. */
  readonly basis: { readonly n: number; readonly hash: string } | null;
  /** What is not there yet; the same entry again is left out. */
  readonly added: readonly SignedRosterEntry[];
  readonly addedBytes: readonly Bytes[];
  readonly roster: Roster;
}

type OwnerOf = (device: DeviceId) => MemberId | undefined;

/** Rosters that were folded lately: verifying every entry again for each new one would cost more than the new one. */
export type RosterCache = Map<DocumentId, readonly RosterEntry[]>;
const CACHED_ROSTERS = 500;

/** Before the transaction: verifies the new entries and folds the roster behind them. An entry without effect is refused. */
export async function openRoster(
  doc: DocumentId,
  { stored, delivered }: { readonly stored: readonly Bytes[]; readonly delivered: readonly Bytes[] },
  ownerOf: OwnerOf,
  cache: RosterCache,
): Promise<Result<OpenedRoster, Refusal>> {
  const before = await openStored(doc, stored, ownerOf, cache);
  const added: SignedRosterEntry[] = [];
  const addedBytes: Bytes[] = [];
  for (const bytes of delivered) {
    const opened = await openRosterEntry(bytes, doc, ownerOf);
    if (!opened.ok) return err(refusalOf(opened.error));
    const there = before[opened.value.entry.n];
    if (there?.hash === opened.value.entry.hash) continue;
    if (there !== undefined) return err('EntryMoved');
    added.push(opened.value);
    addedBytes.push(bytes);
  }
  const folded = foldRoster([...before, ...added.map(({ entry }) => entry)]);
  if (!folded.ok) return err(before.length === 0 ? 'EntryRefused' : 'EntryMoved');
  const refused = folded.value.refused.find(({ n }) => n >= before.length);
  if (refused !== undefined) return err(refused.because === 'Destroyed' ? 'Destroyed' : 'EntryRefused');
  const last = before.at(-1);
  return ok({ basis: last === undefined ? null : { n: last.n, hash: last.hash }, added, addedBytes, roster: folded.value });
}

async function openStored(
  doc: DocumentId,
  stored: readonly Bytes[],
  ownerOf: OwnerOf,
  cache: RosterCache,
): Promise<readonly RosterEntry[]> {
  const known = cache.get(doc) ?? [];
  // A restored server may hold fewer than were seen; then nothing seen counts.
  const entries = known.length > stored.length ? [] : [...known];
  for (const bytes of stored.slice(entries.length)) {
    const opened = await openRosterEntry(bytes, doc, ownerOf);
    if (!opened.ok) throw new Error('an entry that was admitted does not verify any more');
    entries.push(opened.value.entry);
  }
  cache.delete(doc);
  cache.set(doc, entries);
  const oldest = cache.keys().next().value;
  if (cache.size > CACHED_ROSTERS && oldest !== undefined) cache.delete(oldest);
  return entries;
}

function refusalOf(error: RosterEntryError): Refusal {
  switch (error.type) {
    case 'BadSignature':
      return 'NotASignature';
    case 'NotTheirDevice':
      return 'UnknownDevice';
    case 'Malformed':
    case 'NewerVersion':
    case 'WrongDocument':
      return 'Malformed';
  }
}
