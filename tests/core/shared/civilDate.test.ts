import { describe, expect, test } from 'vitest';
import { addDays, ageOn, birthday, type CivilDate, daysBetween, parseCivilDate, summerOf } from '../../../src/core/shared/civilDate.ts';
import { dayOf } from '../../../src/core/shared/dayOf.ts';

const day = (text: string) => text as CivilDate;

describe('a calendar day', () => {
  test.each(['2026-02-28', '2024-02-29'])('%s is one', (text) => expect(parseCivilDate(text)).toBe(text));
  test.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00'])('%j is none', (text) =>
    expect(parseCivilDate(text)).toBeUndefined(),
  );

  test.each([
    ['2016-05-01', '2026-04-30', 9],
    ['2016-05-01', '2026-05-01', 10],
    ['2024-02-29', '2025-02-28', 0],
    ['2024-02-29', '2025-03-01', 1],
  ])('who was born on %s is on %s %i', (birthDate, on, age) => expect(ageOn(day(birthDate), day(on))).toBe(age));

  test.each([
    ['2016-05-01', 12, '2028-05-01'],
    ['2024-02-29', 2, '2026-03-01'],
    ['2024-02-29', 4, '2028-02-29'],
  ])('who was born on %s becomes %i on %s, and is that age from then on', (birthDate, age, on) => {
    expect(birthday(day(birthDate), age)).toBe(on);
    expect([ageOn(day(birthDate), addDays(day(on), -1)), ageOn(day(birthDate), day(on))]).toEqual([age - 1, age]);
  });

  test.each([
    ['2026-09-30', '2026-08-01'],
    ['2026-10-01', '2027-08-01'],
    ['2026-01-01', '2026-08-01'],
  ])('of %s the summer is %s', (on, summer) => expect(summerOf(day(on))).toBe(summer));

  test('is so many days from another, also over the change of the clock', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
    expect(daysBetween(day('2026-03-30'), day('2026-03-28'))).toBe(-2);
  });

  test.each([
    ['2026-05-01T21:59:59Z', '2026-05-01'],
    ['2026-05-01T22:00:00Z', '2026-05-02'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('at %s is %s where the families live', (moment, on) => expect(dayOf(Date.parse(moment))).toBe(on));
});
