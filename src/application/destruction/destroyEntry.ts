import type { RosterEntry } from '../../core/circle/rosterEntry.ts';
import type { Circle } from '../documents/document.ts';

type DestroyEntry = Extract<RosterEntry, { readonly type: 'destroy' }>;

/** The entry that ended a document: the first that was theirs to write. */
export function destroyEntry({ roster, entries }: Pick<Circle, 'roster' | 'entries'>): DestroyEntry | undefined {
  const refused = new Set(roster.refused.map(({ n }) => n));
  return entries.map(({ entry }) => entry).find((entry): entry is DestroyEntry => entry.type === 'destroy' && !refused.has(entry.n));
}
