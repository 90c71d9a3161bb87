import type { MemberId } from '../shared/ids.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { mayHold } from './permissions.ts';
import type { CutOff, Roster, RosterRefusal } from './roster.ts';
import type { DocumentKind, RosterChange, RosterEntry, RosterRole } from './rosterEntry.ts';

type Changed = Result<Partial<Roster>, RosterRefusal>;
type Place = Pick<RosterEntry, 'n' | 'by'>;
type Of<T extends RosterChange['type']> = Extract<RosterChange, { readonly type: T }>;

/**
 * What one entry changes: who may, and what it does. Changing the circle is a lead's; a member may retire devices of their own, and a
 * professional may stand behind a removal.
 */
export function applyChange(roster: Roster, change: RosterChange, { n, by }: Place): Changed {
  if (roster.destroyed) return err('Destroyed');
  const role = roster.members.get(by)?.role;
  if (role === undefined) return err('NotAMember');
  const mayAlso = change.type === 'rotate' || (change.type === 'propose' && role === 'professional');
  if (role !== 'lead' && !mayAlso) return err('NotALead');
  switch (change.type) {
    case 'add':
      return addMember(roster, change, n);
    case 'role':
      return changeRole(roster, change, n);
    case 'propose':
      return propose(roster, change, { n, by });
    case 'remove':
      return removeMember(roster, change, { n, by });
    case 'rotate':
      return rotate(roster, change, { n, by });
    case 'invite':
      if (!mayJoin(roster.kind, change.role)) return err('RoleMayNotHoldThis');
      return ok({ invitations: new Map(roster.invitations).set(change.invitation, { role: change.role, expires: change.expires }) });
    case 'redact':
      return ok({ erased: [...roster.erased, ...change.erased] });
    case 'end':
      return endCase(roster, change, { n, by });
    case 'destroy':
      return ok({ destroyed: true });
    case 'genesis':
      return err('SecondGenesis');
  }
}

function addMember(roster: Roster, { member, role, succeeds, until }: Of<'add'>, n: number): Changed {
  if (roster.members.has(member)) return err('AlreadyAMember');
  if (succeeds !== null && !roster.rolesFrom.has(succeeds)) return err('NotAMember');
  if (!mayJoin(roster.kind, role)) return err('RoleMayNotHoldThis');
  return ok({ members: new Map(roster.members).set(member, { role, since: n, until, succeeds }), ...roleFrom(roster, member, n, role) });
}

function changeRole(roster: Roster, { member, role, heads }: Of<'role'>, n: number): Changed {
  const current = roster.members.get(member);
  if (current === undefined) return err('NotAMember');
  if (!mayJoin(roster.kind, role)) return err('RoleMayNotHoldThis');
  if (heads === null && isLowering(current.role, role)) return err('HeadsMissing');
  if (current.role === 'lead' && role !== 'lead' && countLeads(roster) === 1) return err('LastLead');
  return ok({
    members: new Map(roster.members).set(member, { ...current, role, since: n }),
    ...roleFrom(roster, member, n, role),
    ...(heads === null ? {} : cutOff(roster, { n, member, devices: null, heads })),
  });
}

function propose(roster: Roster, { member, reason }: Of<'propose'>, { n, by }: Place): Changed {
  if (!roster.members.has(member)) return err('NotAMember');
  if (reason.trim() === '') return err('ReasonMissing');
  const others = proposalsOf(roster, member).filter((proposal) => proposal.by !== by);
  return ok({ proposals: new Map(roster.proposals).set(member, [...others, { n, by, reason }]) });
}

/** The first word stands: what is being destroyed is not decided anew. */
function endCase(roster: Roster, { reason }: Of<'end'>, { n, by }: Place): Changed {
  if (reason.trim() === '') return err('ReasonMissing');
  return ok({ ending: roster.ending ?? { n, by, reason } });
}

/** A family member goes only by two professionals and for a reason that is written down. */
function removeMember(roster: Roster, { member, heads, reason, seconded }: Of<'remove'>, { n, by }: Place): Changed {
  const current = roster.members.get(member);
  if (current === undefined) return err('NotAMember');
  if (current.role === 'lead' && countLeads(roster) === 1) return err('LastLead');
  if (isFamily(current.role)) {
    if (reason.trim() === '') return err('ReasonMissing');
    const said = seconded !== by && proposalsOf(roster, member).some((proposal) => proposal.by === seconded);
    const second = said ? roster.members.get(seconded as MemberId)?.role : undefined;
    if (second !== 'lead' && second !== 'professional') return err('SecondProfessionalMissing');
  }
  const members = new Map(roster.members);
  members.delete(member);
  const proposals = new Map(roster.proposals);
  proposals.delete(member);
  return ok({
    members,
    proposals,
    epoch: roster.epoch + 1,
    ...roleFrom(roster, member, n, null),
    ...cutOff(roster, { n, member, devices: null, heads }),
  });
}

function rotate(roster: Roster, { epoch, revoked, heads }: Of<'rotate'>, { n, by }: Place): Changed {
  if (epoch !== roster.epoch + 1) return err('EpochNotNext');
  return ok({ epoch, ...(revoked.length === 0 ? {} : cutOff(roster, { n, member: by, devices: revoked, heads })) });
}

const proposalsOf = (roster: Roster, member: MemberId) => roster.proposals.get(member) ?? [];

/** An auditor may be in every circle, because they are given no content; everyone else only where they may read. */
const mayJoin = (kind: DocumentKind, role: RosterRole): boolean => role === 'auditor' || mayHold(kind, role);

/** Everything but becoming a lead, or a writer after only reading, may take something away. */
export const isLowering = (from: RosterRole, to: RosterRole): boolean =>
  from !== to && to !== 'lead' && from !== 'reader' && from !== 'auditor';

export const isFamily = (role: RosterRole): boolean => role === 'caregiver' || role === 'youngPerson' || role === 'supporter';

const countLeads = (roster: Roster): number => [...roster.members.values()].filter(({ role }) => role === 'lead').length;

const roleFrom = (roster: Roster, member: MemberId, n: number, role: RosterRole | null): Pick<Roster, 'rolesFrom'> => ({
  rolesFrom: new Map(roster.rolesFrom).set(member, [...(roster.rolesFrom.get(member) ?? []), { n, role }]),
});

const cutOff = (roster: Roster, added: CutOff): Pick<Roster, 'cutOffs'> => ({ cutOffs: [...roster.cutOffs, added] });
