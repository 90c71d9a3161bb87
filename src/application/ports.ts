import type { Erased } from '../core/circle/rosterEntry.ts';
import type { OpenedEnvelope } from '../core/document/operation.ts';
import type { SchoolExport, SchoolExportError } from '../core/plan/schoolExport.ts';
import type { CivilDate } from '../core/shared/civilDate.ts';
import type { DeviceId, DocumentId, EnvelopeHash, MemberId } from '../core/shared/ids.ts';
import type { Result } from '../core/shared/result.ts';
import type { EnvelopeError } from '../protocol/envelopeForm.ts';
import type { SessionScope } from '../protocol/exchange/paths.ts';
import type { Refusal } from '../protocol/exchange/refusals.ts';
import type { DocumentFetches, Inbox, OrganisationFacts, OrganisationFetches } from '../protocol/exchange/shapes.ts';

/** What the application needs from outside. Adapters implement these; one contract suite per port runs on the fake and every real one. */

/** What must survive anything: sealed or public bytes, never plaintext. Each lives in the database *and* in the journal. */
export type RecordTable =
  /** Key 'device': format version, KDF parameters, lockboxes, sealed profile and settings. */
  | 'device'
  /** Key: document id. Wrapped document keys and sealed kind and case. */
  | 'document'
  /** Key: `${doc}/${n}` with n padded. Signed roster entries. */
  | 'roster'
  /** Key: `${member}/${n}`. Signed keyring entries. */
  | 'keyring'
  /** Key: `${doc}/${device}/${incarnation}/${seq}` with seq padded to 10. Sealed envelopes. */
  | 'envelope'
  /** Same key as the own envelope that the server does not have yet. Empty bytes; removed once the server has it. */
  | 'outbox';

