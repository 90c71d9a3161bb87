import type { RosterEntry } from '../../core/circle/rosterEntry.ts';
import type { MemberId } from '../../core/shared/ids.ts';
import type { ErasedPlace, Erasing } from '../application.ts';
import type { Circle, OpenDocument } from '../documents/document.ts';

/** What leads took away for everyone, in the order in which they did. */
export function erasuresIn({ entries, roster }: Circle): readonly ErasedPlace[] {
  const refused = new Set(roster.refused.map(({ n }) => n));
  return entries.flatMap(({ entry }, n) => {
    if (entry.type !== 'redact' || refused.has(entry.n) || isContinued(entry, entries[n + 1]?.entry)) return [];
    return entry.cells.map(({ entity, field }) => ({ entity, field, by: entry.by, at: entry.wall }));
  });
}

type Redact = Extract<RosterEntry, { readonly type: 'redact' }>;

/** A long note may take several entries: told once. */
const isContinued = ({ by, cells }: Redact, next: RosterEntry | undefined): boolean =>
  next?.type === 'redact' && next.by === by && JSON.stringify(next.cells) === JSON.stringify(cells);

const made = new WeakMap<Circle, Erasing>();

/** The same object as long as the circle is the same. */
export function erasingOf({ circle }: OpenDocument, me: MemberId): Erasing {
  const known = made.get(circle);
  if (known) return known;
  const cells = new Map(erasuresIn(circle).map((place) => [`${place.entity} ${place.field}`, place]));
  const erasing = { mayErase: circle.roster.members.get(me)?.role === 'lead', cells: [...cells.values()] };
  made.set(circle, erasing);
  return erasing;
}

/** Returns the stop. */
export function onErasure(document: OpenDocument, forget: () => void): () => void {
  let known = document.roster.erased.length;
  return document.shown.subscribe(() => {
    const { length } = document.roster.erased;
    if (length === known) return;
    known = length;
    forget();
  });
}
