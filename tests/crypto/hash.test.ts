import { describe, expect, it } from 'vitest';
import { hashBytes } from '../../src/crypto/verification/hash.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

describe('hashing', () => {
  it('gives the same SHA-256 for what is hashed here and for what another thread hashes', async () => {
    const random = createSeededRandom(3);
    for (const length of [0, 1, 55, 56, 64, 400, 1_999, 2_000, 2_001, 9_000]) {
      const bytes = random.bytes(length);
      const expected = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
      expect(await hashBytes(bytes)).toEqual(expected);
      expect(await hashBytes(bytes.subarray(0, length >> 1), bytes.subarray(length >> 1))).toEqual(expected);
    }
  });
});
