import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { createFiles } from '../../../src/adapters/files/files.ts';
import type { CalendarEntry } from '../../../src/application/ports.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { makeEdexmlFile } from '../../support/edexmlSample.ts';

const clock = { now: () => Date.UTC(2026, 3, 1, 12), after: (_: number, callback: () => void) => (callback(), () => undefined) };
const files = createFiles(clock);
const entry: CalendarEntry = {
  id: 'conference.author.random22',
  title: 'Afspraak',
  day: '2026-05-01' as CivilDate,
  time: '16:30',
  minutes: 90,
};
const textOf = async (given: CalendarEntry) => (await (await files.makeCalendarFile(given)).text()).replaceAll('\r\n', '\n');

describe('a calendar file', () => {
  it('is what calendars read: the moment, the end, a reminder the day before', async () => {
    expect(await textOf(entry)).toMatchInlineSnapshot(`
      "BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Knooppunt//NL
      BEGIN:VEVENT
      UID:random22
      DTSTAMP:20260401T120000Z
      SUMMARY:Afspraak
      CLASS:PRIVATE
      DTSTART:20260501T143000Z
      DTEND:20260501T160000Z
      BEGIN:VALARM
      ACTION:DISPLAY
      DESCRIPTION:Afspraak
      TRIGGER:-P1D
      END:VALARM
      END:VEVENT
      END:VCALENDAR
      "
    `);
    expect((await files.makeCalendarFile(entry)).type).toBe('text/calendar;charset=utf-8');
  });

  it('stands at the right hour in summer and in winter', async () => {
    expect(await textOf(entry)).toContain('DTSTART:20260501T143000Z\nDTEND:20260501T160000Z');
    expect(await textOf({ ...entry, day: '2026-12-01' as CivilDate })).toContain('DTSTART:20261201T153000Z\nDTEND:20261201T170000Z');
  });

  it('without a time is the whole day', async () => {
    expect(await textOf({ ...entry, time: '' })).toContain('DTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260502');
  });

  it('says only the title it was given: no author, no strange letters that break the file', async () => {
    expect(await textOf(entry)).not.toContain('author');
    const title = 'Afspraak; met, komma\nEN REGEL';
    const [event] = convertIcsCalendar(undefined, await (await files.makeCalendarFile({ ...entry, title })).text()).events ?? [];
    expect(event?.summary).toBe(title);
    expect(event?.alarms?.[0]?.trigger).toMatchObject({ type: 'relative', value: { before: true, days: 1 } });
  });
});

describe('the files of the app', () => {
  it('read a school export, resting by the clock', async () => {
    expect(valueOf(await files.readSchoolExport(makeEdexmlFile())).pupils).toHaveLength(24);
  });
});
