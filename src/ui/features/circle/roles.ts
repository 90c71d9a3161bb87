import type { RosterRole } from '../../../core/circle/rosterEntry.ts';
import type { Person } from '../../../core/plan/caseView.ts';

/** What somebody can be let in as. An auditor reads the access log only, and comes in by the organisation. */
export const givenRoles = [
  'professional',
  'lead',
  'expert',
  'reader',
  'caregiver',
  'youngPerson',
  'supporter',
] as const satisfies readonly RosterRole[];
export type GivenRole = (typeof givenRoles)[number];

/** What usually fits this person of the plan. */
export function usualRole(part: Person['part']): GivenRole {
  if (part === 'caregiver') return 'caregiver';
  if (part === 'child') return 'youngPerson';
  return part === 'network' ? 'supporter' : 'professional';
}
