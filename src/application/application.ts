import type { CalendarEntry, PasskeyProblem } from './ports.ts';
import type { CaseView } from '../core/plan/caseView.ts';
import type { CaseSummary } from '../core/plan/summariseCase.ts';
import type { PartCommand } from '../core/part/decidePart.ts';
import type { PartContent } from '../core/part/viewPart.ts';
import type { PlanCommand, PlanError } from '../core/plan/planCommand.ts';
import type { SchoolExport, SchoolExportError } from '../core/plan/schoolExport.ts';
import type { DocumentKind, RosterRole } from '../core/circle/rosterEntry.ts';
import type { CaseId, DocumentId, EntityId, MemberId, OperationId } from '../core/shared/ids.ts';
import type { CivilDate } from '../core/shared/civilDate.ts';
import type { Result } from '../core/shared/result.ts';
import type { Trouble } from '../core/sync/syncState.ts';
import type { AccessLine, AccessLogs } from './accessLog/types.ts';
import type { WholeDocument } from '../core/document/wholeDocument.ts';
import type { Circle, OwnDevices } from './circle/types.ts';
import type { Destruction, WhyDestroyed } from './destruction/types.ts';
import type { Organisation } from './organisation/types.ts';
import type { PartSummary, PartView, VoiceView } from './parts/types.ts';
import type { Store } from './readableStore.ts';

export type { Store };
export type * from './accessLog/types.ts';
export type * from './circle/types.ts';
export type * from './destruction/types.ts';
export type * from './organisation/types.ts';
export type * from './parts/types.ts';

interface Profile {
  readonly member: MemberId;
  readonly name: string;
  readonly discipline: string;
  readonly organisation: string;
  /** Whom to ask when Knooppunt itself gives trouble; '' when not filled in. */
  readonly support: string;
}

export type DeviceState =
  | { readonly type: 'starting' }
  /** No vault on this device yet. */
  | { readonly type: 'new' }
  | { readonly type: 'locked'; readonly because: 'start' | 'idle' | 'asked' | 'otherTab'; readonly notBefore: number | null }
  /** `trial`: the invented example family, in memory only. */
  | { readonly type: 'unlocked'; readonly profile: Profile; readonly trial: boolean; readonly locksAt: number | null }
  /** Everything left this device and its browser. */
  | { readonly type: 'signedOut' }
  | { readonly type: 'unusable'; readonly problem: 'noStorage' | 'newerData' | 'noCrypto' | 'notLoaded' };

export type SavingState =
  | { readonly type: 'saved'; readonly at: number | null }
  | { readonly type: 'saving' }
  /** Sealed and waiting in memory; tried again by itself and with `retry`. Text stays on the screen. */
  | { readonly type: 'failed'; readonly problem: 'diskFull' | 'storageLost'; readonly waiting: number };

export interface StorageState {
  /** `copy`: no OPFS here, IndexedDB alone ("een kopie"). */
  readonly journal: 'open' | 'copy' | 'otherTab';
  readonly healed: 'nothing' | 'repaired' | 'rebuilt';
  readonly persisted: 'granted' | 'denied' | 'unknown';
  readonly usedBytes: number | null;
  readonly availableBytes: number | null;
  readonly journalBytes: number | null;
  /** Milliseconds it took to derive the unlock key. */
  readonly unlockMilliseconds: number | null;
  readonly lastBackup: CivilDate | null;
  readonly backupDue: boolean;
  readonly recoveryCode: 'none' | 'made' | 'verified';
  /** `kept`: a mark written before the last restart was found again. */
  readonly restartTest: 'notYet' | 'waitingForRestart' | 'kept' | 'lost';
  readonly autoLockMinutes: number;
  /** What a locked screen asks for. */
  readonly secret: 'passphrase' | 'pin';
  /** A fingerprint, face or PIN beside the passphrase. `unsupported`: nothing here that could do it. */
  readonly passkey: 'unsupported' | 'none' | 'made';
  /** Others work on this device too: signing out takes everything away. */
  readonly shared: boolean;
  /** Another tab of this browser runs another version of the app; what only the writer tab does is not done for this one, or not for that. */
  readonly otherVersion: boolean;
  /** The clock of this device is wrong: by what it wrote itself, or by what the server said last. */
  readonly clockSuspect: 'behind' | 'ahead' | null;
}

export type { CaseSummary };

