import { expect, it } from 'vitest';
import { keptUntil, retentionOf, retentionRules, usualRetention } from '../../../src/core/plan/retention.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';

const day = (text: string) => text as CivilDate;

it('counts each period from the last change, and knows nothing of an organisation’s own', () => {
  expect(keptUntil('school', day('2024-02-29'))).toBe('2026-02-28');
  expect(keptUntil('absence', day('2024-02-29'))).toBe('2029-02-28');
  expect(keptUntil('youthCare', day('2024-02-29'))).toBe('2044-02-29');
  expect(keptUntil('own', day('2024-02-29'))).toBeNull();
});

it('says of each period where it stands, since when, and when that was checked', () => {
  for (const { source, validFrom, checkedOn } of Object.values(retentionRules)) {
    expect(source).not.toBe('');
    expect(validFrom <= checkedOn).toBe(true);
  }
});

it('counts an organisation’s own period once its years are known', () => {
  expect(keptUntil('own', day('2024-02-29'), 10)).toBe('2034-02-28');
});

it('is over on the day itself, of a closed case only', () => {
  const [changed, choice] = [day('2024-03-01'), { ground: 'school', years: null } as const];
  expect(retentionOf(true, choice, changed, day('2026-02-28'))).toEqual({ ...choice, until: '2026-03-01', isOver: false });
  expect(retentionOf(true, choice, changed, day('2026-03-01'))?.isOver).toBe(true);
  expect(retentionOf(false, choice, changed, day('2036-03-01'))).toBeNull();
  expect(retentionOf(true, { ground: 'own', years: null }, changed, day('2036-03-01'))).toBeNull();
});

it('is what is usual for the work as long as nobody chose: the longest where that is not known', () => {
  expect(['internalCoordinator', 'schoolAttendanceOfficer', 'districtTeam', ''].map((each) => usualRetention(each).ground)).toEqual([
    'school',
    'absence',
    'youthCare',
    'youthCare',
  ]);
});
