import type { DocumentId } from '../shared/ids.ts';
import type { Refusal } from '../../protocol/exchange/refusals.ts';

/** What can be done for one document; one at a time for each. */
export type Work =
  /** Own edits sealed again in a new incarnation, because their places are taken. */
  | 'reseal'
  /** Everything there and everything here beside each other: what either lacks goes over. Also makes a document on the server. */
  | 'compare'
  | 'deliver'
  /** What is new there: circle first, then log. */
  | 'collect'
  /** Not in the circle any more, or ended: what waits is offered, then it may go. */
  | 'leave';

/** How the work ended, when it did not end well. */
export type Failure =
  | { readonly type: 'Unreachable' }
  | { readonly type: 'TooBusy'; readonly seconds: number }
  | { readonly type: 'Refused'; readonly code: Refusal }
  /** This device could not store it. */
  | { readonly type: 'NotStored'; readonly problem: 'diskFull' | 'storageLost' }
  /** Read whole, and not what was agreed or told before. */
  | { readonly type: 'Differs' }
  /** Made by a newer version of the app: this one cannot read it. It stays on the server. */
  | { readonly type: 'NewerVersion' };

/** What a person is told of a document that is not exchanged. */
export type Trouble =
  /** Not in its circle any more: nothing new arrives and nothing can be written. */
  | 'removed'
  /** The document was ended for everyone. */
  | 'destroyed'
  | 'quotaFull'
  | 'tooLarge'
  /** The role here does not allow what was asked. */
  | 'notAllowed'
  /** This device cannot store what arrives. */
  | 'diskFull'
  | 'storageLost'
  /** The server gave another history than it gave before: two circles, another chain, or something that nobody signed. */
  | 'serverDiffers'
  /** Somebody works with a newer version of the app. What they wrote is read once this one is newer too. */
  | 'newerVersion'
  /** The server refused for a reason that no person can do anything about. */
  | 'refused';

export interface DocumentSync {
  /** Own envelopes that the server has not acknowledged. */
  readonly waiting: number;
  readonly wanted: ReadonlySet<Work>;
  readonly running: Work | null;
  /** Tries that failed since one went well. */
  readonly tries: number;
  /** Not before this moment. */
  readonly notBefore: number;
  /** Told to a person until that same work went well. */
  readonly trouble: { readonly what: Trouble; readonly work: Work } | null;
  /** Higher goes first. */
  readonly rank: number;
}

/** An administrator stopped it, its own person revoked it, or the server does not know it (any more). */
export type Stopped = 'blocked' | 'revoked' | 'unknown';

export interface SyncState {
  readonly session: 'none' | 'asking' | 'open';
  /** Why the own keyring was not exchanged when the session was opened; the documents go on. */
  readonly keyring: Trouble | null;
  /** The server does not let this device in; asked again now and then, because people change their minds. */
  readonly stopped: Stopped | null;
  readonly line: {
    /** The last that was heard of the server was an answer. */
    readonly reached: boolean;
    readonly tries: number;
    readonly notBefore: number;
  };
  readonly inbox: {
    readonly offset: string;
    readonly asking: boolean;
    /** Every document was told of at least once in this visit. */
    readonly heard: boolean;
  };
  readonly documents: ReadonlyMap<DocumentId, DocumentSync>;
  /** Documents of the first exchange that are not done yet, how many there were, and when it began. */
  readonly first: { readonly left: ReadonlySet<DocumentId>; readonly of: number; readonly begun: number } | null;
  /** Counts the times a person opened something: the newest goes first. */
  readonly opened: number;
}

export type SyncEvent =
  | { readonly type: 'begin'; readonly documents: readonly { readonly doc: DocumentId; readonly waiting: number }[] }
  /** How many own envelopes wait now, of every document where any do. */
  | { readonly type: 'saved'; readonly waiting: ReadonlyMap<DocumentId, number> }
  | { readonly type: 'added'; readonly doc: DocumentId }
  | { readonly type: 'forgotten'; readonly doc: DocumentId }
  | { readonly type: 'opened'; readonly docs: readonly DocumentId[] }
  /** A connection may be back, or a person came to the screen. */
  | { readonly type: 'hope' }
  /** A person asked, also for what was refused. null: everything. */
  | { readonly type: 'retry'; readonly doc: DocumentId | null }
  /** A moment that was asked for with `wake` has come. */
  | { readonly type: 'due' }
  /** `keyring`: how the own keyring ended, when it did not end well. */
  | { readonly type: 'sessionOpened'; readonly keyring?: Failure }
  | { readonly type: 'sessionFailed'; readonly failure: Failure }
  /** `whole`: all documents of this member, because it was asked from the start. */
  | {
      readonly type: 'heard';
      readonly items: readonly { readonly doc: DocumentId; readonly changed: boolean }[];
      readonly next: string;
      readonly whole: boolean;
    }
  | { readonly type: 'listenFailed'; readonly failure: Failure }
  | { readonly type: 'done'; readonly doc: DocumentId; readonly work: Work; readonly waiting: number; readonly follow?: readonly Work[] }
  /** `moved`: some of it did come through. */
  | { readonly type: 'failed'; readonly doc: DocumentId; readonly work: Work; readonly failure: Failure; readonly moved?: boolean };

export type SyncEffect =
  | { readonly type: 'openSession' }
  | { readonly type: 'listen'; readonly offset: string; readonly wait: boolean }
  /** The question that is out is of no use any more. */
  | { readonly type: 'stopListening' }
  | { readonly type: 'work'; readonly doc: DocumentId; readonly work: Work }
  | { readonly type: 'wake'; readonly after: number };

/** Given, so that the same events give the same exchange: the time, and a number from 0 up to 1 by chance. */
export interface Now {
  readonly now: number;
  readonly random: number;
}

/** Where reading begins. */
export const START = '-1';