/** The exchange with other devices, as far as this one knows it. Green only when it is: see `type`. */
export interface ExchangeState {
  readonly type:
    /** This device belongs to no server yet, or is locked. */
    | 'unconnected'
    /** The server cannot be reached; it is tried again by itself (`nextTry`) and when there is hope. */
    | 'offline'
    | 'working'
    /** Reached, but something could not be exchanged: see `cases`. */
    | 'incomplete'
    /** Everything of here is there, everything of there is here, and news is listened for. */
    | 'upToDate'
    /** An administrator stopped this device. */
    | 'blocked'
    /** Its own person revoked this device. */
    | 'revoked'
    /** The server does not know this device (any more): ask for an invitation. */
    | 'unknown';
  /** Own changes that the server does not have yet, and since when the oldest waits. */
  readonly waiting: number;
  readonly since: number | null;
  /** When the server last took something of here. */
  readonly lastDelivered: number | null;
  /** When the server last answered. Beyond this moment others may have written what is not here. */
  readonly lastHeard: number | null;
  readonly nextTry: number | null;
  /** Why the list of this person's own devices was not exchanged; cases are exchanged all the same. */
  readonly keyring: Trouble | null;
  /** The first exchange after unlocking: documents done, of how many. Null when that is over. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** What left this device by itself, until `forgetLeft`. */
  readonly left: readonly LeftDocument[];
  readonly cases: ReadonlyMap<CaseId, CaseExchange>;
}

/** A document that left this device, because its person or the device may not have it any more. Nothing of what stood in it. */
export interface LeftDocument {
  readonly at: number;
  readonly kind: DocumentKind;
  /** Out of the circle, ended for everyone, or this device was revoked. */
  readonly because: 'removed' | 'destroyed' | 'revoked';
  /** Own changes that nobody took any more. All others were handed over first. */
  readonly lost: number;
  /** Of the plan of a case that was destroyed. */
  readonly ended: EndedCase | null;
}

/** What is said once of a case that was destroyed. */
export interface EndedCase {
  readonly title: string;
  readonly by: { readonly name: string; readonly discipline: string; readonly organisation: string };
  readonly role: RosterRole | null;
  readonly on: number;
  readonly why: WhyDestroyed;
  /** So many parts of it are still here: others lead them, and their devices end them. */
  readonly rest: number;
}

export interface CaseExchange {
  readonly waiting: number;
  readonly since: number | null;
  readonly lastDelivered: number | null;
  /** The last that came from somebody else. */
  readonly lastHeard: { readonly at: number; readonly from: MemberId } | null;
  /** Changes that arrived before what they build on: "wacht op N wijzigingen". */
  readonly incoming: number;
  /** When the server turned out to have less than it had shown before; what it lacked was given to it again. */
  readonly serverWentBack: number | null;
  readonly documents: readonly DocumentExchange[];
}

export interface DocumentExchange {
  readonly doc: DocumentId;
  readonly kind: DocumentKind;
  readonly waiting: number;
  readonly problem: ExchangeProblem | null;
}

/** What the exchange itself finds, or what arrived and cannot be read: no key for it here. */
export type ExchangeProblem = Trouble | 'noKey';

export type ChangeError =
  | PlanError
  | { readonly type: 'NotSaved'; readonly problem: 'diskFull' | 'storageLost' }
  | { readonly type: 'Locked' }
  /** The role here does not write this. */
  | { readonly type: 'NotYours' }
  /** Not in the circle any more, or it has ended. */
  | { readonly type: 'LeftCircle' }
  /** Its own person revoked this device. */
  | { readonly type: 'DeviceRevoked' };

