import { addMonths, type CivilDate } from '../shared/civilDate.ts';
import type { RetentionGround } from '../shared/retentionGrounds.ts';

/** How long something is kept, and where that stands. Periods differ per organisation: these are the usual ones. */
interface RetentionRule {
  readonly years: number;
  readonly source: string;
  readonly validFrom: CivilDate;
  readonly checkedOn: CivilDate;
}

const day = (text: string): CivilDate => text as CivilDate;
const CHECKED = day('2026-11-28');

export const retentionRules = {
  school: {
    years: 2,
    source: 'Richtlijn leerlingdossier: twee jaar na uitschrijving',
    validFrom: day('2018-05-25'),
    checkedOn: CHECKED,
  },
  absence: {
    years: 5,
    source: 'Verzuim en in- en uitschrijving: vijf jaar na uitschrijving',
    validFrom: day('2018-05-25'),
    checkedOn: CHECKED,
  },
  youthCare: {
    years: 20,
    source: 'Jeugdwet, artikel 7.3.8: 20 jaar na de laatste wijziging',
    validFrom: day('2020-01-01'),
    checkedOn: CHECKED,
  },
} as const satisfies Record<Exclude<RetentionGround, 'own'>, RetentionRule>;

/** What an organisation keeps its cases for. `years`: of its own period; null for the usual ones. */
export interface RetentionChoice {
  readonly ground: RetentionGround;
  readonly years: number | null;
}

/** Until an administrator chooses: what is usual for this kind of work. The longest where that is not known. */
const SCHOOL = ['internalCoordinator', 'teacher', 'behaviourExpert', 'schoolConsortium'];
export const usualRetention = (discipline: string): RetentionChoice => ({
  ground: SCHOOL.includes(discipline) ? 'school' : discipline === 'schoolAttendanceOfficer' ? 'absence' : 'youthCare',
  years: null,
});

/**
 * The earliest day on which the period can be over, counted from the last change: nobody writes down here when a child left school, and
 * that may have been later. null: the organisation's own period, which nothing here knows.
 */
export function keptUntil(ground: RetentionGround, lastChange: CivilDate, ownYears: number | null = null): CivilDate | null {
  const years = ground === 'own' ? ownYears : retentionRules[ground].years;
  return years === null ? null : addMonths(lastChange, 12 * years);
}

/** How long a closed case is kept, and whether that time is over. */
export interface Retention extends RetentionChoice {
  readonly until: CivilDate;
  readonly isOver: boolean;
}

/** null: not closed, or no period is known. */
export function retentionOf(
  isClosed: boolean,
  { ground, years }: RetentionChoice,
  lastChange: CivilDate,
  today: CivilDate,
): Retention | null {
  const until = isClosed ? keptUntil(ground, lastChange, years) : null;
  return until && { ground, years, until, isOver: until <= today };
}
