import type { MemberId } from '../shared/ids.ts';
import type { Proposal, Roster } from './roster.ts';
import { isFamily } from './rosterChanges.ts';
import type { DocumentKind, RosterRole } from './rosterEntry.ts';

/*
 * Somebody leaves a case in several documents, one after the other. That it was decided stands in the plan's circle, so when the
 * device that began it stops halfway, any lead's device sees what is left and goes on.
 */

export interface Removal {
  readonly member: MemberId;
  /** Who stands behind it; empty when they are out of the plan already and something was left behind. */
  readonly proposals: readonly Proposal[];
  /** Where they still are, in the order in which they leave. */
  readonly open: readonly Roster[];
}

/** What may harm most when it lingers goes first; the plan last, because it says what was decided. */
const ORDER: readonly DocumentKind[] = ['safety', 'team', 'part', 'voice', 'plan'];

/** Removals from a case that are decided and not carried out in all of these circles. */
export function findRemovals(plan: Roster, others: readonly Roster[]): readonly Removal[] {
  return [...plan.rolesFrom.keys()].flatMap((member) => {
    const proposals = plan.proposals.get(member) ?? [];
    const open = [...others, plan].filter((roster) => canLeave(roster, member)).sort((a, b) => placeOf(a) - placeOf(b));
    const isDecided = !plan.members.has(member) || isEnough(plan, member, proposals);
    return isDecided && open.length > 0 ? [{ member, proposals, open }] : [];
  });
}

/** One lead decides about a colleague, two professionals about a family member. */
function isEnough(plan: Roster, member: MemberId, proposals: readonly Proposal[]): boolean {
  const roles = proposals.map(({ by }) => plan.members.get(by)?.role);
  if (!isFamily((plan.members.get(member) as { readonly role: RosterRole }).role)) return roles.includes('lead');
  return roles.includes('lead') && roles.filter(mayStandBehind).length > 1;
}

/** Nobody is taken out of their own preparation: it is theirs. */
const canLeave = ({ kind, members, destroyed }: Roster, member: MemberId): boolean =>
  !destroyed && members.has(member) && ORDER.includes(kind) && !(kind === 'voice' && members.get(member)?.role === 'lead');

const placeOf = ({ kind }: Roster): number => ORDER.indexOf(kind);

const mayStandBehind = (role: RosterRole | undefined): boolean => role === 'lead' || role === 'professional';

/** Who seconds a removal that this lead writes, in one circle; null when there is nobody. */
export const secondFor = (roster: Roster, member: MemberId, writer: MemberId): MemberId | null =>
  (roster.proposals.get(member) ?? []).find(({ by }) => by !== writer && mayStandBehind(roster.members.get(by)?.role))?.by ?? null;