export interface OpenCase {
  readonly caseId: CaseId;
  /** Until `whole` only what the case's page shows: points, the notes of conferences and what was finished look empty before. */
  readonly view: Store<CaseView>;
  /** Resolves when everything of the case is in memory. Whatever changes it waits for that by itself. */
  readonly whole: () => Promise<void>;
  /** One save, one envelope: all commands or none. Resolves when both database and journal have it. */
  readonly change: (...commands: readonly PlanCommand[]) => Promise<Result<{ readonly added: readonly EntityId[] }, ChangeError>>;
  /** What `undo` would take back, newest first; null when there is nothing. Own changes of this visit only. */
  readonly undoable: Store<{ readonly commands: readonly PlanCommand[]; readonly at: number } | null>;
  readonly undo: () => Promise<Result<void, ChangeError>>;
  /** Writes what somebody made before they left, and that came too late to count, in the plan as one's own change. */
  readonly takeOverLate: (member: MemberId) => Promise<Result<void, ChangeError>>;
  /** The operations now live in a cell, to pass as `basis` when an edit begins. */
  readonly basisOf: (entity: EntityId, field: string) => readonly OperationId[];
  readonly history: () => Promise<readonly HistoryEntry[]>;
  /** What was erased here for everyone, and whether this member may. */
  readonly erasing: Store<Erasing>;
  /** Whether this member plans, begins, moves and calls off meetings: of everyone else that does not count. */
  readonly mayMeet: Store<boolean>;
  /** Who else is typing now, and where. Known for some seconds, never stored; empty without a server. */
  readonly presence: Store<readonly PresentPerson[]>;
  /** Somebody types in this field: whoever looks at the case sees it. May be called at every key. */
  readonly noteTyping: (entity: EntityId, field: string) => void;
  readonly close: () => void;
}

export interface OpenPart {
  readonly view: Store<PartView>;
  /** One save, one envelope. Resolves when both database and journal have it. */
  readonly change: (...commands: readonly PartCommand[]) => Promise<Result<{ readonly added: readonly EntityId[] }, ChangeError>>;
  readonly undoable: Store<{ readonly commands: readonly PartCommand[]; readonly at: number } | null>;
  readonly undo: () => Promise<Result<void, ChangeError>>;
  readonly basisOf: (entity: EntityId, field: string) => readonly OperationId[];
  /** What was erased here for everyone, and whether this member may. */
  readonly erasing: Store<Erasing>;
  /** A person did this with it; written in its own access log, which only its readers see. */
  readonly note: (what: 'opened' | 'printed') => Promise<void>;
  readonly close: () => void;
}

export interface OpenVoice {
  readonly view: Store<VoiceView>;
  /** One save, decided on what stands there then. The first one makes the document, also without a connection. */
  readonly change: (
    decide: (drafts: PartContent) => readonly PartCommand[],
  ) => Promise<Result<{ readonly added: readonly EntityId[] }, ChangeError>>;
  readonly undoable: OpenPart['undoable'];
  readonly undo: OpenPart['undo'];
  readonly basisOf: OpenPart['basisOf'];
  readonly erasing: OpenPart['erasing'];
  readonly close: () => void;
}

/** One document in a copy: per kind of the schema its rows, in their order. Ids are left in, so that a program can follow references. */
export interface CopiedDocument {
  readonly id: DocumentId;
  readonly kind: 'plan' | 'part' | 'voice' | 'personal';
  readonly content: WholeDocument;
}

/** The copy as it stands in the JSON file. A field or kind may come; a new shape is a new version. */
export interface CaseCopy {
  readonly format: 'knooppunt.wholeFile';
  readonly version: 1;
  readonly madeAt: string;
  readonly caseId: CaseId;
  /** The plan first. */
  readonly documents: readonly CopiedDocument[];
  /** Who looked at these, newest first; also that this copy was made. */
  readonly access: readonly CopiedAccess[];
}

export type CopiedAccess = Pick<AccessLine, 'name' | 'organisation' | 'role' | 'what' | 'doc'> & { readonly at: string };

export interface PartList {
  readonly parts: Store<readonly PartSummary[]>;
  readonly close: () => void;
}

export type PartError = { readonly type: 'UnknownPart' } | { readonly type: 'Locked' };

export interface Parts {
  /** A document of the case that is on this device, and that is not its plan. */
  readonly open: (caseId: CaseId, doc: DocumentId) => Promise<Result<OpenPart, PartError>>;
  /** This member's own `voice` in a case: what they draft there is read by nobody whom they did not let in. */
  readonly openVoice: (caseId: CaseId) => Promise<Result<OpenVoice, PartError>>;
  /** Those of a case on this device; followed until closed. */
  readonly list: (caseId: CaseId) => Promise<Result<PartList, PartError>>;
}

export interface PresentPerson {
  readonly member: MemberId;
  /** They and this person are both professionals. */
  readonly colleague: boolean;
  readonly entity: EntityId;
  readonly field: string;
}

export interface Erasing {
  /** A lead: see `Circle.eraseEverywhere`. */
  readonly mayErase: boolean;
  /** The last erasing of each cell, also when something was written there since. */
  readonly cells: readonly ErasedPlace[];
}

