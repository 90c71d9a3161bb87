import type { DocumentId, EntityId, MemberId, OperationId } from '../../../core/shared/ids.ts';

/** A text that a lead can point at, and what it is called. */
export interface ErasableText {
  readonly entity: EntityId;
  readonly field: string;
  /** A long note: goes whole. */
  readonly isNote: boolean;
  readonly values: readonly OperationId[];
  readonly word: string;
  /** What was written; '' for a long note, which is read when the dialog asks. */
  readonly text: string;
}

/** The document that it stands in, and how that is spoken of. */
export interface ErasingPlace {
  /** null: the plan of the case. */
  readonly doc: DocumentId | null;
  /** A lead of it. */
  readonly mayErase: boolean;
  readonly memberName: (member: MemberId) => string;
  /** What a person calls this cell; null: nothing that a person reads. */
  readonly cellWord: (entity: EntityId, field: string) => string | null;
}
