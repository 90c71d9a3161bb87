import { foldRoster } from '../../core/circle/foldRoster.ts';
import type { Roster } from '../../core/circle/roster.ts';
import type { DeviceId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import { openRosterEntry } from '../../crypto/verification/rosterEntry.ts';
import type { Database } from '../ports.ts';

export const rosterKey = (doc: DocumentId, n: number): string => `${doc}/${String(n).padStart(6, '0')}`;

/** The circle of a document, every entry verified; undefined when one is missing or does not verify. */
export async function readRoster(
  database: Database,
  doc: DocumentId,
  ownerOf: (device: DeviceId) => MemberId | undefined,
): Promise<Roster | undefined> {
  const records = await database.list('roster', `${doc}/`);
  const opened = await Promise.all(records.map(async ({ bytes }) => await openRosterEntry(bytes, doc, ownerOf)));
  const entries = opened.flatMap((entry) => (entry.ok ? [entry.value.entry] : []));
  const roster = entries.length === records.length ? foldRoster(entries) : undefined;
  return roster?.ok ? roster.value : undefined;
}