export interface ErasedPlace {
  readonly entity: EntityId;
  readonly field: string;
  readonly by: MemberId;
  readonly at: number;
}

export interface HistoryEntry {
  /** What `Circle.eraseEverywhere` names; null: this is no value. */
  readonly id: OperationId | null;
  readonly at: number;
  readonly author: MemberId;
  readonly entity: EntityId;
  readonly field: string;
  /** `erased`: a lead took values of this cell away for everyone. */
  readonly change: 'added' | 'changed' | 'removed' | 'restored' | 'refused' | 'unknown' | 'erased';
  readonly value: string | number | boolean | null;
}

export type UnlockError =
  | { readonly type: 'WrongPassphrase'; readonly notBefore: number | null }
  | { readonly type: 'WrongRecoveryCode' }
  | { readonly type: 'TooSoon'; readonly notBefore: number }
  | { readonly type: 'NotSaved'; readonly problem: 'diskFull' | 'storageLost' };

export type PasskeyError =
  | PasskeyProblem
  /** It was recognised, and opens nothing here. */
  | { readonly type: 'WrongPasskey' }
  | { readonly type: 'NotSaved'; readonly problem: 'diskFull' | 'storageLost' };

export type SignOutError =
  /** So many saves are only here; 0: there is no connection to be sure that everything is elsewhere. */
  | { readonly type: 'StillWaiting'; readonly waiting: number }
  /** No other device and no code on paper could open the cases again. */
  | { readonly type: 'OnlyHolder' }
  | { readonly type: 'Locked' };

export type BackupError =
  | { readonly type: 'PinTooWeak' }
  | { readonly type: 'NotABackup' }
  | { readonly type: 'BackupDamaged' }
  | { readonly type: 'NewerBackup' }
  | { readonly type: 'WrongSecret' }
  | { readonly type: 'DeviceNotEmpty' }
  | { readonly type: 'NotSaved'; readonly problem: 'diskFull' | 'storageLost' };

/** A family as it comes in: by hand or from the school's export. */
export interface NewFamily {
  readonly name: string;
  readonly children: readonly {
    readonly name: string;
    readonly birthDate: CivilDate | null;
    readonly school: string;
    readonly schoolGroup: string;
    readonly edexmlKey: string;
    readonly brin: string;
  }[];
}

/** An invented family for trying out: the case as `createCase` makes it, and what follows. Each step is one save and sees the one before. */
export interface ExampleFamily {
  readonly profile: { readonly name: string; readonly discipline: string; readonly organisation: string };
  readonly family: NewFamily;
  readonly steps: readonly ((view: CaseView, today: CivilDate) => readonly PlanCommand[])[];
}

/** Everything the screens can ask for. One object, made in the composition root. */
export interface Application {
  /** The device's own time; no screen asks the browser for another. `today` in Europe/Amsterdam, 'YYYY-MM-DD'. */
  readonly clock: { readonly now: () => number; readonly today: () => CivilDate };
  readonly device: Store<DeviceState>;
  readonly saving: Store<SavingState>;
  readonly storage: Store<StorageState>;
  /** Sorted by name; the screen decides what is stuck first. Empty while locked. */
  readonly caseload: Store<{ readonly loaded: boolean; readonly cases: readonly CaseSummary[] }>;

  readonly setUpDevice: (input: {
    readonly name: string;
    readonly discipline: string;
    readonly organisation: string;
    readonly passphrase: string;
    /** The passphrase is a short code of figures. */
    readonly isPin?: boolean;
    /** Others work on this device too. */
    readonly shared?: boolean;
  }) => Promise<Result<void, UnlockError>>;
  readonly startTrial: () => Promise<void>;
  readonly endTrial: () => Promise<void>;
  readonly unlock: (passphrase: string) => Promise<Result<void, UnlockError>>;
  readonly unlockWithRecoveryCode: (code: string, newPassphrase: string) => Promise<Result<void, UnlockError>>;
  /** Beside the passphrase, which always goes on working. */
  readonly unlockWithPasskey: () => Promise<Result<void, PasskeyError>>;
  /** `label`: how the device lists it; neutral. */
  readonly addPasskey: (label: string) => Promise<Result<void, PasskeyError>>;
  readonly removePasskey: () => Promise<Result<void, PasskeyError>>;
  /** `isPin`: the next is a short code of figures. */
  readonly changePassphrase: (current: string, next: string, isPin?: boolean) => Promise<Result<void, UnlockError>>;
  /** Saves what is pending first. */
  readonly lock: (because: 'idle' | 'asked') => Promise<void>;
  /** Called before a lock forgets everything: a field hands over what it still holds. Returns the stop. */
  readonly beforeLock: (handOver: () => void | Promise<void>) => () => void;
  /** Before the page loads anew: an error when something could not be stored and would be lost. */
  readonly saveEverything: () => Promise<Result<void, Extract<ChangeError, { readonly type: 'NotSaved' }>>>;
  /** Someone is there: the auto-lock counts again from now. */
  readonly noteActivity: () => void;
  readonly setShared: (shared: boolean) => Promise<Result<void, UnlockError>>;
  readonly setAutoLock: (minutes: number) => Promise<void>;
  readonly changeProfile: (input: {
    readonly name: string;
    readonly discipline: string;
    readonly organisation: string;
    readonly support: string;
  }) => Promise<Result<void, UnlockError>>;

