import type { CaseView, Person, Sharing } from '../plan/caseView.ts';
import type { CivilDate } from '../shared/civilDate.ts';
import { CHECKED, type Ground, type Regime, subjectsOf } from './consentRules.ts';

const day = (text: string): CivilDate => text as CivilDate;
const UNKNOWN_START = { validFrom: null, checkedOn: CHECKED } as const;

/** Rules that hold at every age. */
export const familyRules = {
  /** Each parent with authority is asked; one may act for both as long as the other has no objection, and how far that goes is not clear. */
  bothParents: { source: 'Burgerlijk Wetboek 1:253i', ...UNKNOWN_START, certainty: 'unclear' },
  /** Told important things when they ask, unless that harms the child or the other parent would not be told either. */
  withoutAuthority: { source: 'Burgerlijk Wetboek 1:377c', ...UNKNOWN_START, certainty: 'cited' },
  /** Taking back is always possible; what was shared before stays lawful. */
  withdrawal: { source: 'AVG, artikel 7, derde lid', validFrom: day('2018-05-25'), checkedOn: CHECKED, certainty: 'cited' },
} as const satisfies Record<string, Ground>;

export type LegalBasis = NonNullable<Sharing['legalBasis']>;

/** What another ground than consent does with the question who must agree. */
export interface BasisRule extends Ground {
  readonly lifts: boolean;
}

const GDPR = { source: 'AVG, artikel 6', validFrom: day('2018-05-25'), checkedOn: CHECKED } as const;
const SECRECY = { source: 'Jeugdwet, artikel 7.3.11, eerste lid', validFrom: day('2015-01-01'), checkedOn: CHECKED } as const;
const MEDICAL_SECRECY = { source: 'Burgerlijk Wetboek 7:457 (WGBO)', validFrom: day('1995-04-01'), checkedOn: CHECKED } as const;

/** Professional secrecy ends at a legal duty, not at a public task. In an emergency nobody waits for a signature, and asks afterwards. */
export const basisRules = {
  school: {
    consent: { ...GDPR, certainty: 'cited', lifts: false },
    legalObligation: { ...GDPR, certainty: 'cited', lifts: true },
    publicTask: { ...GDPR, certainty: 'unclear', lifts: true },
    vitalInterest: { ...GDPR, certainty: 'unclear', lifts: true },
  },
  youthCare: {
    consent: { ...SECRECY, certainty: 'read', lifts: false },
    legalObligation: { ...SECRECY, certainty: 'read', lifts: true },
    publicTask: { ...SECRECY, certainty: 'unclear', lifts: false },
    vitalInterest: { ...SECRECY, certainty: 'unclear', lifts: true },
  },
  medical: {
    consent: { ...MEDICAL_SECRECY, certainty: 'unclear', lifts: false },
    legalObligation: { ...MEDICAL_SECRECY, certainty: 'unclear', lifts: true },
    publicTask: { ...MEDICAL_SECRECY, certainty: 'unclear', lifts: false },
    vitalInterest: { ...MEDICAL_SECRECY, certainty: 'unclear', lifts: true },
  },
} as const satisfies Record<Regime, Record<LegalBasis, BasisRule>>;

export type Discipline = NonNullable<Person['discipline']>;

/** What may go to this partner without consent; for everything else the rules of age hold. */
export interface Exception extends Ground {
  readonly type: 'absenceReport' | 'allocation' | 'sameHelp';
}

const sameHelp = {
  type: 'sameHelp',
  source: 'Jeugdwet, artikel 7.3.11, tweede lid',
  validFrom: day('2015-01-01'),
  checkedOn: CHECKED,
  certainty: 'read',
} as const satisfies Exception;

export const exceptions: Readonly<Record<Regime, Readonly<Partial<Record<Discipline, Exception>>>>> = {
  school: {
    schoolAttendanceOfficer: {
      type: 'absenceReport',
      source: 'Leerplichtwet 1969',
      validFrom: null,
      checkedOn: CHECKED,
      certainty: 'cited',
    },
    schoolConsortium: {
      type: 'allocation',
      source: 'Wet passend onderwijs',
      validFrom: day('2014-08-01'),
      checkedOn: CHECKED,
      certainty: 'unclear',
    },
  },
  youthCare: { districtTeam: sameHelp, behaviourExpert: sameHelp, psychologist: sameHelp },
  medical: {},
};

/** Whose file somebody of this discipline keeps; null where that depends on where they work: then they choose. */
export const regimeOf = {
  internalCoordinator: 'school',
  teacher: 'school',
  schoolConsortium: 'school',
  districtTeam: 'youthCare',
  youthHealthCare: 'medical',
  behaviourExpert: null,
  schoolAttendanceOfficer: null,
  psychologist: null,
  interpreter: null,
  other: null,
} as const satisfies Record<Discipline, Regime | null>;

/** Whose files the professionals of a case keep, as far as their discipline says it; otherwise any. For family members, who keep none. */
export function regimesIn({ professionals }: CaseView): readonly Regime[] {
  const known = professionals.flatMap(({ discipline }) => (discipline && regimeOf[discipline]) || []);
  const all = Object.keys(subjectsOf) as Regime[];
  return known.length === 0 ? all : all.filter((regime) => known.includes(regime));
}
