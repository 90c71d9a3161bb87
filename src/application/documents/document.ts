import type { Roster } from '../../core/circle/roster.ts';
import type { DocumentKind } from '../../core/circle/rosterEntry.ts';
import type { FoldRules } from '../../core/document/fold.ts';
import type { OpenedEnvelope, Operation } from '../../core/document/operation.ts';
import type { DocumentState } from '../../core/document/state.ts';
import type { CaseId, DeviceId, DocumentId, MemberId } from '../../core/shared/ids.ts';
import type { DocumentKey } from '../../crypto/keys.ts';
import type { Keyring, KeyringHash } from '../../crypto/verification/keyring.ts';
import type { SignedRosterEntry } from '../../crypto/verification/rosterEntry.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import type { Store } from '../application.ts';
import type { Opening } from '../ports.ts';

/** A document on this device, as far as a list needs to know it. */
export interface IndexedDocument {
  readonly doc: DocumentId;
  readonly kind: DocumentKind;
  readonly caseId: CaseId;
}

/** A keyring and its first entry, which names it in a roster. */
export interface KnownKeyring {
  readonly begin: KeyringHash;
  readonly keyring: Keyring;
}

/** Who is in a document, and whose devices are whose: every entry verified against the keyrings that the roster itself binds. */
export interface Circle {
  readonly roster: Roster;
  readonly entries: readonly SignedRosterEntry[];
  /** Of everyone who is in or was, as far as known here. */
  readonly keyrings: ReadonlyMap<MemberId, KnownKeyring>;
  /** Whose keyring is not here, or is another than the roster names. */
  readonly missing: readonly MemberId[];
  readonly ownerOf: (device: DeviceId) => MemberId | undefined;
}

/** A document in memory: one per document and tab, shared by whoever reads or writes it here. */
export interface OpenDocument extends IndexedDocument {
  /** These follow the circle: asked anew at each use. */
  readonly key: DocumentKey;
  readonly roster: Roster;
  readonly rules: FoldRules;
  readonly circle: Circle;
  /** Everything sealed that this tab knows, also what still waits to be stored. */
  readonly state: () => DocumentState;
  /** Resolves when all of it is in memory. Until then `state` is only a first look, to show; see `lookAtDocument`. */
  readonly whole: () => Promise<void>;
  readonly isWhole: () => boolean;
  /** Envelopes that verify and cannot be read here: no key for them. */
  readonly unread: () => number;
  /** What the screens read: runs behind `state` until the outcome of a save is known. */
  readonly shown: Store<DocumentState>;
  /** Takes in sealed envelopes; those that do not verify are left out. */
  readonly take: (envelopes: readonly Bytes[]) => Promise<readonly OpenedEnvelope[]>;
  /** Takes in what was sealed here a moment ago: whoever wrote it need not verify it. */
  readonly takeSealed: (bytes: Bytes, envelope: OpenedEnvelope) => void;
  /** What can be said of envelopes from elsewhere, before any of it is stored or folded. */
  readonly examine: (envelopes: readonly Bytes[]) => Promise<readonly { readonly bytes: Bytes; readonly opening: Opening }[]>;
  /** Verifies and opens without folding; those that do not verify are left out. */
  readonly openAll: (envelopes: readonly Bytes[]) => Promise<readonly OpenedEnvelope[]>;
  /** The screens may see `state` now. */
  readonly publish: () => void;
  /** Reads what is stored beyond what is known here. */
  readonly catchUp: () => Promise<void>;
  /** Forgets what was known and reads what is stored: the writer changed, or the database was mended. */
  readonly readAgain: () => Promise<void>;
  /** The stored circle, keyrings or keys changed. Folds anew when that reaches back (SPEC rule 5e). */
  readonly readCircleAgain: () => Promise<void>;
  /** The stored envelope that holds exactly these operations and came after `since`; undefined when there is none. */
  readonly findSaved: (since: DocumentState, operations: readonly Operation[]) => Promise<Bytes | undefined>;
  /** One at a time in each queue, because what follows builds on what came before: changes of this tab, seals of the writer. */
  readonly inTurn: <T>(queue: 'change' | 'seal', step: () => Promise<T>) => Promise<T>;
  /** The newest wall time in it, by whichever clock: what a statement of its destruction names. */
  readonly newestWall: () => number;
  /** Folded since the last snapshot was written. */
  readonly sinceSnapshot: () => number;
  readonly snapshotWritten: () => void;
}
