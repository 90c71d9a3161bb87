import { expect, it } from 'vitest';
import { keptUntil, retentionRules } from '../../../src/core/plan/retention.ts';
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
