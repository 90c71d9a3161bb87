import { describe, expect, it } from 'vitest';
import { takeBatch } from '../../../src/core/sync/takeBatch.ts';

const waiting = [3, 4, 5, 20, 1].map((length) => ({ bytes: { length } }));
const take = (from: number, most: number) => takeBatch(waiting, from, most).map(({ bytes }) => bytes.length);

describe('what goes in one request (SPEC 14b)', () => {
  it('is as much as fits, in order', () => {
    expect([take(0, 7), take(0, 12), take(2, 1_000)]).toEqual([
      [3, 4],
      [3, 4, 5],
      [5, 20, 1],
    ]);
  });

  it('is one when that one is too large', () => {
    expect([take(3, 10), take(0, 1)]).toEqual([[20], [3]]);
  });

  it('is nothing behind the end', () => {
    expect(take(5, 10)).toEqual([]);
  });
});
