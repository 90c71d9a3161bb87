import { i18n } from '@lingui/core';
import type { CivilDate } from '../../core/shared/civilDate.ts';

const ZONE = 'Europe/Amsterdam';
const formats = new Map<string, Intl.DateTimeFormat>();

function formatWith(name: string, options: Intl.DateTimeFormatOptions, at: number): string {
  const locale = i18n.locale === 'en' ? 'en-GB' : 'nl-NL';
  const key = `${locale} ${name}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format.format(at);
}

/** A civil day has no zone: read and written in UTC, it stays the same day everywhere. */
const dayToMoment = (day: CivilDate) => Date.parse(`${day}T00:00:00Z`);

/** '1 mei 2026' */
export const formatDay = (day: CivilDate): string =>
  formatWith('day', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, dayToMoment(day));

/** 'donderdag 24 september 2026' */
export const formatDayLong = (day: CivilDate): string =>
  formatWith('long', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, dayToMoment(day));

/** '24 sep', where there is little room and the year is plain. */
export const formatDayShort = (day: CivilDate): string =>
  formatWith('short', { day: 'numeric', month: 'short', timeZone: 'UTC' }, dayToMoment(day)).replace('.', '');

/** '16:30' -> '16.30 uur' (English: 16:30) */
export const formatTime = (time: string): string => (i18n.locale === 'en' ? time : `${time.replace(/^0/, '').replace(':', '.')} uur`);

/** A moment (milliseconds): '24 september 2026, 16.30 uur' */
export function formatMoment(at: number): string {
  const day = formatWith('moment-day', { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE }, at);
  return `${day}, ${formatClock(at)}`;
}

/** Only the time of a moment: '16.30 uur' */
export const formatClock = (at: number): string =>
  formatTime(formatWith('clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE }, at));
