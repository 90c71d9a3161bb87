import { argon2id } from '@noble/hashes/argon2.js';
import type { KeyDerivation } from '../../application/ports.ts';

/** The real derivation with the smallest numbers it takes: quick, and no protection at all. For the trial and tests. */
export function createQuickKeyDerivation(): KeyDerivation {
  return {
    calibrate: async (salt) => ({ algorithm: 'argon2id', memoryKiB: 8, passes: 1, salt }),
    derive: async (passphrase, { memoryKiB, passes, salt }) =>
      new Uint8Array(argon2id(passphrase, salt, { m: memoryKiB, t: passes, p: 1, dkLen: 32 })),
  };
}
