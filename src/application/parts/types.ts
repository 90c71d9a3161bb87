import type { DocumentKind, RosterRole } from '../../core/circle/rosterEntry.ts';
import type { PartContent } from '../../core/part/viewPart.ts';
import type { CaseId, DocumentId, MemberId } from '../../core/shared/ids.ts';

/* The documents of a case beside its plan. Each is read by the members of its own circle, and by nobody else. */

export type PartKind = Exclude<DocumentKind, 'plan' | 'organisation'>;

export interface PartReader {
  readonly member: MemberId;
  readonly role: RosterRole;
  readonly me: boolean;
}

export interface PartView extends PartContent {
  readonly caseId: CaseId;
  readonly doc: DocumentId;
  readonly kind: PartKind;
  /** Everyone who can read it now. */
  readonly readers: readonly PartReader[];
  readonly me: MemberId;
  /** null: not in it (any more). */
  readonly myRole: RosterRole | null;
  /** What it is for. */
  readonly mayDescribe: boolean;
  /** Own entries. */
  readonly mayWrite: boolean;
  /** Made by this member. */
  readonly isFounder: boolean;
  /** A lead of this part: lets people in, and may take away another's entry. */
  readonly mayLead: boolean;
}

/** A family member's own drafts, before they share them. Of one that is not made yet everything is empty. */
export interface VoiceView extends PartContent {
  readonly doc: DocumentId | null;
  /** Everyone who can read it, besides this member. */
  readonly others: readonly PartReader[];
}

/** For lists: what of a case is on this device. */
export interface PartSummary {
  readonly doc: DocumentId;
  readonly kind: PartKind;
  readonly title: string;
  readonly readers: readonly PartReader[];
}