export interface StoredRecord {
  readonly table: RecordTable;
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes that stand for nothing: putting a record with these removes what stood under its key. No stored form is this one byte. */
const REMOVED = 0xf7;

/** Removes one record from the database and, by being appended behind it, from what the journal says. */
export const removalOf = ({ table, key }: Pick<StoredRecord, 'table' | 'key'>): StoredRecord => ({
  table,
  key,
  bytes: Uint8Array.of(REMOVED),
});

export const isRemoval = ({ bytes }: Pick<StoredRecord, 'bytes'>): boolean => bytes.length === 1 && bytes[0] === REMOVED;

/** Thrown by database and journal; the application turns it into `NotSaved`. */
export class StorageFailure extends Error {
  readonly problem: 'diskFull' | 'storageLost';
  constructor(problem: 'diskFull' | 'storageLost', options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

export interface Database {
  /** `lost`: the browser reported that it threw data away, or the database had to be made anew. */
  readonly open: () => Promise<{ readonly lost: boolean }>;
  /**
   * One strict transaction: all or nothing; resolves when it is on disk. Same key again: same bytes, no error. A removal takes the
   * record away. `mark` is kept with it.
   */
  readonly put: (records: readonly StoredRecord[], mark: JournalMark | null) => Promise<void>;
  readonly get: (table: RecordTable, key: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Several at once, each in its place: quicker than one by one. */
  readonly getMany: (table: RecordTable, keys: readonly string[]) => Promise<readonly (Uint8Array<ArrayBuffer> | undefined)[]>;
  /** Keys in order. */
  readonly list: (table: RecordTable, prefix: string) => Promise<readonly StoredRecord[]>;
  readonly count: () => Promise<number>;
  /** How many of one table have a key that starts so; quicker than listing them. */
  readonly countOf: (table: RecordTable, prefix: string) => Promise<number>;
  /** The mark of the last `put`. */
  readonly mark: () => Promise<JournalMark | null>;
  /** Removes records whose key starts with one of the prefixes, in all tables, and their local copies. */
  readonly erase: (prefixes: readonly string[]) => Promise<void>;
  /** Local copies (sealed snapshots, caseload summaries): may be lost, never in the journal. */
  readonly putLocal: (key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly getLocal: (key: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly listLocal: (prefix: string) => Promise<readonly { readonly key: string; readonly bytes: Uint8Array<ArrayBuffer> }[]>;
  /** Takes the local copies away whose key starts so. */
  readonly removeLocal: (prefix: string) => Promise<void>;
  readonly close: () => void;
  /** Nothing is left: no database at all. */
  readonly wipe: () => Promise<void>;
}

/** Where the journal stood when the database committed: lets a start compare both without reading everything. */
export interface JournalMark {
  readonly bytes: number;
  readonly records: number;
}

export interface Journal {
  /** Cuts a torn tail. */
  readonly open: () => Promise<{ readonly mark: JournalMark; readonly cutBytes: number }>;
  /** Where the journal will stand after appending these; known before, because there is one writer. */
  readonly markAfter: (records: readonly StoredRecord[]) => JournalMark;
  /** Resolves after the flush. */
  readonly append: (records: readonly StoredRecord[]) => Promise<void>;
  /** All records from a byte position on, in order. A damaged middle is skipped and counted. */
  readonly read: (fromByte: number) => Promise<{ readonly records: readonly StoredRecord[]; readonly damaged: number }>;
  /** Writes a new journal without the keys that start with one of the prefixes, then swaps; the old bytes are overwritten and gone. */
  readonly erase: (prefixes: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly wipe: () => Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Today in Europe/Amsterdam, 'YYYY-MM-DD'. */
  readonly today: () => string;
  /** Calls back once; returns the cancel. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
  /** Resolves once what waits for the page has had its turn: keys, drawing. Asked between two parts of long work. */
  readonly breathe: () => Promise<void>;
}

export interface Randomness {
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>;
}

export interface KdfParameters {
  readonly algorithm: 'argon2id';
  readonly memoryKiB: number;
  readonly passes: number;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** Slow on purpose, so outside the main thread. */
export interface KeyDerivation {
  readonly calibrate: (salt: Uint8Array<ArrayBuffer>) => Promise<KdfParameters>;
  /** 32 bytes. */
  readonly derive: (passphrase: string, parameters: KdfParameters) => Promise<Uint8Array<ArrayBuffer>>;
}

/** `unread`: verified, and without a key for it here, or with content that no app of this version wrote. A parent like any other. */
export type Opening = Result<{ readonly envelope: OpenedEnvelope; readonly unread: boolean }, EnvelopeError>;

/** What it takes to open the envelopes of a document. */
export interface OpeningMeans {
  readonly doc: DocumentId;
  /** One for each epoch that may be read: it can be used and not read out, also where another thread gets it. */
  readonly keys: ReadonlyMap<
    number,
    { readonly doc: DocumentId; readonly epoch: number; readonly commitment: Uint8Array<ArrayBuffer>; readonly sealing: CryptoKey }
  >;
  /** What the roster says of each envelope that was erased. */
  readonly erased: ReadonlyMap<EnvelopeHash, Erased['operations']>;
}

/** Verifies and opens many envelopes elsewhere than where the page is drawn, each answer in its place. Rejects when that cannot be done. */
export interface Opener {
  /** There will soon be something to open. */
  readonly prepare: () => void;
  readonly open: (envelopes: readonly Uint8Array<ArrayBuffer>[], means: OpeningMeans) => Promise<readonly Opening[]>;
  /** Now: nothing of what was read stays there, and what is being opened is not answered. */
  readonly end: () => void;
}

/** The device's own way of knowing its person (fingerprint, face, PIN): gives 32 bytes that only it can make. */
export interface Passkeys {
  /** Whether it is of any use to ask: nothing is made yet. */
  readonly isOffered: () => Promise<boolean>;
  /** Makes one. `label` is what the device shows in its own list: never a person's name. */
  readonly make: (label: string, salt: Uint8Array<ArrayBuffer>) => Promise<Result<MadePasskey, PasskeyProblem>>;
  /** The same 32 bytes again, for the same salt. */
  readonly ask: (id: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>) => Promise<Result<Uint8Array<ArrayBuffer>, PasskeyProblem>>;
  /** Tells the device that this one is of no use any more; whether it listens is its own affair. */
  readonly forget: (id: Uint8Array<ArrayBuffer>) => Promise<void>;
}

export interface MadePasskey {
  readonly id: Uint8Array<ArrayBuffer>;
  readonly output: Uint8Array<ArrayBuffer>;
}

export type PasskeyProblem =
  /** Stopped by the person, too slow, or not recognised: browsers do not tell which. */
  | { readonly type: 'PasskeyStopped' }
  /** This device or browser cannot derive a secret from it. */
  | { readonly type: 'PasskeyUnsupported' };

/** The other tabs of this browser. Exactly one at a time is the writer (Web Locks). */
export interface Tabs {
  /** Of the app in this tab: tabs of two versions do not understand each other. */
  readonly version: string;
  /** Resolves when this tab is the writer; stays so until it closes. */
  readonly becomeWriter: () => Promise<void>;
  /** At once, without waiting: true when this tab is now the writer. */
  readonly tryBecomeWriter: () => Promise<boolean>;
  readonly post: (message: unknown) => void;
  /** Returns the stop. */
  readonly listen: (listener: (message: unknown) => void) => () => void;
}

/** What the browser says of its storage, and asks of the user. */
export interface StorageInfo {
  readonly persisted: () => Promise<boolean | null>;
  readonly askPersistence: () => Promise<boolean>;
  readonly estimate: () => Promise<{ readonly usedBytes: number; readonly availableBytes: number } | null>;
  /** A mark outside database and journal, to find out whether this device keeps data over a restart. */
  readonly readRestartMark: () => string | null;
  readonly writeRestartMark: (mark: string | null) => void;
  /** Changes with every start of the browser, not with a reload. */
  readonly browserStart: () => string;
}

/** A moment for someone's own calendar. The title is neutral: calendars are shared, printed and synchronised elsewhere. */
export interface CalendarEntry {
  /** Stays the same when the moment moves, so that the calendar replaces it. */
  readonly id: string;
  readonly title: string;
  readonly day: CivilDate;
  /** 'HH:MM' in the Netherlands; '' is the whole day. */
  readonly time: string;
  readonly minutes: number;
}

/** Files that come from and go to other programs. */
export interface Files {
  readonly readSchoolExport: (file: Blob) => Promise<Result<SchoolExport, SchoolExportError>>;
  readonly makeCalendarFile: (entry: CalendarEntry) => Promise<Blob>;
}

/** Shown with each request. Opaque, in memory only; never logged. */
export type Access =
  | { readonly type: 'session'; readonly token: string }
  | { readonly type: 'invitation'; readonly id: string; readonly secret: string }
  | { readonly type: 'setup'; readonly secret: string };

export type ServerProblem =
  /** No connection, cut off, too slow, or the server itself fails: try again later. */
  | { readonly type: 'Unreachable' }
  | { readonly type: 'TooBusy'; readonly seconds: number }
  /** It understood and says no; trying the same again is of no use. */
  | { readonly type: 'Refused'; readonly code: Refusal };

/** What an offset means is the server's affair. '-1' is the start. */
export interface StreamChunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly next: string;
  /** Nothing more was there when it answered. */
  readonly upToDate: boolean;
}

/** The server in between: keeps and passes on sealed bytes. Paths are those of protocol/exchange/paths.ts. */
export interface ServerPort {
  readonly challenge: () => Promise<Result<{ readonly challenge: string; readonly epoch: string; readonly time: number }, ServerProblem>>;
  readonly openSession: (request: {
    readonly device: DeviceId;
    readonly challenge: string;
    readonly scope: SessionScope;
    readonly signature: Uint8Array<ArrayBuffer>;
  }) => Promise<Result<{ readonly token: string; readonly seconds: number; readonly member: MemberId }, ServerProblem>>;
  /** PUT. The same again is fine. */
  readonly create: (
    access: Access,
    path: string,
    body: Uint8Array<ArrayBuffer>,
  ) => Promise<Result<{ readonly next: string }, ServerProblem>>;
  /** POST. `seq`: compare-and-set, for rosters and keyrings. What is already there is not stored twice. */
  readonly append: (
    access: Access,
    path: string,
    body: Uint8Array<ArrayBuffer>,
    seq?: string,
  ) => Promise<Result<{ readonly next: string }, ServerProblem>>;
  /** GET from an offset; `wait`: when there is nothing, until there is or about 20 s are over. `signal` ends the wait. */
  readonly read: (
    access: Access,
    path: string,
    from: { readonly offset: string; readonly wait: boolean; readonly signal?: AbortSignal },
  ) => Promise<Result<StreamChunk, ServerProblem>>;
  readonly inbox: (
    access: Access,
    from: { readonly offset: string; readonly wait: boolean; readonly signal?: AbortSignal },
  ) => Promise<Result<Inbox, ServerProblem>>;
  readonly sendPresence: (access: Access, doc: DocumentId, sealed: Uint8Array<ArrayBuffer>) => Promise<Result<void, ServerProblem>>;
  readonly invite: (
    access: Access,
    id: string,
    request: { readonly access: string; readonly seconds: number },
  ) => Promise<Result<void, ServerProblem>>;
  readonly endInvitation: (access: Access, id: string) => Promise<Result<void, ServerProblem>>;
  readonly readOrganisation: (access: Access, doc: DocumentId) => Promise<Result<OrganisationFacts, ServerProblem>>;
  /** To which devices it gave a document's sealed content; for whoever is in its circle. */
  readonly readFetches: (access: Access, doc: DocumentId) => Promise<Result<DocumentFetches, ServerProblem>>;
  /** The same for an organisation's people; for its administrator. */
  readonly readOrganisationFetches: (access: Access, doc: DocumentId) => Promise<Result<OrganisationFetches, ServerProblem>>;
  readonly blockDevice: (access: Access, doc: DocumentId, device: DeviceId, blocked: boolean) => Promise<Result<void, ServerProblem>>;
}

/** Whether the browser thinks there is a network, and when it might be worth trying: a hint, never a fact. */
export interface Network {
  readonly online: () => boolean;
  /** Called when a connection may be back, or when the app comes to the front. Returns the stop. */
  readonly onHope: (listener: () => void) => () => void;
}

/** What goes on while the app is locked or closed: the browser wakes it, and it can open nothing. */
export interface Courier {
  /** What waits has to be delivered as soon as there is a connection, also when the app is closed by then. */
  readonly call: () => void;
  /** The app exchanges by itself from now on, until the returned release. Should it be closed, it is released by itself. */
  readonly hold: () => () => void;
  /** The app goes out of sight or closes. Returns the stop. */
  readonly onLeaving: (listener: () => void) => () => void;
}

export interface Ports {
  readonly database: Database;
  /** null: no OPFS here. */
  readonly journal: Journal | null;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly keyDerivation: KeyDerivation;
  /** null: opened where it is asked. */
  readonly opener: Opener | null;
  readonly tabs: Tabs;
  readonly storageInfo: StorageInfo;
  /** null: an app without (the trial). */
  readonly passkeys: Passkeys | null;
  readonly files: Files;
  /** null: an app that exchanges with nobody (the trial). */
  readonly server: ServerPort | null;
  readonly network: Network;
  /** null: a browser that wakes nothing (no Background Sync); what waits goes when the app is opened. */
  readonly courier: Courier | null;
}
