import type { RetentionChoice } from '../../core/plan/retention.ts';
import type { HelperInvalid } from '../../core/organisation/decideOrganisation.ts';
import type { Helper } from '../../core/shared/helpers.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { DeviceId, DocumentId, EntityId, MemberId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { Store } from '../readableStore.ts';
import type { CircleError, Invitation, InvitationHow } from '../circle/types.ts';

/* An organisation on a server: its people, and for its administrator their devices. Content of cases is never part of it. */

export interface OrganisationDevice {
  readonly id: DeviceId;
  readonly kind: 'device' | 'paper';
  readonly revoked: boolean;
  /** Its transport was stopped; each circle's lead is asked to remove it. */
  readonly blocked: boolean;
  /** A day; null: never. */
  readonly lastSeen: CivilDate | null;
}

export interface OrganisationPerson {
  readonly member: MemberId;
  /** The row of the organisation's document; null while nobody wrote one. */
  readonly entity: EntityId | null;
  readonly name: string;
  readonly discipline: string;
  readonly administrator: boolean;
  readonly me: boolean;
  readonly since: number;
  /** null: works here. */
  readonly left: CivilDate | null;
  /** null: not known here (only an administrator sees them, with a connection). */
  readonly devices: readonly OrganisationDevice[] | null;
}

/** One day of one device: from how many documents of cases it fetched something. Ids, no names; no hour of the day. */
export interface OrganisationFetch {
  readonly member: MemberId;
  readonly device: DeviceId;
  /** Among the devices of that person. */
  readonly number: number;
  readonly day: CivilDate;
  /** The first letters of their ids. */
  readonly documents: readonly string[];
  readonly times: number;
}

export type OrganisationAlarm =
  /** When the only administrator is away, nobody can invite or stop a device. */
  { readonly type: 'OneAdministrator' };

export interface OrganisationView {
  readonly doc: DocumentId;
  readonly name: string;
  /** How long closed cases are kept; null: nobody chose, so what is usual counts. */
  readonly retention: RetentionChoice | null;
  readonly amAdministrator: boolean;
  /** How families reach who helps them, as far as it was written down. */
  readonly helpers: readonly Helper[];
  /** By name; who left last. */
  readonly people: readonly OrganisationPerson[];
  /** Bytes on the server; null: not asked yet, or no connection. */
  readonly storedBytes: number | null;
  /** What the devices of these people were given, by day, the newest first; null: not asked yet, or no connection. */
  readonly fetches: readonly OrganisationFetch[] | null;
  /** When the server last told devices and storage. */
  readonly toldAt: number | null;
  readonly alarms: readonly OrganisationAlarm[];
}

export interface OpenOrganisation {
  readonly view: Store<OrganisationView>;
  /** Asks the server for devices and storage; administrators only. */
  readonly refresh: () => Promise<Result<void, CircleError>>;
  readonly close: () => void;
}

export type OrganisationError =
  | CircleError
  | { readonly type: 'NoOrganisation' }
  | { readonly type: 'NameMissing' }
  /** The organisation's own period needs its years. */
  | { readonly type: 'PeriodMissing' }
  | HelperInvalid
  | { readonly type: 'NotAnAdministrator' }
  | { readonly type: 'LastAdministrator' }
  | { readonly type: 'TextTooLong'; readonly field: string; readonly max: number };

type Done<T = void> = Promise<Result<T, OrganisationError>>;

/** On `Application.organisation`. */
export interface Organisation {
  /** What this device knows of the organisation it belongs to; `NoOrganisation` when it belongs to none. */
  readonly open: () => Done<OpenOrganisation>;
  /** From the one-time link of the server's first start: `#setup=<secret>`, or the secret alone. */
  readonly found: (setup: string, name: string) => Done;
  readonly rename: (name: string) => Done;
  /** How long closed cases are kept, for everyone in it. */
  readonly retain: (choice: RetentionChoice) => Done;
  /** For every family whose coordinator is of this organisation. What is filled in counts as checked today. */
  readonly setHelpers: (helpers: readonly Omit<Helper, 'checkedOn'>[]) => Done;
  readonly changePerson: (member: MemberId, change: { readonly name?: string; readonly discipline?: string }) => Done;
  /** Follow it in `Circle.invitations`; accept and end it there too. */
  readonly inviteColleague: (input: { readonly how: InvitationHow; readonly administrator: boolean }) => Done<Invitation>;
  readonly makeAdministrator: (member: MemberId, administrator: boolean) => Done;
  readonly blockDevice: (device: DeviceId, blocked: boolean) => Done;
  /** Out of the organisation. The circles of cases they are in keep them: each circle's lead removes them there. */
  readonly removeColleague: (member: MemberId) => Done;
}
