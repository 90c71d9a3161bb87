import { parseDate } from '@internationalized/date';
import type { Brand } from './ids.ts';

/** A calendar day 'YYYY-MM-DD', without time or zone: deadlines and birth dates are days, not instants. */
export type CivilDate = Brand<string, 'CivilDate'>;

/** The day, or undefined when the text is no existing day. */
export function parseCivilDate(input: string): CivilDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input)) return undefined;
  try {
    return parseDate(input).toString() as CivilDate;
  } catch {
    return undefined;
  }
}

export const addDays = (day: CivilDate, days: number): CivilDate => parseDate(day).add({ days }).toString() as CivilDate;

export const addMonths = (day: CivilDate, months: number): CivilDate => parseDate(day).add({ months }).toString() as CivilDate;

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => parseDate(to).compare(parseDate(from));

/** Whole years lived on that day; a 29 February birthday counts from 1 March in other years. */
export function ageOn(birthDate: CivilDate, day: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day on which someone becomes this age; who was born on 29 February does so on 1 March in other years. */
export function birthday(birthDate: CivilDate, age: number): CivilDate {
  const day = addMonths(birthDate, 12 * age);
  return day.slice(5) === birthDate.slice(5) ? day : addDays(day, 1);
}

/** The summer in which children change schools at this age: a school counts children by 1 October. */
export function summerOf(day: CivilDate): CivilDate {
  const year = Number(day.slice(0, 4)) + (day.slice(5) < '10-01' ? 0 : 1);
  return `${year}-08-01` as CivilDate;
}
