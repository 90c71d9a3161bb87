import type { CaseView } from '../plan/caseView.ts';
import { addMonths, type CivilDate, daysBetween } from '../shared/civilDate.ts';
import { type ClockDate, type ClockRule, clockRules } from './clockRules.ts';

export interface Clock extends ClockDate, Pick<ClockRule, 'source' | 'validFrom' | 'checkedOn' | 'isUncertain'> {
  readonly rule: keyof typeof clockRules;
  readonly days: number;
}

/** What comes is said a year before. */
const MONTHS_AHEAD = 12;

/** What is coming in a case, nearest first. What is late already is an alarm, not a clock. */
export function findClocks(view: CaseView, today: CivilDate): readonly Clock[] {
  const horizon = addMonths(today, MONTHS_AHEAD);
  return (Object.entries(clockRules) as [Clock['rule'], ClockRule][])
    .flatMap(([rule, { findDates, ...grounds }]) =>
      findDates(view)
        .filter(({ on }) => on >= today && on <= horizon && on >= grounds.validFrom)
        .map((date): Clock => ({ rule, ...date, ...grounds, days: daysBetween(today, date.on) })),
    )
    .sort((a, b) => a.days - b.days);
}
