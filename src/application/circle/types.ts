import type { DocumentKind, RosterRole } from '../../core/circle/rosterEntry.ts';
import type { ErasureTarget } from '../../core/document/planErasure.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { CaseId, DeviceId, DocumentId, EntityId, MemberId } from '../../core/shared/ids.ts';
import type { Result } from '../../core/shared/result.ts';
import type { Refusal } from '../../protocol/exchange/refusals.ts';
import type { Store } from '../readableStore.ts';

export type { ErasureTarget };

/*
 * What the screens see and ask of circles, invitations and a person's own devices. Changing who is in needs a connection, because
 * the server keeps the order; editing never does.
 */

export type CircleError =
  | { readonly type: 'Locked' }
  | { readonly type: 'UnknownCase' }
  /** This device belongs to no server yet: found an organisation or use an invitation first. */
  | { readonly type: 'NotConnected' }
  /** No connection now; nothing was changed. */
  | { readonly type: 'Offline' }
  | { readonly type: 'NotALead' }
  | { readonly type: 'NotAMember' }
  | { readonly type: 'AlreadyAMember' }
  | { readonly type: 'RoleMayNotHoldThis' }
  | { readonly type: 'LastLead' }
  | { readonly type: 'ReasonMissing' }
  | { readonly type: 'TitleTooLong' }
  /** A family member goes only when another professional stands behind it too. */
  | { readonly type: 'SecondProfessionalMissing' }
  /** An expert comes for a while. */
  | { readonly type: 'EndDateMissing' }
  /** The invitation was used, ended or is too old. */
  | { readonly type: 'InvitationOver' }
  /** Others changed the circle at the same moment, again and again; try once more. */
  | { readonly type: 'CircleMoved' }
  | { readonly type: 'UnknownDevice' }
  /** What was pointed at is not here any more. */
  | { readonly type: 'NothingToErase' }
  /** The server tells another history than before, or what nobody signed: nothing was changed. */
  | { readonly type: 'ServerDiffers' }
  /** Somebody in the circle works with a newer version of the app, and what is there cannot be read here yet. */
  | { readonly type: 'NewerVersion' }
  | { readonly type: 'Refused'; readonly code: Refusal }
  | { readonly type: 'NotSaved'; readonly problem: 'diskFull' | 'storageLost' };

export type AddedKind = Extract<DocumentKind, 'part' | 'team' | 'safety'>;

export interface PartWords {
  /** What it is about; read by its own circle only. */
  readonly title?: string;
  /** Of `team`, and needed there: why it exists. Everyone in the plan reads it. */
  readonly reason?: string;
}

/* ---- invitations ---- */

/** In person: the other is beside you, 10 minutes. At a distance: at most 24 hours, and both compare 24 digits by phone. */
export type InvitationHow = 'inPerson' | 'atDistance';
export type InvitationUse = 'organisation' | 'case' | 'device';

/** One invitation that this device made. `link` is a fragment (`#uitnodiging=…`): put the app's own address before it. Never log it. */
export interface Invitation {
  readonly id: string;
  readonly use: InvitationUse;
  readonly how: InvitationHow;
  readonly link: string;
  readonly madeAt: number;
  readonly expiresAt: number;
  /** For a case. */
  readonly caseId: CaseId | null;
  readonly person: EntityId | null;
  readonly role: RosterRole | null;
  /** Whose lost keys go out when who asks is accepted. */
  readonly succeeds: MemberId | null;
  readonly state: InvitationState;
  /** The server cannot be reached now: who asks is not seen yet. */
  readonly offline: boolean;
}

export type InvitationState =
  | { readonly type: 'waiting' }
  /** Compare the digits (six groups of four; null in person), then accept or refuse. */
  | { readonly type: 'asked'; readonly name: string; readonly organisation: string; readonly digits: string | null }
  | { readonly type: 'accepted'; readonly name: string; readonly at: number }
  | { readonly type: 'refused' }
  | { readonly type: 'expired' }
  | { readonly type: 'ended' };

