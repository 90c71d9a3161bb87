import type { CircleView, InvitationHow, InviteInput, SharingInput } from '../../../application/application.ts';
import type { RosterRole } from '../../../core/circle/rosterEntry.ts';
import type { SharingDecision } from '../../../core/consent/consentMatters.ts';
import type { CaseView, Companion, Person } from '../../../core/plan/caseView.ts';
import { isForAWhile } from '../../../core/plan/companions.ts';
import type { CivilDate } from '../../../core/shared/civilDate.ts';
import type { DocumentId, EntityId } from '../../../core/shared/ids.ts';
import { isFamilyRole } from '../../components/circle/isFamilyRole.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { documentsToGive } from './ReadingFields.tsx';

/** What is filled in so far. */
export interface InviteDraft {
  /** A person of the plan, or somebody new. */
  readonly person: EntityId | 'new' | null;
  readonly newPerson: NewPerson;
  readonly role: RosterRole | null;
  readonly how: InvitationHow | null;
  readonly documents: readonly DocumentId[];
  readonly until: CivilDate | null;
  readonly sharing: SharingDraft;
  /** Whom the family asked to bring: comes as a supporter, for a while. */
  readonly companion: EntityId | null;
}
export interface NewPerson {
  readonly name: string;
  readonly part: Person['part'];
  readonly relation: string;
  readonly discipline: Person['discipline'];
  readonly organisation: string;
}
export interface SharingDraft {
  /** Not now: the family sees that it is missing. */
  readonly isSkipped: boolean;
  readonly what: string;
  readonly purpose: string;
  readonly legalBasis: SharingInput['legalBasis'] | null;
  readonly decidedBy: readonly EntityId[];
  readonly decidedOn: CivilDate | null;
  readonly how: SharingInput['how'] | null;
}

export const emptyDraft = (today: CivilDate): InviteDraft => ({
  person: null,
  newPerson: { name: '', part: null, relation: '', discipline: null, organisation: '' },
  role: null,
  how: null,
  documents: [],
  until: null,
  sharing: { isSkipped: false, what: '', purpose: '', legalBasis: null, decidedBy: [], decidedOn: today, how: null },
  companion: null,
});

/** What the family asked, to be looked over by a lead. */
export const companionDraft = ({ id, name, who, ends }: Companion, relation: string, today: CivilDate): InviteDraft => ({
  ...emptyDraft(today),
  person: who ?? 'new',
  newPerson: { name, part: 'network', relation, discipline: null, organisation: '' },
  role: 'supporter',
  until: ends,
  companion: id,
});

/** Who comes for a while: an expert, and whom the family brings. */
export const hasEnd = ({ role, companion }: InviteDraft): boolean => role === 'expert' || companion !== null;

/** Of another organisation: then it must be recorded what is shared and why. The family's own people need none. */
export function needsSharing(draft: InviteDraft, people: CaseView['people'], myOrganisation: string): boolean {
  if (draft.role === null || isFamilyRole(draft.role) || draft.person === null) return false;
  const organisation =
    draft.person === 'new' ? draft.newPerson.organisation : (people.find(({ id }) => id === draft.person)?.organisation ?? '');
  return organisation.trim().toLowerCase() !== myOrganisation.trim().toLowerCase();
}

/** Something that stands is recorded about sharing with this person already: then nothing needs to be asked twice. */
export const isRecorded = ({ sharings }: CaseView, person: InviteDraft['person']): boolean =>
  sharings.some(({ withWhom, withdrawnOn }) => withWhom === person && withdrawnOn === null);

/** What is filled in so far about sharing; null while that is nothing, or when it is left for later. */
export function decisionOf({ isSkipped, what, purpose, legalBasis, decidedBy, decidedOn }: SharingDraft): SharingDecision | null {
  const isBegun = what.trim() !== '' || legalBasis !== null || decidedBy.length > 0;
  return isSkipped || !isBegun ? null : { what, purpose, legalBasis, decidedBy, decidedOn };
}

export type DraftProblem =
  'person' | 'name' | 'part' | 'role' | 'until' | 'untilWrong' | 'how' | 'what' | 'purpose' | 'legalBasis' | 'sharingHow';
export const problemTexts = {
  person: 'circle.invite.personMissing',
  name: 'circle.invite.nameMissing',
  part: 'circle.invite.partMissing',
  role: 'circle.invite.roleMissing',
  until: 'asked.error.EndDateMissing',
  untilWrong: 'circle.prolong.untilWrong',
  how: 'circle.invite.howMissing',
  what: 'circle.sharing.whatMissing',
  purpose: 'circle.sharing.purposeMissing',
  legalBasis: 'circle.sharing.basisMissing',
  sharingHow: 'circle.sharing.howMissing',
} as const satisfies Record<DraftProblem, MessageKey>;

/** What is still missing, in the order of the form. */
export function findProblems(draft: InviteDraft, isSharingNeeded: boolean, today: CivilDate): readonly DraftProblem[] {
  const { person, newPerson, role, until, how, sharing } = draft;
  const isShared = isSharingNeeded && !sharing.isSkipped;
  const checks: readonly (readonly [DraftProblem, boolean])[] = [
    ['person', person === null],
    ['name', person === 'new' && newPerson.name.trim() === ''],
    ['part', person === 'new' && newPerson.part === null],
    ['role', role === null],
    ['until', hasEnd(draft) && until === null],
    ['untilWrong', draft.companion !== null && until !== null && !isForAWhile(until, today)],
    ['what', isShared && sharing.what.trim() === ''],
    ['purpose', isShared && sharing.purpose.trim() === ''],
    ['legalBasis', isShared && sharing.legalBasis === null],
    ['sharingHow', isShared && sharing.how === null],
    ['how', how === null],
  ];
  return checks.flatMap(([problem, isMissing]) => (isMissing ? [problem] : []));
}

/** What is asked, of a draft without problems. */
export function toInput(draft: InviteDraft, person: EntityId, view: CircleView, isSharingNeeded: boolean): InviteInput {
  const { role, how, documents, until, sharing } = draft;
  const given = documentsToGive(view, role).map(({ doc }) => doc);
  const { isSkipped, legalBasis, how: decidedHow, ...rest } = sharing;
  return {
    role: role!,
    how: how!,
    person,
    documents: documents.filter((doc) => given.includes(doc)),
    until: hasEnd(draft) ? until : null,
    sharing: isSharingNeeded && !isSkipped && legalBasis && decidedHow ? { ...rest, legalBasis, how: decidedHow } : null,
    succeeds: null,
  };
}
