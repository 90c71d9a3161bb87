import type { CivilDate } from '../shared/civilDate.ts';

/**
 * How sure a rule is. `read`: we read the words of the article in a stored copy of the law. `cited`: we read it where an official or
 * professional page explains it. `unclear`: the law leaves room, or we could not read the article; then the privacy officer is asked.
 */
export type Certainty = 'read' | 'cited' | 'unclear';

/** Where a rule comes from. `validFrom` is null where the day was not looked up. */
export interface Ground {
  readonly source: string;
  readonly validFrom: CivilDate | null;
  readonly checkedOn: CivilDate;
  readonly certainty: Certainty;
}

/** Whose file it is about: each has its own law. */
export type Regime = 'school' | 'youthCare' | 'medical';

/**
 * What is agreed to. Sharing with a partner, the statutory agreement with the support section of a development perspective, the help or
 * treatment itself, and parents reading along with youth care.
 */
export type ConsentSubject =
  'schoolSharing' | 'supportSection' | 'youthCareSharing' | 'youthCareTreatment' | 'parentsReading' | 'medicalSharing' | 'medicalTreatment';

/** Who decides: caregivers who hold legal authority, the child, both, or nobody (allowed by law without asking). */
export type Who = 'holders' | 'both' | 'child' | 'nobody';
export type ConsentAge = 0 | 12 | 16 | 18;

/** From this age until that of the next row. */
export interface AgeRule extends Ground {
  readonly from: ConsentAge;
  readonly who: Who;
}

const day = (text: string): CivilDate => text as CivilDate;
export const CHECKED = day('2026-11-28');
const YOUTH_ACT = { validFrom: day('2015-01-01'), checkedOn: CHECKED } as const;
const PRIVACY = { source: 'Uitvoeringswet AVG, artikel 5', validFrom: day('2018-05-25'), checkedOn: CHECKED } as const;
const SUPPORT = {
  source: 'Kamerstuk 34 446: instemming met het handelingsdeel',
  validFrom: day('2017-08-01'),
  checkedOn: CHECKED,
} as const;
const MEDICAL = { validFrom: day('1995-04-01'), checkedOn: CHECKED } as const;

/** The law's help for children ends, and every decision about oneself is one's own. */
const adult = {
  from: 18,
  who: 'child',
  source: 'Burgerlijk Wetboek 1:233 en Jeugdwet, artikel 1.1',
  validFrom: day('2015-01-01'),
  checkedOn: CHECKED,
  certainty: 'cited',
} as const satisfies AgeRule;

/** The only home of the consent ages. Every subject has a row from birth, so for every age exactly one row holds: the last that began. */
export const ageRules = {
  schoolSharing: [
    { from: 0, who: 'holders', ...PRIVACY, certainty: 'cited' },
    { from: 16, who: 'child', ...PRIVACY, certainty: 'cited' },
    adult,
  ],
  supportSection: [
    { from: 0, who: 'holders', ...SUPPORT, certainty: 'cited' },
    { from: 18, who: 'child', ...SUPPORT, certainty: 'unclear' },
  ],
  youthCareSharing: [
    { from: 0, who: 'holders', source: 'Jeugdwet, artikel 7.3.11', ...YOUTH_ACT, certainty: 'cited' },
    // The article speaks of the person concerned; many providers ask the parents as well.
    { from: 12, who: 'child', source: 'Jeugdwet, artikel 7.3.11', ...YOUTH_ACT, certainty: 'unclear' },
    { from: 16, who: 'child', source: 'Jeugdwet, artikel 7.3.11', ...YOUTH_ACT, certainty: 'read' },
    adult,
  ],
  youthCareTreatment: [
    { from: 0, who: 'holders', source: 'Jeugdwet, artikel 7.3.4', ...YOUTH_ACT, certainty: 'cited' },
    { from: 12, who: 'both', source: 'Jeugdwet, artikel 7.3.4', ...YOUTH_ACT, certainty: 'cited' },
    { from: 16, who: 'child', source: 'Jeugdwet, artikelen 7.3.4 en 7.3.5', ...YOUTH_ACT, certainty: 'cited' },
    adult,
  ],
  parentsReading: [
    { from: 0, who: 'nobody', source: 'Jeugdwet, artikel 7.3.11, tweede lid', ...YOUTH_ACT, certainty: 'read' },
    { from: 16, who: 'child', source: 'Jeugdwet, artikel 7.3.11, tweede lid', ...YOUTH_ACT, certainty: 'unclear' },
    adult,
  ],
  medicalSharing: [
    { from: 0, who: 'holders', source: 'Burgerlijk Wetboek 7:457 (WGBO)', ...MEDICAL, certainty: 'unclear' },
    { from: 12, who: 'child', source: 'Burgerlijk Wetboek 7:457 (WGBO)', ...MEDICAL, certainty: 'unclear' },
    { from: 16, who: 'child', source: 'Burgerlijk Wetboek 7:447 en 7:457 (WGBO)', ...MEDICAL, certainty: 'cited' },
    adult,
  ],
  medicalTreatment: [
    { from: 0, who: 'holders', source: 'Burgerlijk Wetboek 7:450 (WGBO)', ...MEDICAL, certainty: 'cited' },
    { from: 12, who: 'both', source: 'Burgerlijk Wetboek 7:450 (WGBO)', ...MEDICAL, certainty: 'cited' },
    { from: 16, who: 'child', source: 'Burgerlijk Wetboek 7:447 (WGBO)', ...MEDICAL, certainty: 'cited' },
    adult,
  ],
} as const satisfies Record<ConsentSubject, readonly [AgeRule & { readonly from: 0 }, ...AgeRule[]]>;

/** What a regime asks about: its sharing, and what its own file agrees to. */
export const subjectsOf = {
  school: { sharing: 'schoolSharing', elsewhere: ['supportSection'] },
  youthCare: { sharing: 'youthCareSharing', elsewhere: ['youthCareTreatment', 'parentsReading'] },
  medical: { sharing: 'medicalSharing', elsewhere: ['medicalTreatment'] },
} as const satisfies Record<Regime, { readonly sharing: ConsentSubject; readonly elsewhere: readonly ConsentSubject[] }>;

/** The row that holds at this age, in whole years; who is not born yet counts as newly born. */
export function ruleAt<S extends ConsentSubject>(subject: S, age: number): (typeof ageRules)[S][number] {
  const rules: readonly (typeof ageRules)[S][number][] = ageRules[subject];
  return rules.findLast(({ from }) => from <= Math.max(0, age))!;
}
