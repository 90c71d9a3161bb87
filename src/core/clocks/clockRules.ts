import { ageRules } from '../consent/consentRules.ts';
import type { CaseView } from '../plan/caseView.ts';
import { findHearings, hearingRight } from '../plan/hearings.ts';
import { birthday, type CivilDate, summerOf } from '../shared/civilDate.ts';
import type { EntityId } from '../shared/ids.ts';

/** A deadline or a change that is known from dates. Every rule says where it comes from, since when it holds, and when that was checked. */
export interface ClockRule {
  readonly source: string;
  readonly validFrom: CivilDate;
  readonly checkedOn: CivilDate;
  /** Where the law leaves room: the screen then sends people to their privacy officer. */
  readonly isUncertain: boolean;
  readonly findDates: (view: CaseView) => readonly ClockDate[];
}

export interface ClockDate {
  readonly on: CivilDate;
  /** Whose clock it is; null: of the whole plan. */
  readonly person: EntityId | null;
}

/** For every child with a birth date. */
const ofChildren =
  (dateOf: (birthDate: CivilDate) => CivilDate): ClockRule['findDates'] =>
  ({ children }) =>
    children.flatMap(({ id, birthDate }) => (birthDate === null ? [] : [{ on: dateOf(birthDate), person: id }]));

const onBirthday = (age: number) => ofChildren((birthDate) => birthday(birthDate, age));
/** Schools change in summer. */
const inSummerOf = (age: number) => ofChildren((birthDate) => summerOf(birthday(birthDate, age)));

/** The age at which somebody else decides about youth care, as `core/consent` has it; in doubt when any of it is. */
function decidedAnewAt(age: 12 | 16 | 18): ClockRule {
  const rows = youthCare.map((subject) => ageRules[subject].find(({ from }) => from === age)).filter((row) => row !== undefined);
  const { source, validFrom, checkedOn } = rows[0]!;
  return { source, validFrom, checkedOn, isUncertain: rows.some(({ certainty }) => certainty === 'unclear'), findDates: onBirthday(age) };
}
const youthCare = ['youthCareTreatment', 'youthCareSharing', 'parentsReading'] as const;

const day = (text: string): CivilDate => text as CivilDate;
const CHECKED = day('2026-11-24');
const handover = {
  source: 'Warme overdracht en doorgaande lijn: coalitie Passend onderwijs, Jeugdhulp en Zorg, 2018',
  validFrom: day('2018-07-22'),
  checkedOn: CHECKED,
  isUncertain: false,
};

export const clockRules = {
  evaluation: {
    source: 'Afspraak in het overleg, zoals in de MDO-pilot van Unita',
    validFrom: day('2014-08-01'),
    checkedOn: CHECKED,
    isUncertain: false,
    findDates: ({ evaluations }) =>
      evaluations.flatMap(({ day: on, state }) => (on === null || state === 'finished' ? [] : [{ on, person: null }])),
  },
  preschool: { ...handover, findDates: onBirthday(2) },
  primarySchool: { ...handover, findDates: onBirthday(4) },
  secondarySchool: { ...handover, findDates: inSummerOf(12) },
  furtherEducation: {
    source: 'Leerplichtwet 1969: kwalificatieplicht',
    validFrom: day('2007-08-01'),
    checkedOn: CHECKED,
    isUncertain: false,
    findDates: inSummerOf(16),
  },
  /** Of each child the first meeting ahead at which it is still to be heard; afterwards it is an alarm. */
  hearing: {
    ...hearingRight,
    isUncertain: false,
    findDates: (view) =>
      view.children.flatMap(({ id }): ClockDate[] => {
        const next = findHearings(view, id).find(({ stage, isOpen }) => stage === 'coming' && isOpen);
        return next === undefined ? [] : [{ on: next.day, person: id }];
      }),
  },
  consentTogether: decidedAnewAt(12),
  consentOwn: decidedAnewAt(16),
  adulthood: decidedAnewAt(18),
} as const satisfies Record<string, ClockRule>;
