import type { CaseView, Person, Sharing } from '../plan/caseView.ts';
import { birthday, type CivilDate, daysBetween } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import type { Exception, LegalBasis } from './circumstances.ts';
import { ageRules, type AgeRule, type ConsentAge, type ConsentSubject, type Regime, subjectsOf } from './consentRules.ts';
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
  const { sharing, elsewhere } = subjectsOf[regime];
  const recorded = Object.values(Object.groupBy(view.sharings, sameMatter)).map((records) => fromRecords(view, today, regime, records!));
  const unrecorded = partnersWithoutRecord(view, today).map((partner) => ({
    ...together(view, { ...questionOf(view, today, regime, sharing), partner: partner.discipline, basis: null }),
    subject: sharing,
    partner: partner.id,
    what: '',
    purpose: '',
    basis: null,
    state: 'unrecorded' as const,
    shared: [],
  }));
  const inOwnFile = elsewhere.flatMap((subject): readonly ConsentMatter[] => {
    const matter = together(view, { ...questionOf(view, today, regime, subject), partner: null, basis: 'consent' });
    const isAsked = matter.deciders.length > 0 && isAbout[subject](view);
    return isAsked ? [{ ...matter, subject, partner: null, what: '', purpose: '', basis: null, state: 'elsewhere', shared: [] }] : [];
  });
  return [...recorded, ...unrecorded, ...inOwnFile].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

const ORDER: readonly ConsentMatter['state'][] = ['open', 'unrecorded', 'stopped', 'complete', 'lifted', 'elsewhere'];

/** A treatment goal asks about treatment, an education goal about the school's support; reading along is about any help. */
const isAbout: Readonly<Record<(typeof subjectsOf)[Regime]['elsewhere'][number], (view: CaseView) => boolean>> = {
  supportSection: ({ goals }) => goals.some(({ kind }) => kind === 'education'),
  youthCareTreatment: ({ goals }) => goals.some(({ kind }) => kind === 'treatment'),
  parentsReading: () => true,
  medicalTreatment: ({ goals }) => goals.some(({ kind }) => kind === 'treatment'),
};

/** Records of one matter: each decision to share the same with the same partner adds who agreed. */
const sameMatter = ({ withWhom, what, legalBasis }: Sharing): string =>
  JSON.stringify([withWhom, what.trim().toLowerCase().replace(/\s+/g, ' '), legalBasis]);

function fromRecords(view: CaseView, today: CivilDate, regime: Regime, records: readonly Sharing[]): ConsentMatter {
  const { withWhom, what, purpose, legalBasis: basis } = records[0]!;
  const subject = subjectsOf[regime].sharing;
  const standing = records.filter(({ withdrawnOn }) => withdrawnOn === null);
  const shared = records
    .flatMap((record) => (record.withdrawnOn === null ? [] : [sharedBefore(record, record.withdrawnOn)]))
    .sort((a, b) => daysBetween(a.until, b.until));
  const matter = together(view, {
    ...questionOf(view, today, regime, subject),
    partner: view.people.find(({ id }) => id === withWhom)?.discipline ?? null,
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

const sharedBefore = ({ what, decidedOn, withdrawnBy }: Sharing, until: CivilDate): SharedBefore => ({
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
  const needs = outcomes.length === 0 ? [{ type: 'BirthDateUnknown' as const, children: [] }] : merge(outcomes.flatMap(needsOf));
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

/** What differs only in the child becomes one. */
function merge<T extends { readonly children: readonly EntityId[] }>(all: readonly T[]): readonly T[] {
  const same = Object.groupBy(all, ({ children: _, ...rest }) => JSON.stringify(rest));
  return Object.values(same).map((group) => ({ ...group![0]!, children: group!.flatMap(({ children }) => children) }));
}

/** Authority over this child as it was recorded; not recorded, or recorded in two ways, is unknown. */
const familyOf = ({ caregivers, authorities }: CaseView, child: Person): Pick<ConsentQuestion, 'child' | 'birthDate' | 'caregivers'> => ({
  child: child.id,
  birthDate: child.birthDate,
  caregivers: caregivers.map(({ id }) => {
    const known = authorities.find((authority) => authority.caregiver === id && authority.child === child.id);
    return { id, holds: known === undefined || known.conflicts.holds ? 'unknown' : (known.holds ?? 'unknown') };
  }),
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

/** When a child reaches an age at which somebody else decides, or decides too: then all of it is asked again. */
export interface Reask {
  readonly child: EntityId;
  readonly age: ConsentAge;
  readonly on: CivilDate;
}

/** The next such day of every child, nearest first. */
export const findReasks = (view: CaseView, today: CivilDate, regime: Regime): readonly Reask[] =>
  view.children
    .flatMap(({ id: child, birthDate }) => {
      if (birthDate === null) return [];
      const { sharing, elsewhere } = subjectsOf[regime];
      const ages = [sharing, ...elsewhere].flatMap((subject) => ageRules[subject].map(({ from }) => from)).filter((age) => age > 0);
      const coming = ages.map((age) => ({ child, age, on: birthday(birthDate, age) })).filter(({ on }) => on > today);
      return coming.sort(byDay).slice(0, 1);
    })
    .sort(byDay);

const byDay = (a: Reask, b: Reask): number => daysBetween(b.on, a.on);
