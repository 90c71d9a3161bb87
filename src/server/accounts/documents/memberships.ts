import type { Roster } from '../../../core/circle/roster.ts';
import type { RosterEntry, RosterRole } from '../../../core/circle/rosterEntry.ts';
import type { DocumentId, MemberId } from '../../../core/shared/ids.ts';
import type { Tx } from '../../store/port.ts';

/** Who is in a circle or was, as the roster says. An end date changes nothing here: only a `remove` ends a membership. */
export interface Membership {
  readonly role: RosterRole;
  /** null: in now. */
  readonly leftAt: number | null;
  /** The roster entry that took them out. */
  readonly until: number | null;
}

export function membershipOf(tx: Tx, doc: DocumentId, member: MemberId): Membership | undefined {
  const row = tx.get<{ role: RosterRole; left_at: number | null; until: number | null }>(
    'SELECT role, left_at, until FROM membership WHERE doc = ? AND member = ?',
    doc,
    member,
  );
  return row && { role: row.role, leftAt: row.left_at, until: row.until };
}

/** The role of somebody who is in now. */
export function presentRole(tx: Tx, doc: DocumentId, member: MemberId): RosterRole | undefined {
  const membership = membershipOf(tx, doc, member);
  return membership?.leftAt === null ? membership.role : undefined;
}

/** Whether they belong to anyone's circle or organisation: who does not, makes nothing here. */
export const isSomewhere = (tx: Tx, member: MemberId): boolean =>
  tx.get('SELECT 1 FROM membership WHERE member = ? AND left_at IS NULL', member) !== undefined;

/** Brings the table to what the roster says after these new entries. */
export function writeMemberships(
  tx: Tx,
  roster: Roster,
  added: readonly RosterEntry[],
  { now, change }: { readonly now: number; readonly change: number },
): void {
  for (const member of new Set(added.flatMap(concerned))) {
    const present = roster.members.get(member);
    const last = roster.rolesFrom.get(member)?.findLast(({ role }) => role !== null);
    if (last === undefined) continue;
    const until = present === undefined ? (roster.rolesFrom.get(member)?.at(-1)?.n ?? null) : null;
    tx.run(
      `INSERT INTO membership (doc, member, role, since, until, left_at, left_change) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (doc, member) DO UPDATE SET role = excluded.role, since = excluded.since, until = excluded.until,
         left_at = excluded.left_at, left_change = excluded.left_change`,
      roster.doc,
      member,
      last.role as RosterRole,
      present?.since ?? last.n,
      until,
      until === null ? null : now,
      until === null ? null : change,
    );
  }
}

function concerned(entry: RosterEntry): readonly MemberId[] {
  if (entry.type === 'genesis') return [entry.by];
  return entry.type === 'add' || entry.type === 'role' || entry.type === 'remove' ? [entry.member] : [];
}
