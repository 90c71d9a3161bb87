import type { CaseId } from '../shared/ids.ts';
import type { Roster } from './roster.ts';
import type { DocumentKind } from './rosterEntry.ts';

/*
 * A case is destroyed document by document. That it was decided stands in the plan's circle, or follows from a plan that is destroyed
 * already: any lead's device goes on with what it leads, and nothing is remembered for it.
 */

/** Sealed in what decides it, and on the statement. */
export const destroyReasons = ['retention', 'family', 'moved', 'other'] as const;
export type DestroyReason = (typeof destroyReasons)[number];

/** What may harm most when it lingers goes first; the plan last, because it says what was decided. */
const ORDER: readonly DocumentKind[] = ['safety', 'team', 'part', 'voice', 'personal', 'plan'];

/** What must still be destroyed of these circles of one case, in its order; `ended`: cases whose plan is destroyed. */
export function findUndestroyed(circles: readonly Roster[], ended: ReadonlySet<CaseId>): readonly Roster[] {
  const isDecided = circles.some(
    ({ kind, caseId, ending, destroyed }) => ended.has(caseId) || (kind === 'plan' && (ending !== null || destroyed)),
  );
  if (!isDecided) return [];
  return circles
    .filter(({ kind, destroyed }) => !destroyed && ORDER.includes(kind))
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
