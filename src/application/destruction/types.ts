import type { DestroyReason } from '../../core/circle/destruction.ts';
import type { DocumentKind, RosterHash, RosterRole } from '../../core/circle/rosterEntry.ts';
import type { RetentionGround } from '../../core/shared/retentionGrounds.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { CaseId, DeviceId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { CircleError } from '../circle/types.ts';

/*
 * A case is destroyed on every device, because its time is over or the family asks. What is left is a statement on the device of whoever
 * did it, with no more of the case than the law asks.
 */

export interface WhyDestroyed {
  readonly code: DestroyReason;
  /** '' where the code says it all. */
  readonly words: string;
}

interface Named {
  readonly name: string;
  readonly discipline: string;
  readonly organisation: string;
}

/** Who has the case, and loses it. */
export interface CaseHolder extends Named {
  readonly member: MemberId;
  /** In the plan; null when only in another document. */
  readonly role: RosterRole | null;
  /** Not revoked, without the code on paper; null while their keyring is not here. */
  readonly devices: readonly DeviceId[] | null;
}

export interface CaseDocument {
  readonly doc: DocumentId;
  readonly kind: DocumentKind;
  /** Saves of everybody, as far as they are here. */
  readonly changes: number;
  /** I can destroy it. Otherwise the device of one of `leads` does, as soon as it hears of it. */
  readonly mine: boolean;
  readonly leads: readonly MemberId[];
}

/** What would be lost, to read before it is. */
export interface DestructionView {
  readonly caseId: CaseId;
  /** A lead of the plan. Always, where the case never left this device. */
  readonly mayDestroy: boolean;
  /** Exchanged with others: destroying needs a connection. */
  readonly shared: boolean;
  readonly documents: readonly CaseDocument[];
  readonly holders: readonly CaseHolder[];
  /** The first and the last change. */
  readonly period: { readonly from: number; readonly to: number };
  readonly lastChange: CivilDate;
  /** Own changes that the server does not have. */
  readonly waiting: number;
  readonly lastHeard: { readonly at: number; readonly from: MemberId } | null;
  /** Somebody decided it already, and it is not finished everywhere. */
  readonly isBegun: boolean;
}

export interface DestroyInput {
  /** What the organisation calls this case. */
  readonly reference: string;
  /** About whom it was, as the statement may say it: initials and year of birth. */
  readonly subject: string;
  readonly reason: WhyDestroyed;
  readonly ground: RetentionGround;
  /** Which period, for the organisation's own. */
  readonly groundWords: string;
}

/** Vernietigingsverklaring, as it is kept, sealed, until somebody takes it away. */
export interface Statement extends DestroyInput {
  readonly caseId: CaseId;
  readonly at: number;
  readonly by: Named;
  readonly shared: boolean;
  readonly period: { readonly from: number; readonly to: number };
  /** The earliest day on which the period could be over; null: the organisation's own. */
  readonly keptUntil: CivilDate | null;
  /** `evidence`: the entry that ended it, signed, as every member could read it. Null while it is not known to be destroyed. */
  readonly documents: readonly (CaseDocument & {
    readonly evidence: { readonly hash: RosterHash; readonly at: number } | null;
  })[];
  /** A family member is a role here, without a name. */
  readonly holders: readonly CaseHolder[];
  /** Devices that fetched the news from the server, and when that was asked. */
  readonly heard: { readonly at: number; readonly devices: readonly DeviceId[] } | null;
}

/** `isHere`: the case is still on this device, so it goes on as soon as there is a connection. */
export type KeptStatement = Statement & { readonly isHere: boolean };

type Done<T = void> = Promise<Result<T, CircleError>>;

/** On `Application.destruction`. */
export interface Destruction {
  readonly describe: (caseId: CaseId) => Done<DestructionView>;
  /** Every document, the plan last. What cannot go on now goes on by itself; the statement is there from the beginning. */
  readonly destroy: (caseId: CaseId, input: DestroyInput) => Done;
  /** Newest first. */
  readonly statements: () => Done<readonly KeptStatement[]>;
  /** Asks the server which devices fetched the news. */
  readonly askHeard: (caseId: CaseId) => Done;
  readonly forgetStatement: (caseId: CaseId) => Done;
}
