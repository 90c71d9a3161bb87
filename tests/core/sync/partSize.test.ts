import { describe, expect, it } from 'vitest';
import { nextPartSize, type PartSent } from '../../../src/core/sync/partSize.ts';

const BOUNDS = { least: 4_000, most: 200_000 };
const next = (size: number, sent: Partial<PartSent>) => nextPartSize(size, BOUNDS, { arrived: true, bytes: size, took: 100, ...sent });

describe('how much goes over the line at once (SPEC 14e)', () => {
  it('a part that broke off makes the next one smaller, down to the least', () => {
    expect(next(24_000, { arrived: false })).toBe(6_000);
    expect(next(6_000, { arrived: false })).toBe(4_000);
  });

  it('a part that was quick makes the next one as large as would be quick too, up to the most', () => {
    expect(next(24_000, { took: 1_000 })).toBe(50_000);
    expect(next(24_000, { took: 1_900 })).toBe(26_315);
    expect(next(150_000, {})).toBe(200_000);
  });

  it('and never sixteen times as large at once: a lucky moment says little', () => {
    expect(next(4_000, { took: 0 })).toBe(64_000);
  });

  it('a slow one makes it smaller, and neither slow nor quick leaves it', () => {
    expect(next(24_000, { took: 9_000 })).toBe(12_000);
    expect(next(5_000, { took: 9_000 })).toBe(4_000);
    expect(next(24_000, { took: 4_000 })).toBe(24_000);
  });

  it('a small part says what it carried at that pace, with what goes around it, and makes no part smaller', () => {
    expect(next(24_000, { bytes: 100 })).toBe(24_000);
    expect(next(24_000, { bytes: 2_000 })).toBe(60_000);
  });

  it('on a line that carries only so much before it breaks, everything arrives', () => {
    let [size, left] = [200_000, 1_000_000];
    for (let tries = 0; left > 0; tries++) {
      expect(tries).toBeLessThan(400);
      const arrived = size < 9_000;
      if (arrived) left -= size;
      size = next(size, { arrived, took: 3_000 });
    }
  });
});
