import type { CaseView, Person } from '../plan/caseView.ts';
import { ageOn, type CivilDate } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';
import { regimesIn } from './circumstances.ts';
import { findConsent } from './consentMatters.ts';
import { type AgeRule, ageRules, ruleAt } from './consentRules.ts';

/** In whose words the plan speaks: a grown-up's, a child's, or those of a young person. */
export type Reader = 'adult' | 'young' | 'older';

/** The age at which a child gets a say in youth care is the one at which it is spoken to as a young person. */
const OLDER_FROM = ageRules.youthCareTreatment.find(({ who }) => who === 'both')!.from;

/** A child whose age nobody wrote down gets the words for the older ones: nobody likes to be spoken to as a little child. */
export function readerOf({ part, birthDate }: Pick<Person, 'part' | 'birthDate'>, today: CivilDate): Reader {
  if (part !== 'child') return 'adult';
  return birthDate !== null && ageOn(birthDate, today) < OLDER_FROM ? 'young' : 'older';
}

/** A few cards with pictures, or all of the plan. */
export type Reading = 'simple' | 'whole';

/** What a device keeps of who reads there. */
export interface ReadingKept {
  /** What they asked for themselves; null: what fits their age. */
  readonly chosen: Reading | null;
  /** They had the simple page by their age. */
  readonly hadSimple: boolean;
}

export interface ReadingNow {
  readonly reading: Reading;
  /** The page that fits their age. */
  readonly byAge: Reading;
  /** Became whole by itself, and nobody told them yet. */
  readonly hasGrown: boolean;
}

/** Which page somebody gets. Only a child is ever given the simple one, by a birth date that is known or because it asked. */
export function readingFor(person: Pick<Person, 'part' | 'birthDate'>, today: CivilDate, { chosen, hadSimple }: ReadingKept): ReadingNow {
  const reader = readerOf(person, today);
  if (reader === 'adult') return { reading: 'whole', byAge: 'whole', hasGrown: false };
  const byAge = reader === 'young' ? 'simple' : 'whole';
  return { reading: chosen ?? byAge, byAge, hasGrown: hadSimple && byAge === 'whole' && chosen === null && person.birthDate !== null };
}

const MATTERS = {
  youthCare: ['youthCareTreatment', 'youthCareSharing', 'parentsReading'],
  school: ['schoolSharing'],
  medical: ['medicalTreatment'],
} as const;
export type OwnMatter = (typeof MATTERS)[keyof typeof MATTERS][number];

/** What a child decides itself at its age, of the files that are kept in this case; null when nobody knows its age. */
export function ownSay(
  view: CaseView,
  { birthDate }: Pick<Person, 'birthDate'>,
  today: CivilDate,
): readonly { readonly about: OwnMatter; readonly rule: AgeRule }[] | null {
  if (birthDate === null) return null;
  const age = ageOn(birthDate, today);
  return regimesIn(view).flatMap((regime) => MATTERS[regime].map((about) => ({ about, rule: ruleAt(about, age) })));
}

/** Whether any rule asks a child of this age. Of one whose age is not known nobody may say that it is not asked. */
export const isAskedAt = ({ birthDate }: Pick<Person, 'birthDate'>, today: CivilDate): boolean =>
  birthDate === null || Object.values(MATTERS).some((all) => all.some((about) => names(ruleAt(about, ageOn(birthDate, today)))));

const names = ({ who }: AgeRule): boolean => who === 'both' || who === 'child';

/** With whom something may be shared once this person agrees. */
export function awaitedFrom(view: CaseView, me: EntityId, today: CivilDate): readonly EntityId[] {
  const open = regimesIn(view).flatMap((regime) => findConsent(view, today, regime).filter(({ state }) => state === 'open'));
  const mine = open.filter(({ needs }) => needs.some((need) => need.type === 'Agree' && need.who === me));
  return [...new Set(mine.map(({ partner }) => partner).filter((partner) => partner !== null))];
}
