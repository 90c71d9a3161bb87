import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pad, unpad } from '../../src/crypto/padding.ts';

describe('padding', () => {
  it('is taken off again, whatever the content ends with', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), fc.nat(40), (content, zeros) => {
        const given = Uint8Array.from([...content, ...new Uint8Array(zeros)]);
        expect(unpad(pad(given))).toEqual(given);
      }),
    );
  });

  it('costs at most 12% from a hundred bytes on, and lengths fall into few classes', () => {
    const classes = new Set<number>();
    for (let length = 100; length < 10_000; length++) {
      const padded = pad(new Uint8Array(length)).length;
      expect(padded / (length + 1)).toBeLessThanOrEqual(1.12);
      classes.add(padded);
    }
    expect(classes.size).toBeLessThan(110);
  });

  it('follows the published lengths', () => {
    expect([0, 1, 8, 9, 99, 999, 99_999].map((length) => pad(new Uint8Array(length)).length)).toEqual([1, 2, 10, 10, 104, 1024, 100_352]);
  });

  it.each([[[]], [[0]], [[1, 2]], [[0x80, 1]], [[0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]]])('refuses %j: not padded so', (bytes) => {
    expect(unpad(Uint8Array.from(bytes))).toBeUndefined();
  });
});
