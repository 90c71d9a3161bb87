import type { CivilDate } from '../shared/civilDate.ts';
import type { CaseId, DeviceId, DocumentId, MemberId } from '../shared/ids.ts';
import type { DocumentKind, Erased, Head, RosterHash, RosterRole } from './rosterEntry.ts';

/** Who is in the circle of one document, and who was when. Immutable; made by `foldRoster`. */
export interface Roster {
  readonly doc: DocumentId;
  readonly kind: DocumentKind;
  readonly caseId: CaseId;
  /** The last entry: what an envelope written now names. */
  readonly n: number;
  readonly hash: RosterHash;
  /** Who is in now. */
  readonly members: ReadonlyMap<MemberId, Membership>;
  /** Every change of a role by entry; null: out from there on. */
  readonly rolesFrom: ReadonlyMap<MemberId, readonly { readonly n: number; readonly role: RosterRole | null }[]>;
  readonly cutOffs: readonly CutOff[];
  readonly epoch: number;
  readonly invitations: ReadonlyMap<string, { readonly role: RosterRole; readonly expires: number }>;
  /** Who stands behind removing whom, since which entry; over when it is carried out. */
  readonly proposals: ReadonlyMap<MemberId, readonly Proposal[]>;
  readonly erased: readonly Erased[];
  /** It was decided that the case is destroyed: by whom, since which entry. */
  readonly ending: Proposal | null;
  readonly destroyed: boolean;
  /** Correctly linked and signed, but not theirs to do: kept and without effect. */
  readonly refused: readonly { readonly n: number; readonly because: RosterRefusal }[];
}

export interface Membership {
  readonly role: RosterRole;
  readonly since: number;
  readonly until: CivilDate | null;
  /** The member this one was, before all devices were lost. */
  readonly succeeds: MemberId | null;
}

/** What a member stands behind, before it is carried out. */
export interface Proposal {
  readonly n: number;
  readonly by: MemberId;
  /** Sealed for the circle. */
  readonly reason: string;
}

/** Beyond these heads an envelope counts only when it names this entry or a later one (SPEC 5). */
export interface CutOff {
  readonly n: number;
  readonly member: MemberId;
  /** null: all devices of the member. */
  readonly devices: readonly DeviceId[] | null;
  readonly heads: readonly Head[];
}

export type RosterRefusal =
  | 'NotALead'
  | 'NotAMember'
  | 'AlreadyAMember'
  | 'RoleMayNotHoldThis'
  | 'HeadsMissing'
  | 'SecondProfessionalMissing'
  | 'ReasonMissing'
  | 'LastLead'
  | 'SecondGenesis'
  | 'Destroyed'
  | 'EpochNotNext';

export type RosterError = { readonly type: 'RosterEmpty' } | { readonly type: 'RosterBroken'; readonly n: number };

/** The role a member had right after entry `n`; null when they were not in. */
export function roleAt(roster: Roster, member: MemberId, n: number): RosterRole | null {
  return roster.rolesFrom.get(member)?.findLast((change) => change.n <= n)?.role ?? null;
}
