import { i18n } from '@lingui/core';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import { isLanguage, languages } from '../i18n/languages.ts';

const ZONE = 'Europe/Amsterdam';
const formats = new Map<string, Intl.DateTimeFormat>();

function formatWith(name: string, options: Intl.DateTimeFormatOptions, at: number, language: string): string {
  const { locale } = languages[isLanguage(language) ? language : 'nl'];
  const key = `${locale} ${name}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format.format(at);
}

/** A civil day has no zone: read and written in UTC, it stays the same day everywhere. */
const dayToMoment = (day: CivilDate) => Date.parse(`${day}T00:00:00Z`);

/** '1 mei 2026'. `language`: for what is beside the page's own language. */
export const formatDay = (day: CivilDate, language = i18n.locale): string =>
  formatWith('day', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, dayToMoment(day), language);

/** 'donderdag 24 september 2026' */
export const formatDayLong = (day: CivilDate, language = i18n.locale): string =>
  formatWith('long', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, dayToMoment(day), language);

/** '24 sep', where there is little room and the year is plain. */
export const formatDayShort = (day: CivilDate): string =>
  formatWith('short', { day: 'numeric', month: 'short', timeZone: 'UTC' }, dayToMoment(day), i18n.locale).replace('.', '');

/** '16:30' -> '16.30 uur' (other languages: 16:30) */
export const formatTime = (time: string, language = i18n.locale): string =>
  language === 'nl' ? `${time.replace(/^0/, '').replace(':', '.')} uur` : time;

/** A moment (milliseconds): '24 september 2026, 16.30 uur' */
export function formatMoment(at: number, language = i18n.locale): string {
  const day = formatWith('moment-day', { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE }, at, language);
  return `${day}, ${formatClock(at, language)}`;
}

/** Only the time of a moment: '16.30 uur' */
export const formatClock = (at: number, language = i18n.locale): string =>
  formatTime(formatWith('clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE }, at, language), language);