export interface InviteInput {
  readonly role: RosterRole;
  readonly how: InvitationHow;
  /** The person of the plan who comes in: gets the member written beside them. Null only for who comes back and stands in no plan. */
  readonly person: EntityId | null;
  /** Besides the plan: documents of this case (`CircleView.documents`) that they will read from the beginning. */
  readonly documents: readonly DocumentId[];
  /** Needed for an expert. */
  readonly until: CivilDate | null;
  /** What is shared with somebody of another organisation and why; null: not recorded (yet), which the family sees. */
  readonly sharing: SharingInput | null;
  /**
   * Every device and the code on paper lost: who comes in is this member, with new keys. Accepting takes the lost keys out; those of a
   * family member are proposed for it, like the person would be.
   */
  readonly succeeds: MemberId | null;
}

export interface SharingInput {
  readonly what: string;
  readonly purpose: string;
  readonly legalBasis: 'consent' | 'legalObligation' | 'publicTask' | 'vitalInterest';
  readonly decidedBy: readonly EntityId[];
  readonly decidedOn: CivilDate | null;
  readonly how: 'own' | 'spoken' | 'paper';
}

/* ---- joining, on the other side ---- */

export type InvitationLinkError =
  /** No invitation, or a piece of it is missing. */
  | { readonly type: 'Mangled' }
  /** Made by a newer version: load the app anew. */
  | { readonly type: 'Newer' }
  /** A link of Knooppunt, but no invitation. */
  | { readonly type: 'WrongKind' };

/** Where the invitation that was opened here stands; goes on by itself, also after unlocking or when the network comes back. */
export type JoinState =
  | { readonly type: 'none' }
  | { readonly type: 'unreadable'; readonly problem: InvitationLinkError['type'] }
  /** Set up or unlock this device first. */
  | { readonly type: 'needsDevice'; readonly use: InvitationUse }
  /** No signal: the scan is kept, and finishes by itself. */
  | { readonly type: 'kept'; readonly use: InvitationUse }
  /** Asked; the other side accepts. Read the digits out to each other (null in person). */
  | {
      readonly type: 'waiting';
      readonly use: InvitationUse;
      readonly inviter: { readonly name: string; readonly organisation: string };
      readonly digits: string | null;
    }
  /** `caseId` is there as soon as the case is on this device. */
  | { readonly type: 'in'; readonly use: InvitationUse; readonly caseId: CaseId | null }
  | { readonly type: 'refused' }
  | { readonly type: 'expired' }
  /** Somebody used this link already, or it was ended. */
  | { readonly type: 'used' }
  /** Linking a device needs an empty one: here is work of another person already. */
  | { readonly type: 'deviceInUse' }
  | { readonly type: 'failed'; readonly error: CircleError };

/* ---- the circle of a case ---- */

export interface CircleDocument {
  readonly doc: DocumentId;
  readonly kind: DocumentKind;
  /** What its readers call it; '' for the plan. */
  readonly title: string;
  /** null: not in it (any more). */
  readonly myRole: RosterRole | null;
  readonly members: readonly CircleMembership[];
}

export interface CircleMembership {
  readonly member: MemberId;
  readonly role: RosterRole;
  /** When the entry was written by which they have this role. */
  readonly since: number;
  readonly until: CivilDate | null;
}

/** Somebody in the circle, over all documents of the case that are here. */
export interface CirclePerson {
  readonly member: MemberId;
  /** The person of the plan; null while nobody wrote the member beside one. */
  readonly person: EntityId | null;
  /** From the plan, else from the own organisation; '' when neither knows. */
  readonly name: string;
  readonly discipline: string;
  readonly organisation: string;
  /** In the plan; null when only in another document. */
  readonly role: RosterRole | null;
  readonly since: number;
  readonly until: CivilDate | null;
  readonly me: boolean;
  /** Came back with new keys; these are the lost ones, on their way out. */
  readonly replaced: boolean;
  /** Devices that are not revoked, without the code on paper; null while the keyring is not here. */
  readonly devices: number | null;
  /** An administrator stopped one of them: think about removing this person. */
  readonly blocked: boolean;
  /**
   * Of another organisation. `missing`: nobody recorded what is shared and why. `withdrawn`: all of it was taken back, and they still
   * read along. The family sees both too.
   */
  readonly sharing: 'notNeeded' | 'recorded' | 'missing' | 'withdrawn';
  /** `near`: ends within 14 days; `past`: should have left. */
  readonly end: 'none' | 'later' | 'near' | 'past';
  /** The family brought them: what it asked, and whether it still wants that. */
  readonly companion: { readonly id: EntityId; readonly isWanted: boolean } | null;
  readonly documents: readonly { readonly doc: DocumentId; readonly kind: DocumentKind; readonly role: RosterRole }[];
}

