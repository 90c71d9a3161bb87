import { foldRoster } from '../../src/core/circle/foldRoster.ts';
import type { Roster } from '../../src/core/circle/roster.ts';
import type { DocumentKind, RosterChange, RosterEntry, RosterHash } from '../../src/core/circle/rosterEntry.ts';
import type { CaseId, DocumentId, MemberId } from '../../src/core/shared/ids.ts';

/** Entries by members' names, numbered and linked; the first writer founds the circle. */
export function writeRoster(
  kind: DocumentKind,
  founder: string,
  ...changes: readonly (readonly [by: string, change: RosterChange])[]
): readonly RosterEntry[] {
  const genesis: RosterChange = { type: 'genesis', kind, caseId: 'case' as CaseId };
  return ([[founder, genesis], ...changes] as const).map(([by, change], n) => ({
    n,
    hash: `r${n}` as RosterHash,
    previous: n === 0 ? null : (`r${n - 1}` as RosterHash),
    doc: 'doc' as DocumentId,
    by: by as MemberId,
    wall: n,
    ...change,
  }));
}

export function foldSound(...[kind, founder, ...changes]: Parameters<typeof writeRoster>): Roster {
  const folded = foldRoster(writeRoster(kind, founder, ...changes));
  if (!folded.ok) throw new Error(folded.error.type);
  return folded.value;
}

export const add = (member: string, role: Extract<RosterChange, { type: 'add' }>['role']): RosterChange => ({
  type: 'add',
  member: member as MemberId,
  role,
  succeeds: null,
  until: null,
});
