import type { CivilDate } from '../shared/civilDate.ts';
import type { MemberId } from '../shared/ids.ts';
import { findRemovals } from './removals.ts';
import type { Roster } from './roster.ts';
import { isFamily } from './rosterChanges.ts';
import type { RosterRole } from './rosterEntry.ts';

/** What the plan's circle alone says that somebody must do something about; the list of cases shows it without opening a case. */
export interface CircleStop {
  readonly type: 'EndPast' | 'RemovalWaits' | 'Leaving' | 'Ending' | 'NoContinuity' | 'OneLead';
  /** Who it is about, by the keys that the plan names. */
  readonly member: MemberId | null;
  /** The day that is past. */
  readonly on: CivilDate | null;
}

/** Fewer than two professionals: when one leaves, nobody can go on. One lead: nobody else can change the circle. */
export function findAlone({ members }: Roster): readonly (CircleStop & { readonly type: 'NoContinuity' | 'OneLead' })[] {
  const withRole = (...roles: readonly RosterRole[]) =>
    [...members].filter(([, { role }]) => roles.includes(role)).map(([member]) => member);
  const leads = withRole('lead');
  return [
    ...(withRole('lead', 'professional').length < 2 ? [{ type: 'NoContinuity', member: null, on: null } as const] : []),
    ...(leads.length === 1 ? [{ type: 'OneLead', member: leads[0]!, on: null } as const] : []),
  ];
}

/** The gravest first. What was proposed about a family member is for professionals: they hear it from a person, not from a list. */
export function findStops(plan: Roster, me: MemberId, today: CivilDate): readonly CircleStop[] {
  const mine = plan.members.get(me)?.role;
  if (plan.destroyed || mine === undefined) return [];
  if (plan.ending) return [{ type: 'Ending', member: plan.ending.by, on: null }];
  const isProfessional = mine === 'lead' || mine === 'professional';
  const members = [...plan.members];
  const nameable = (member: MemberId) => members.find(([, { succeeds }]) => succeeds === member)?.[0] ?? member;
  const leaving = findRemovals(plan, []).map(({ member }) => member);
  const past = members.flatMap(([member, { until }]) =>
    until !== null && until < today ? [{ type: 'EndPast', member: nameable(member), on: until } as const] : [],
  );
  const waiting = members.filter(([member, { role }]) => isFamily(role) && plan.proposals.has(member) && !leaving.includes(member));
  return [
    ...past,
    ...(isProfessional ? waiting.map(([member]) => ({ type: 'RemovalWaits', member: nameable(member), on: null }) as const) : []),
    ...(isProfessional ? leaving.map((member) => ({ type: 'Leaving', member: nameable(member), on: null }) as const) : []),
    ...findAlone(plan),
  ];
}