/** Something that is decided and not finished in every document: any lead's device goes on with it. */
export interface CircleJob {
  readonly type: 'removal' | 'deviceRevoked' | 'destruction';
  /** Who leaves, whose device it was, or who decided that the case is destroyed. */
  readonly member: MemberId;
  /** The documents where it must still happen, in their order. */
  readonly open: readonly { readonly doc: DocumentId; readonly kind: DocumentKind; readonly mine: boolean }[];
  /** Why it does not go on now. */
  readonly problem: CircleError['type'] | null;
}

/** Removing a family member waits for a second professional. */
export interface RemovalProposal {
  readonly member: MemberId;
  readonly reason: string;
  readonly by: readonly MemberId[];
  /** I am a professional here and did not say so yet. */
  readonly mayISecond: boolean;
}

/** Made before leaving and arrived after: not in the plan, never lost. */
export interface LateEdits {
  readonly member: MemberId | null;
  readonly doc: DocumentId;
  readonly count: number;
  readonly newest: number;
  /** Something of it can be written in the plan with `OpenCase.takeOverLate`. */
  readonly mayTakeOver: boolean;
}

export type CircleAlarm =
  /** Nobody else can change the circle when this one is away. */
  | { readonly type: 'OneLead'; readonly member: MemberId }
  /** Fewer than two professionals: when one leaves, nobody can go on. */
  | { readonly type: 'NoContinuity' }
  | { readonly type: 'EndPast'; readonly member: MemberId; readonly on: CivilDate }
  | { readonly type: 'EndNear'; readonly member: MemberId; readonly on: CivilDate }
  /** The family brought somebody, and does not want that any more. */
  | { readonly type: 'NotWanted'; readonly member: MemberId }
  | { readonly type: 'SharingMissing' | 'SharingWithdrawn'; readonly member: MemberId }
  | { readonly type: 'DeviceBlocked'; readonly member: MemberId }
  | { readonly type: 'Unfinished'; readonly job: CircleJob }
  /** Lines are missing in the access log, or a device that was given content never wrote one. */
  | { readonly type: 'LinesMissing' | 'DeviceSilent'; readonly member: MemberId | null };

export interface CircleView {
  readonly caseId: CaseId;
  /** In the plan; null: not in any more. */
  readonly myRole: RosterRole | null;
  /** I am a lead of the plan. */
  readonly mayChange: boolean;
  readonly people: readonly CirclePerson[];
  readonly documents: readonly CircleDocument[];
  /** People of the own organisation who are not in yet: `addColleague` needs no invitation. */
  readonly colleagues: readonly { readonly member: MemberId; readonly name: string; readonly discipline: string }[];
  readonly jobs: readonly CircleJob[];
  readonly proposals: readonly RemovalProposal[];
  readonly late: readonly LateEdits[];
  readonly alarms: readonly CircleAlarm[];
}

export interface OpenCircle {
  readonly view: Store<CircleView>;
  readonly close: () => void;
}

type Done<T = void> = Promise<Result<T, CircleError>>;

/** Who is in, on `Application.circle`. */
export interface Circle {
  readonly open: (caseId: CaseId) => Done<OpenCircle>;

  /** Everything this device invited and that is not forgotten yet, newest first; followed while somebody subscribes. */
  readonly invitations: Store<readonly Invitation[]>;
  readonly invite: (caseId: CaseId, input: InviteInput) => Done<Invitation>;
  readonly acceptGuest: (invitation: string) => Done;
  readonly refuseGuest: (invitation: string) => Done;
  /** Nobody can use it from now on; also takes an old one off the list. */
  readonly endInvitation: (invitation: string) => Done;

  readonly joining: Store<JoinState>;
  /** The kind of a link, for saying what it is before it is used. Accepts the address, its fragment, or the code alone. */
  readonly readInvitation: (link: string) => Promise<Result<{ readonly use: InvitationUse }, InvitationLinkError>>;
  /** Follow `joining`. Take the link out of the address bar first. */
  readonly join: (link: string) => Promise<void>;
  /** Does not go on with it. */
  readonly forgetJoining: () => Promise<void>;

