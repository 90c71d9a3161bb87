import type { CaseView, Person, Sharing } from '../plan/caseView.ts';
import { type CivilDate, daysBetween } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import type { Discipline, Exception, LegalBasis } from './circumstances.ts';
import { type AgeRule, type ConsentSubject, type Regime, subjectsOf } from './consentRules.ts';
import { authorityOf } from './authorityOf.ts';
import { type ConsentNeed, type ConsentOutcome, type ConsentQuestion, decideConsent } from './decideConsent.ts';

/** One thing to agree to, over all children: sharing something with one partner, or what is agreed to in a file of one's own. */
export interface ConsentMatter {
  readonly subject: ConsentSubject;
  readonly partner: EntityId | null;
  readonly what: string;
  readonly purpose: string;
  readonly basis: LegalBasis | null;
  /**
   * `unrecorded`: nothing is written down about this partner yet. `stopped`: taken back, so nothing more may be shared. `elsewhere`:
   * recorded in the organisation's own file, not in the plan.
   */
  readonly state: 'unrecorded' | 'open' | 'complete' | 'lifted' | 'stopped' | 'elsewhere';
  readonly needs: readonly NeedOfChildren[];
  readonly deciders: readonly Decider[];
  readonly toldOnRequest: readonly EntityId[];
  readonly exception: Exception | null;
  readonly ask: 'dpo' | null;
  /** What was taken back, so what the partner knows already: newest first. */
  readonly shared: readonly SharedBefore[];
}

/** The same question about several children is asked once. */
export type NeedOfChildren = ConsentNeed & { readonly children: readonly EntityId[] };
export interface Decider {
  readonly who: readonly EntityId[];
  readonly children: readonly EntityId[];
  readonly rule: AgeRule;
}
export interface SharedBefore {
  readonly what: string;
  readonly from: CivilDate | null;
  readonly until: CivilDate;
  readonly by: EntityId | null;
}

/** Everything to agree to in a case, as one of these files sees it: what is open first. */
export function findConsent(view: CaseView, today: CivilDate, regime: Regime): readonly ConsentMatter[] {
  const disciplineOf = (id: EntityId | null) => view.people.find((person) => person.id === id)?.discipline ?? null;
  const recorded = recordedMatters(view, today, regime, view.sharings, disciplineOf);
  const unrecorded = partnersWithoutRecord(view, today).map((partner) => unrecordedMatter(view, today, regime, partner));
  const inOwnFile = subjectsOf[regime].elsewhere.flatMap((subject): readonly ConsentMatter[] => {
    const matter = together(view, { ...questionOf(view, today, regime, subject), partner: null, basis: 'consent' });
    const isAsked = view.children.length > 0 && matter.needs.length > 0 && isAbout[subject](view);
    return isAsked ? [{ ...matter, subject, partner: null, what: '', purpose: '', basis: null, state: 'elsewhere', shared: [] }] : [];
  });
  return inOrder([...recorded, ...unrecorded, ...inOwnFile]);
}

/** Somebody of the plan, or somebody who is not in it yet. */
export type Partner = Pick<Person, 'discipline'> & { readonly id: EntityId | null };
export type SharingDecision = Pick<Sharing, 'what' | 'purpose' | 'legalBasis' | 'decidedBy' | 'decidedOn'>;

/** Sharing with one partner, as it would be once this decision is recorded too: for whoever is about to let them in. */
export function consentWith(
  view: CaseView,
  today: CivilDate,
  regime: Regime,
  partner: Partner,
  decision: SharingDecision | null,
): readonly ConsentMatter[] {
  const before = partner.id === null ? [] : view.sharings.filter(({ withWhom }) => withWhom === partner.id);
  const foreseen = decision === null ? [] : [{ ...decision, withWhom: partner.id, withdrawnOn: null, withdrawnBy: null }];
  const matters = recordedMatters(view, today, regime, [...before, ...foreseen], () => partner.discipline);
  return matters.length === 0 ? [unrecordedMatter(view, today, regime, partner)] : inOrder(matters);
}

const ORDER: readonly ConsentMatter['state'][] = ['open', 'unrecorded', 'stopped', 'complete', 'lifted', 'elsewhere'];
const inOrder = (matters: readonly ConsentMatter[]): readonly ConsentMatter[] =>
  matters.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));

/** A treatment goal asks about treatment, an education goal about the school's support; reading along is about any help. */
const isAbout: Readonly<Record<(typeof subjectsOf)[Regime]['elsewhere'][number], (view: CaseView) => boolean>> = {
  supportSection: ({ goals }) => goals.some(({ kind }) => kind === 'education'),
  youthCareTreatment: ({ goals }) => goals.some(({ kind }) => kind === 'treatment'),
  parentsReading: () => true,
  medicalTreatment: ({ goals }) => goals.some(({ kind }) => kind === 'treatment'),
};

type SharingRecord = SharingDecision & Pick<Sharing, 'withWhom' | 'withdrawnOn' | 'withdrawnBy'>;
type DisciplineOf = (partner: EntityId | null) => Discipline | null;

/** Records of one matter: each decision to share the same with the same partner adds who agreed. */
const recordedMatters = (view: CaseView, today: CivilDate, regime: Regime, all: readonly SharingRecord[], disciplineOf: DisciplineOf) =>
  Object.values(Object.groupBy(all, sameMatter)).map((records) => fromRecords(view, today, regime, records!, disciplineOf));

const sameMatter = ({ withWhom, what, legalBasis }: SharingRecord): string =>
  JSON.stringify([withWhom, what.trim().toLowerCase().replace(/\s+/g, ' '), legalBasis]);

