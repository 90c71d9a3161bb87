import type { AccessKind } from '../../core/circle/accessLog.ts';
import type { DocumentKind, RosterRole } from '../../core/circle/rosterEntry.ts';
import type { CaseId, DeviceId, DocumentId, EnvelopeHash, MemberId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { CircleError } from '../circle/types.ts';
import type { Store } from '../readableStore.ts';

/* Who looked at a case. Everyone in its circle reads this, also the family; an auditor reads this and nothing else. */

export interface AccessLine {
  readonly id: EnvelopeHash;
  readonly at: number;
  /** null: a device that belongs to nobody who is known here. */
  readonly member: MemberId | null;
  /** From the plan, else from the own organisation, else as their own device says; '' when none does. */
  readonly name: string;
  readonly organisation: string;
  /** At that moment; null: not in the circle then. */
  readonly role: RosterRole | null;
  readonly me: boolean;
  /** `unknown`: a newer version of the app wrote it. */
  readonly what: AccessKind | 'unknown';
  readonly doc: DocumentId;
  readonly kind: DocumentKind;
  readonly device: DeviceId;
}

export type AccessAlarm =
  /** Lines are missing in what one device wrote: taken out, or kept back. */
  | { readonly type: 'LinesMissing'; readonly device: DeviceId; readonly member: MemberId | null; readonly count: number }
  /** The server gave this device content; it never said so. */
  | { readonly type: 'DeviceSilent'; readonly device: DeviceId; readonly member: MemberId | null };

/** What the server itself kept: to which device it gave sealed content, and when. Never what. */
export interface HandedOut {
  readonly device: DeviceId;
  readonly member: MemberId | null;
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly times: number;
}

export interface AccessView {
  readonly caseId: CaseId;
  /** Newest first. */
  readonly lines: readonly AccessLine[];
  readonly alarms: readonly AccessAlarm[];
  /** null: the server was not asked yet, or cannot be reached. */
  readonly handedOut: readonly HandedOut[] | null;
  readonly toldAt: number | null;
  /** Only the access log is given here, no content. */
  readonly auditing: boolean;
}

export interface OpenAccessLog {
  readonly view: Store<AccessView>;
  /** Asks the server what it handed out. */
  readonly refresh: () => Promise<Result<void, CircleError>>;
  readonly close: () => void;
}

/** A case of which this person reads the access log alone. Its name is content, so it has none here. */
export interface AuditedCase {
  readonly caseId: CaseId;
  readonly since: number;
  readonly documents: readonly DocumentKind[];
}

/** On `Application.accessLog`. */
export interface AccessLogs {
  readonly open: (caseId: CaseId) => Promise<Result<OpenAccessLog, CircleError>>;
  readonly audited: () => Promise<readonly AuditedCase[]>;
  /** A person did this with a case. Written at once, also without a connection. */
  readonly note: (caseId: CaseId, what: Extract<AccessKind, 'opened' | 'printed'>) => Promise<void>;
}