  /** A colleague whose keys are known from the own organisation: no invitation needed. */
  readonly addColleague: (
    caseId: CaseId,
    input: {
      readonly member: MemberId;
      readonly role: RosterRole;
      /** null: a person is added to the plan. */
      readonly person: EntityId | null;
      readonly documents: readonly DocumentId[];
      readonly until: CivilDate | null;
    },
  ) => Done;
  readonly changeRole: (caseId: CaseId, member: MemberId, role: RosterRole) => Done;
  /** Out of everything of the case: safety, team, parts, plan. A family member: see `proposeRemoval`. `reason` is sealed. */
  readonly removeMember: (caseId: CaseId, member: MemberId, reason: string) => Done;
  /** A professional stands behind removing a family member; with the second one it is carried out by a lead's device. */
  readonly proposeRemoval: (caseId: CaseId, member: MemberId, reason: string) => Done;
  readonly secondRemoval: (caseId: CaseId, member: MemberId) => Done;
  /** Goes on now with what is unfinished; it also happens by itself. */
  readonly continueJobs: (caseId: CaseId) => Done;
  /** What `eraseEverywhere` would do. Nothing happens yet, and no connection is needed. `doc`: of the case; otherwise its plan. */
  readonly previewErasure: (caseId: CaseId, target: ErasureTarget, doc?: DocumentId) => Done<ErasurePreview>;
  /**
   * Takes values off every device and the server, for ever (SPEC 10). By a lead, with a connection. `keep`: what stays of a long note;
   * '' leaves nothing.
   */
  readonly eraseEverywhere: (caseId: CaseId, target: ErasureTarget, keep: string, doc?: DocumentId) => Done;
  /** Another document of the case, with oneself as its only lead. Of `team` the plan says why it is there. */
  readonly addDocument: (caseId: CaseId, kind: AddedKind, words?: PartWords) => Done<DocumentId>;
  /** Somebody of the plan reads this document too. */
  readonly letInto: (caseId: CaseId, doc: DocumentId, member: MemberId) => Done;
}

/* ---- erasing a text everywhere ---- */

/** What erasing takes with it: shown before it is done. */
export interface ErasurePreview {
  /** Versions of the text that go. */
  readonly versions: number;
  /** Who wrote them. */
  readonly authors: readonly MemberId[];
  /** A long note goes whole: what stands in it now, to choose what stays. Null for any other field. */
  readonly note: string | null;
  /** Saved together with it and still standing: written anew, in the name of whoever erases. */
  readonly rewritten: readonly ErasedCell[];
  /** Saved together with it, and only its writer can write it anew: goes along. */
  readonly lost: readonly ErasedCell[];
}

export interface ErasedCell {
  readonly entity: EntityId;
  readonly field: string;
}

/* ---- a person's own devices ---- */

export interface OwnDevice {
  readonly id: DeviceId;
  readonly kind: 'device' | 'paper';
  readonly thisOne: boolean;
  readonly revoked: boolean;
}

export type RecoverError =
  | CircleError
  | { readonly type: 'WrongRecoveryCode' }
  /** The server knows no such code: it was made and never exchanged, or by another server. */
  | { readonly type: 'CodeUnknownHere' }
  | { readonly type: 'DeviceNotEmpty' };

/** On `Application.devices`. */
export interface OwnDevices {
  readonly own: Store<readonly OwnDevice[]>;
  /** Shows a link for a new, empty device; it appears in `Circle.invitations` with use `device`. */
  readonly link: (how: InvitationHow) => Done<Invitation>;
  /** A lost device: it gets nothing any more, and every document a new key. Unfinished documents are `CircleJob`s. */
  readonly revoke: (device: DeviceId) => Done;
  /** All devices lost, the code on paper is there: this empty device takes over. */
  readonly recover: (
    code: string,
    input: {
      readonly name: string;
      readonly discipline: string;
      readonly organisation: string;
      readonly passphrase: string;
      readonly shared?: boolean;
    },
  ) => Promise<Result<void, RecoverError>>;
}