function unrecordedMatter(view: CaseView, today: CivilDate, regime: Regime, partner: Partner): ConsentMatter {
  const subject = subjectsOf[regime].sharing;
  const matter = together(view, { ...questionOf(view, today, regime, subject), partner: partner.discipline, basis: null });
  return { ...matter, subject, partner: partner.id, what: '', purpose: '', basis: null, state: 'unrecorded', shared: [] };
}

function fromRecords(
  view: CaseView,
  today: CivilDate,
  regime: Regime,
  records: readonly SharingRecord[],
  disciplineOf: DisciplineOf,
): ConsentMatter {
  const { withWhom, what, purpose, legalBasis: basis } = records[0]!;
  const subject = subjectsOf[regime].sharing;
  const standing = records.filter(({ withdrawnOn }) => withdrawnOn === null);
  const shared = records
    .flatMap((record) => (record.withdrawnOn === null ? [] : [sharedBefore(record, record.withdrawnOn)]))
    .sort((a, b) => daysBetween(a.until, b.until));
  const matter = together(view, {
    ...questionOf(view, today, regime, subject),
    partner: disciplineOf(withWhom),
    basis,
    agreements: standing.flatMap(({ decidedBy, decidedOn: on }) => decidedBy.map((by) => ({ by, on }))),
    withdrawals: shared.map(({ by, until: on }) => ({ by, on })),
  });
  const known = { subject, partner: withWhom, what, purpose, basis, shared };
  if (standing.length === 0) {
    // Taking back what does not rest on consent is an objection: what follows from that is not for this app to say.
    const ask = basis === 'consent' ? matter.ask : 'dpo';
    return { ...matter, ...known, needs: [], state: 'stopped', ask };
  }
  return { ...matter, ...known, state: matter.needs.length > 0 ? 'open' : matter.isLifted ? 'lifted' : 'complete' };
}

const sharedBefore = ({ what, decidedOn, withdrawnBy }: SharingRecord, until: CivilDate): SharedBefore => ({
  what,
  from: decidedOn,
  until,
  by: withdrawnBy,
});

type WholeQuestion = Omit<ConsentQuestion, 'child' | 'birthDate' | 'caregivers'>;

const questionOf = (view: CaseView, today: CivilDate, regime: Regime, subject: ConsentSubject) => {
  const homes = view.caregivers.map(({ household }) => household);
  const isApart = new Set(homes.filter((home) => home !== null)).size > 1;
  return { regime, subject, today, isApart, agreements: [], withdrawals: [] } as const;
};

/** The outcomes of all children as one; without a child nothing is known, so nothing is complete. */
function together(view: CaseView, question: WholeQuestion) {
  const outcomes = view.children.map((child) => ({ child: child.id, ...decideConsent({ ...question, ...familyOf(view, child) }) }));
  const needs = outcomes.length === 0 ? [{ type: 'BirthDateUnknown' as const, children: [] }] : mergeNeeds(outcomes.flatMap(needsOf));
  return {
    needs,
    deciders: merge(outcomes.flatMap(decidersOf)),
    isLifted: outcomes.some(({ liftedBy }) => liftedBy !== null),
    toldOnRequest: [...new Set(outcomes.flatMap(({ toldOnRequest }) => toldOnRequest))],
    exception: outcomes[0]?.exception ?? null,
    ask: outcomes.some(({ ask }) => ask === 'dpo') ? ('dpo' as const) : null,
  };
}

type OfChild = ConsentOutcome & { readonly child: EntityId };
const needsOf = ({ child, needs }: OfChild): readonly NeedOfChildren[] => needs.map((need) => ({ ...need, children: [child] }));
const decidersOf = ({ child, rule, deciders }: OfChild): readonly Decider[] =>
  rule === null || deciders.length === 0 ? [] : [{ who: deciders, children: [child], rule }];

/** Asked once, also of a parent who decides alone about one child and with the other parent about the next: then that is kept. */
function mergeNeeds(all: readonly NeedOfChildren[]): readonly NeedOfChildren[] {
  const same = Object.groupBy(all, ({ children: _, ...rest }) => JSON.stringify({ ...rest, parents: null }));
  return Object.values(same).map((group) => {
    const together = group!.find((need) => need.type === 'Agree' && need.parents !== 'one');
    return { ...(together ?? group![0]!), children: group!.flatMap(({ children }) => children) };
  });
}

/** What differs only in the child becomes one. */
function merge<T extends { readonly children: readonly EntityId[] }>(all: readonly T[]): readonly T[] {
  const same = Object.groupBy(all, ({ children: _, ...rest }) => JSON.stringify(rest));
  return Object.values(same).map((group) => ({ ...group![0]!, children: group!.flatMap(({ children }) => children) }));
}

const familyOf = (view: CaseView, child: Person): Pick<ConsentQuestion, 'child' | 'birthDate' | 'caregivers'> => ({
  child: child.id,
  birthDate: child.birthDate,
  caregivers: view.caregivers.map(({ id }) => ({ id, holds: authorityOf(view, id, child.id) })),
});

/** Professionals of another organisation than one's own who are (still) in, without a word about sharing. */
const partnersWithoutRecord = ({ professionals, sharings, me }: CaseView, today: CivilDate): readonly Person[] =>
  professionals.filter(
    ({ id, organisation, until }) =>
      id !== me?.id &&
      (until === null || until >= today) &&
      (me === null || organisation.trim().toLowerCase() !== me.organisation.trim().toLowerCase()) &&
      !sharings.some(({ withWhom }) => withWhom === id),
  );
