import type { CivilDate } from '../shared/civilDate.ts';
import type { Brand, CaseId, DeviceId, DocumentId, EnvelopeHash, MemberId } from '../shared/ids.ts';
import type { EntityId, OperationId } from '../shared/ids.ts';

/** SHA-256 of a signed roster entry, base64url. */
export type RosterHash = Brand<string, 'RosterHash'>;

export const rosterRoles = ['lead', 'professional', 'caregiver', 'youngPerson', 'supporter', 'expert', 'reader', 'auditor'] as const;
export type RosterRole = (typeof rosterRoles)[number];

export const documentKinds = ['plan', 'part', 'voice', 'team', 'safety', 'personal', 'organisation'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The last envelope of one (device, incarnation) that counts; an incarnation that is not named counts as beyond it. */
export interface Head {
  readonly device: DeviceId;
  readonly incarnation: string;
  readonly seq: number;
}

/** One field of one entity. */
export interface Cell {
  readonly entity: EntityId;
  readonly field: string;
}

/** An erased envelope, with what its operations replaced: enough to keep old values away (SPEC 10). */
export interface Erased {
  readonly envelope: EnvelopeHash;
  readonly operations: readonly (Cell & { readonly preds: readonly OperationId[] })[];
}

/**
 * A roster entry after its signature was verified: `by` is the member whose device signed it. Key material (sealed epoch
 * keys, commitments) travels in the signed bytes beside it and is no concern of the fold.
 */
export type RosterEntry = {
  /** From 0, gapless. */
  readonly n: number;
  readonly hash: RosterHash;
  readonly previous: RosterHash | null;
  readonly doc: DocumentId;
  readonly by: MemberId;
  readonly wall: number;
} & RosterChange;

export type RosterChange =
  /** The founder becomes the first lead. */
  | { readonly type: 'genesis'; readonly kind: DocumentKind; readonly caseId: CaseId }
  /** `succeeds`: the same person with new keys, after losing every device. `until`: shown when it nears; only a `remove` ends it. */
  | {
      readonly type: 'add';
      readonly member: MemberId;
      readonly role: RosterRole;
      readonly succeeds: MemberId | null;
      readonly until: CivilDate | null;
    }
  /** `heads` is null only when no right is lowered. */
  | { readonly type: 'role'; readonly member: MemberId; readonly role: RosterRole; readonly heads: readonly Head[] | null }
  | { readonly type: 'invite'; readonly invitation: string; readonly role: RosterRole; readonly expires: number }
  /**
   * A professional stands behind removing this member; `reason` is sealed. What makes a removal known to every lead before it is
   * carried out in all documents, and for a family member the second signature.
   */
  | { readonly type: 'propose'; readonly member: MemberId; readonly reason: string }
  /** `seconded`: the second professional, by an own `propose` before; needed to remove a family member. */
  | {
      readonly type: 'remove';
      readonly member: MemberId;
      readonly heads: readonly Head[];
      readonly reason: string;
      readonly seconded: MemberId | null;
    }
  /** A new epoch key; `revoked` are devices of the signer that count no further than their heads. */
  | { readonly type: 'rotate'; readonly epoch: number; readonly revoked: readonly DeviceId[]; readonly heads: readonly Head[] }
  /**
   * The whole case will be destroyed: stands in the plan's circle before anything is, so that every lead's device goes on with what it
   * leads. `reason` is sealed.
   */
  | { readonly type: 'end'; readonly reason: string }
  /** `cells`: what a person pointed at; the other operations of these envelopes only stood beside it, and were written anew. */
  | { readonly type: 'redact'; readonly erased: readonly Erased[]; readonly cells: readonly Cell[] }
  | { readonly type: 'destroy'; readonly reason: string };
