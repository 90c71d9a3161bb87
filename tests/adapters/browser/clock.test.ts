import { expect, it } from 'vitest';
import { dayInAmsterdam } from '../../../src/adapters/browser/clock.ts';

it.each([
  ['2026-05-01T21:59:59Z', '2026-05-01'],
  ['2026-05-01T22:00:00Z', '2026-05-02'],
  ['2026-12-31T22:59:59Z', '2026-12-31'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
])('at %s it is %s where the family lives', (moment, day) => {
  expect(dayInAmsterdam(Date.parse(moment))).toBe(day);
});
