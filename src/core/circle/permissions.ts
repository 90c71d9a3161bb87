import { authorOf, kindOf } from '../document/entityId.ts';
import type { Operation } from '../document/operation.ts';
import type { MemberId } from '../shared/ids.ts';
import type { DocumentKind, RosterRole } from './rosterEntry.ts';

/**
 * Who may write what: one table, applied in the fold of every device. It looks at the role, the kind of operation, the
 * kind of entity, the field, and the author fixed in the entity's id; never at values, because what a cell holds depends on
 * what has arrived (SPEC 4). A released row never changes: a new rule is a new kind of operation.
 *
 * The thinking behind the rows:
 * - Everyone who writes may add what a conversation brings (strength, concern, goal, action, helper) and change their own.
 * - Words belong to who wrote them: what someone sees, worries about, wants or answers. Another may say that they see it
 *   differently or put it in an order, not rephrase it; who disagrees adds their own beside it.
 * - A plan is still shared work: dates, levels, who does what and what is handled are open to every professional, also when
 *   a colleague wrote it down, and a few of them to the family (the order of the goals, accepting a role, contact details).
 * - Only a lead takes away another's words: an entity then says `deleted`, stays in the history and can be put back.
 * - Reports, answers, preparations and questions are never touched by another, not even by a lead: a changed mind is a new answer.
 */
export function isPermitted(document: DocumentKind, role: RosterRole, operation: Operation, author: MemberId): boolean {
  const [type, entity, name] = operation;
  const rule = document === 'plan' ? planRules[kindOf(entity)] : documentRules[document];
  if (rule === undefined) return false;
  const field = name.split(':', 1)[0] as string;
  if (document === 'plan' && (type === 'text') !== (rule.notes ?? none).includes(field)) return false;
  const owner = authorOf(entity);
  if (owner === author) return rule.own.includes(role);
  const fields = (owner === null ? rule.nobodys : rule.others)?.[role] ?? none;
  return fields === every || fields.includes(field) || (fields === allButDeleting && field !== 'deleted');
}

/** Who may be given a document of this kind at all. An auditor gets the key of its access log only. */
export const mayHold = (document: DocumentKind, role: RosterRole): boolean => readers[document].includes(role);

interface KindRule {
  /** Who may make one, and change or take away their own. */
  readonly own: readonly RosterRole[];
  /** What they may write in one that another made: fields by name. */
  readonly others?: FieldsByRole;
  /** What they may write in one that is nobody's: the single ones, and those whose id is derived from others. */
  readonly nobodys?: FieldsByRole;
  /** Fields that are long notes: written by `text` only; all others by `set` only. */
  readonly notes?: readonly string[];
}
type FieldsByRole = { readonly [R in RosterRole]?: readonly string[] };

const none: readonly string[] = [];
const every: readonly string[] = ['*'];
const allButDeleting: readonly string[] = ['* but deleted'];

const professionals: readonly RosterRole[] = ['lead', 'professional', 'expert'];
/** Colleagues of each other; whoever else is in a circle is family, their helper, or only reads. */
export const isProfessional = (role: RosterRole): boolean => professionals.includes(role);
const family: readonly RosterRole[] = ['caregiver', 'youngPerson', 'supporter'];
const writers: readonly RosterRole[] = [...professionals, ...family];

const give = (roles: readonly RosterRole[], fields: readonly string[]): FieldsByRole =>
  Object.fromEntries(roles.map((role) => [role, fields]));

const professionalsAll = give(professionals, every);
const professionalsButDeleting = give(professionals, allButDeleting);
const contact = ['phone', 'reachability', 'language', 'needsInterpreter', 'interpreter', 'household'];
const acceptance = ['acceptedAt', 'acceptedVia', 'acceptedRecordedBy', 'endedAt'];
const levels = ['levelMinus3', 'levelMinus2', 'levelMinus1', 'level0', 'levelPlus1', 'levelPlus2'];
const contributions = ['doesHome', 'doesSchool', 'doesLeisure'];
const goalWork = ['about', 'wholeFamily', 'supports', 'domain', 'kind', 'reinforces', 'state', 'order', ...levels, ...contributions];

/** What someone says: others may place it and say they see it differently, a lead may also take it away. */
const words = (placing: readonly string[], byFamily: readonly string[] = none): KindRule => ({
  own: writers,
  others: { ...give(professionals, placing), lead: [...placing, 'deleted'], ...give(family, byFamily) },
});

