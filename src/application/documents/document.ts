import type { Roster } from '../../core/circle/roster.ts';
import type { DocumentKind } from '../../core/circle/rosterEntry.ts';
import type { FoldRules } from '../../core/document/fold.ts';
import type { OpenedEnvelope, Operation } from '../../core/document/operation.ts';
import type { DocumentState } from '../../core/document/state.ts';
import type { CaseId, DocumentId } from '../../core/shared/ids.ts';
import type { DocumentKey } from '../../crypto/keys.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { Store } from '../application.ts';

/** A document on this device, as far as a list needs to know it. */
export interface IndexedDocument {
  readonly doc: DocumentId;
  readonly kind: DocumentKind;
  readonly caseId: CaseId;
}

/** A document in memory: one per document and tab, shared by whoever reads or writes it here. */
export interface OpenDocument extends IndexedDocument {
  readonly key: DocumentKey;
  readonly roster: Roster;
  readonly rules: FoldRules;
  /** Everything sealed that this tab knows, also what still waits to be stored. */
  readonly state: () => DocumentState;
  /** What the screens read: runs behind `state` until the outcome of a save is known. */
  readonly shown: Store<DocumentState>;
  /** Takes in sealed envelopes; those that do not verify are left out. */
  readonly take: (envelopes: readonly Bytes[]) => Promise<readonly OpenedEnvelope[]>;
  /** Takes in what was sealed here a moment ago: whoever wrote it need not verify it. */
  readonly takeSealed: (bytes: Bytes, envelope: OpenedEnvelope) => void;
  /** Verifies and opens without folding; those that do not verify are left out. */
  readonly openAll: (envelopes: readonly Bytes[]) => Promise<readonly OpenedEnvelope[]>;
  /** The screens may see `state` now. */
  readonly publish: () => void;
  /** Reads what is stored beyond what is known here. */
  readonly catchUp: () => Promise<void>;
  /** Forgets what was known and reads what is stored: the writer changed, or the database was mended. */
  readonly readAgain: () => Promise<void>;
  /** The stored envelope that holds exactly these operations and came after `since`; undefined when there is none. */
  readonly findSaved: (since: DocumentState, operations: readonly Operation[]) => Promise<Bytes | undefined>;
  /** One at a time in each queue, because what follows builds on what came before: changes of this tab, seals of the writer. */
  readonly inTurn: <T>(queue: 'change' | 'seal', step: () => Promise<T>) => Promise<T>;
  /** The newest wall time in it, for noticing a wrong device clock. */
  readonly newestWall: () => number;
  /** Folded since the last snapshot was written. */
  readonly sinceSnapshot: () => number;
  readonly snapshotWritten: () => void;
}
