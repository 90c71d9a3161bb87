import type { CivilDate } from './civilDate.ts';

/** Made when first asked for: the first format of a page takes a browser tens of milliseconds, which the first screen needs. */
let format: Intl.DateTimeFormat | undefined;

/** The day of a moment (milliseconds) where the families live, wherever the laptop thinks it is. Swedish writes days as 'YYYY-MM-DD'. */
export function dayOf(at: number): CivilDate {
  format ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
  return format.format(at) as CivilDate;
}