const planRules: { readonly [kind: string]: KindRule | undefined } = {
  family: {
    own: none as readonly RosterRole[],
    notes: ['analysis'],
    nobodys: {
      ...professionalsButDeleting,
      caregiver: [
        'questionFamily',
        'questionFamilyBy',
        'familyDecision',
        'familyDecisionNote',
        'existingPlan',
        'existingPlanWhere',
        'preferredCoordinator',
        'analysis',
        'leaveBehind',
      ],
      youngPerson: ['questionPupil', 'questionPupilHow', 'preferredCoordinator', 'analysis'],
      supporter: ['analysis'],
    },
  },
  person: { own: writers, others: { ...professionalsAll, ...give(['caregiver', 'youngPerson'], contact) } },
  household: { own: [...professionals, 'caregiver'], others: { ...professionalsAll, caregiver: ['name', 'arrangement'] } },
  // Who holds authority is checked by a professional against a source; a caregiver tells it, and it is recorded as told.
  authority: { own: professionals, others: professionalsAll, nobodys: professionalsAll },
  // What was agreed about sharing stays as it was agreed; taking consent back is always possible.
  sharing: {
    own: professionals,
    others: {
      ...give(professionals, ['decidedBy', 'decidedOn', 'how', 'withdrawnOn', 'withdrawnBy']),
      ...give(['caregiver', 'youngPerson'], ['withdrawnOn', 'withdrawnBy']),
    },
  },
  strength: words(['domain', 'seenDifferentlyBy', 'conference', 'order'], ['seenDifferentlyBy', 'order']),
  concern: words(['domain', 'seenDifferentlyBy', 'conference', 'order'], ['seenDifferentlyBy', 'order']),
  helper: { own: professionals, nobodys: professionalsAll },
  earlierHelp: words(['when', 'order']),
  // A point is finished at the table, by whoever turns it into an action.
  point: { own: writers, others: give(professionals, ['kind', 'conference', 'handled', 'order', 'deleted']) },
  goal: words(goalWork, ['order', 'doesHome', 'doesLeisure']),
  action: { own: writers, others: { ...professionalsAll, ...give(family, ['order']) } },
  report: { own: writers },
  // What someone prepared, asked or answered is theirs, whoever's device it was written on.
  preparation: { own: writers },
  remark: { own: writers },
  remarkReply: { own: writers },
  // Only the team adopts; the words stay with whoever wrote them.
  familyGoal: words(none),
  adoption: { own: professionals },
  // A child's words stay with the device that wrote them, its own or that of who wrote along; the team answers.
  pupilVoice: { own: writers },
  pupilVoiceReply: { own: professionals },
  // Who came to stand beside somebody brings nobody else; only who changes the circle answers. It lets nobody in by itself.
  companion: { own: ['lead', 'professional', 'caregiver', 'youngPerson'] },
  companionReply: { own: ['lead'] },
  hearing: { own: professionals },
  role: { own: writers, others: { ...professionalsAll, ...give(family, acceptance) } },
  // The turns are the history of the handovers, so another's is never taken away.
  coordinatorTurn: {
    own: writers,
    others: { ...professionalsButDeleting, ...give(family, [...acceptance, 'declinedAt', 'endReason', 'cover', 'reachability']) },
  },
  agreement: { own: writers, others: professionalsAll },
  answer: { own: writers },
  conference: { own: professionals, notes: ['notes'], others: professionalsAll },
  evaluation: { own: professionals, others: professionalsAll, nobodys: professionalsAll },
  attainment: { own: writers, nobodys: give(writers, every) },
  goalOutcome: { own: professionals, others: professionalsAll, nobodys: professionalsAll },
  kept: { own: writers, nobodys: give(writers, every) },
  experience: { own: writers, nobodys: give(writers, every) },
};

/** The other documents: whoever may hold one writes their own in it, and what is nobody's. */
const ownIn = (roles: readonly RosterRole[]): KindRule => ({ own: roles, nobodys: give(roles, every), others: { lead: ['deleted'] } });

const documentRules: { readonly [K in Exclude<DocumentKind, 'plan'>]: KindRule } = {
  part: ownIn(writers),
  // A family member's own preparation: they founded it, so they are its lead. Whom they let in reads.
  voice: ownIn(['lead']),
  team: ownIn(professionals),
  safety: ownIn(['lead', 'professional']),
  personal: ownIn(['lead']),
  // The people of an organisation, written by its administrators (the leads) and, about themselves, by each.
  organisation: { own: ['lead', 'professional'], nobodys: { lead: every }, others: { lead: every } },
};

const readers: { readonly [K in DocumentKind]: readonly RosterRole[] } = {
  plan: [...writers, 'reader'],
  part: [...writers, 'reader'],
  voice: [...writers, 'reader'],
  team: professionals,
  // Never on a family member's device: not a byte, a count or a size.
  safety: ['lead', 'professional'],
  personal: ['lead'],
  organisation: ['lead', 'professional'],
};
