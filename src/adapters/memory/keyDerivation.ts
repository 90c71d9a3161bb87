import type { KeyDerivation } from '../../application/ports.ts';
import { deriveKey } from '../argon2/deriveKey.ts';

/** The real derivation with the smallest numbers it takes: quick, and no protection at all. For the trial and tests. */
export function createQuickKeyDerivation(): KeyDerivation {
  return {
    calibrate: async (salt) => ({ algorithm: 'argon2id', memoryKiB: 8, passes: 1, salt }),
    derive: async (passphrase, parameters) => deriveKey(passphrase, parameters),
  };
}
