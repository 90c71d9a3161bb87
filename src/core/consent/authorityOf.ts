import type { CaseView } from '../plan/caseView.ts';
import type { EntityId } from '../shared/ids.ts';

export type Holds = 'unknown' | 'yes' | 'no';

/** Authority over this child as it was recorded; not recorded, or recorded in two ways, is unknown. */
export function authorityOf({ authorities }: CaseView, caregiver: EntityId | null, child: EntityId): Holds {
  const known = authorities.find((authority) => authority.caregiver === caregiver && authority.child === child);
  return known === undefined || known.conflicts.holds ? 'unknown' : (known.holds ?? 'unknown');
}
