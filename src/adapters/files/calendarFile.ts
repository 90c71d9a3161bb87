import { parseDateTime, toZoned } from '@internationalized/date';
import { generateIcsCalendar, type IcsDateObject } from 'ts-ics';
import type { CalendarEntry } from '../../application/ports.ts';
import { addDays, type CivilDate } from '../../core/shared/civilDate.ts';

/** Conferences are held where the family lives. */
const ZONE = 'Europe/Amsterdam';

/** One appointment as an .ics file, with a reminder the day before. `now`: milliseconds since 1970, when the file was made. */
export function makeCalendarFile(entry: CalendarEntry, now: number): Blob {
  const text = generateIcsCalendar({
    version: '2.0',
    prodId: '-//Knooppunt//NL',
    events: [
      {
        // Only the random part of an id: who made it is nobody's business in a calendar.
        uid: entry.id.slice(entry.id.lastIndexOf('.') + 1),
        stamp: { date: new Date(now) },
        summary: entry.title,
        class: 'PRIVATE',
        ...spanOf(entry),
        alarms: [{ action: 'DISPLAY', description: entry.title, trigger: { type: 'relative', value: { before: true, days: 1 } } }],
      },
    ],
  });
  return new Blob([text], { type: 'text/calendar;charset=utf-8' });
}

function spanOf({ day, time, minutes }: CalendarEntry): { readonly start: IcsDateObject; readonly end: IcsDateObject } {
  if (time === '') return { start: wholeDay(day), end: wholeDay(addDays(day, 1)) };
  const start = toZoned(parseDateTime(`${day}T${time}`), ZONE);
  // As a moment in UTC: every calendar shows it at the right hour, also when it knows no time zones.
  return { start: { date: start.toDate() }, end: { date: start.add({ minutes }).toDate() } };
}

const wholeDay = (day: CivilDate): IcsDateObject => ({ type: 'DATE', date: new Date(`${day}T00:00:00Z`) });
