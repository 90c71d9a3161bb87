import { addMonths, type CivilDate } from '../shared/civilDate.ts';

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
} as const satisfies Record<string, RetentionRule>;

/** `own`: what the organisation set itself, in words. */
export const retentionGrounds = ['school', 'absence', 'youthCare', 'own'] as const;
export type RetentionGround = (typeof retentionGrounds)[number];

/**
 * The earliest day on which the period can be over, counted from the last change: nobody writes down here when a child left school, and
 * that may have been later. null: the organisation's own period, which nothing here knows.
 */
export function keptUntil(ground: RetentionGround, lastChange: CivilDate): CivilDate | null {
  return ground === 'own' ? null : addMonths(lastChange, 12 * retentionRules[ground].years);
}