  /** 28 letters and digits in groups; shown once, never stored readable. */
  readonly makeRecoveryCode: () => Promise<Result<string, UnlockError>>;
  readonly verifyRecoveryCode: (code: string) => Promise<Result<void, UnlockError>>;
  readonly makeBackup: () => Promise<Result<{ readonly file: Blob; readonly fileName: string }, BackupError>>;
  readonly restoreBackup: (
    file: Blob,
    secret: { readonly passphrase: string } | { readonly recoveryCode: string; readonly newPassphrase: string },
  ) => Promise<Result<void, BackupError>>;

  readonly createCase: (family: NewFamily) => Promise<Result<CaseId, ChangeError>>;
  /** `until`: `page` when what the case's own page shows is enough to begin with; the rest comes with `whole`. */
  readonly openCase: (
    caseId: CaseId,
    until?: 'page' | 'whole',
  ) => Promise<Result<OpenCase, { readonly type: 'UnknownCase' } | { readonly type: 'Locked' }>>;
  /** The documents of a case beside its plan. */
  /** Everything that this person reads of a case, to take along. Written in the access log as an export. */
  readonly copyCase: (caseId: CaseId) => Promise<Result<CaseCopy, { readonly type: 'UnknownCase' } | { readonly type: 'Locked' }>>;
  readonly parts: Parts;
  /** Key destroyed, bytes gone from database, journal and snapshots. Only for cases never shared. */
  readonly removeCase: (caseId: CaseId) => Promise<Result<void, ChangeError>>;
  readonly wipeDevice: () => Promise<void>;
  /**
   * Everything leaves a shared device once it is elsewhere. `exported`: the person has it in a file of `makeBackup`, so that what waits
   * may go too. Keeping it sealed here is `lock`.
   */
  readonly signOut: (how?: 'exported') => Promise<Result<void, SignOutError>>;

  /** Read on this device only; nothing is kept until `createCase`. */
  readonly readSchoolExport: (file: Blob) => Promise<Result<SchoolExport, SchoolExportError>>;
  /** An .ics file with a reminder. Give a neutral title, without names. */
  readonly makeCalendarFile: (entry: CalendarEntry) => Promise<Blob>;

  /** The exchange with other devices. */
  readonly exchange: Store<ExchangeState>;
  /** Tries at once whatever waits or was refused; all of it, or one document. */
  readonly retryExchange: (doc?: DocumentId) => Promise<void>;
  /** A person has read what left this device. */
  readonly forgetLeft: () => Promise<void>;

  /** Who is in the circle of a case, invitations, and joining. */
  readonly circle: Circle;
  /** The own organisation's people, and for its administrator their devices. */
  readonly organisation: Organisation;
  /** Who looked at a case. */
  readonly accessLog: AccessLogs;
  /** Destroying a case for everyone, and what states it. */
  readonly destruction: Destruction;
  /** The person's own devices. */
  readonly devices: OwnDevices;

  readonly askPersistence: () => Promise<void>;
  readonly startRestartTest: () => Promise<void>;
  readonly retrySaving: () => Promise<void>;
}

/** A newer version of the app, fetched and waiting. Never loaded by itself: the person chooses, and not during a conference. */
export interface AppUpdate {
  readonly available: Store<boolean>;
  /** The newer version has taken over, in whichever tab it was asked for: this tab still runs the old one. */
  readonly superseded: Store<boolean>;
  /** The newer version takes over in every tab of this browser. */
  readonly load: () => void;
}
