import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/adapters/argon2/calibrate.ts';
import { deriveKey } from '../../../src/adapters/argon2/deriveKey.ts';

const salt = new Uint8Array(16).fill(3);

/** A device on which two passes take this long. */
const deviceThatTakes = (milliseconds: number) => {
  let now = 0;
  return () => (now += milliseconds) - milliseconds;
};

describe('calibration', () => {
  it.each([
    [50, 20],
    [360, 3],
    [900, 2],
    [5_000, 2],
  ])('a device that takes %i ms for two passes makes %i', (milliseconds, passes) => {
    expect(calibrate(salt, deviceThatTakes(milliseconds))).toEqual({ algorithm: 'argon2id', memoryKiB: 19 * 1024, passes, salt });
  });
});

describe('derivation', () => {
  const parameters = { algorithm: 'argon2id', memoryKiB: 8, passes: 1, salt } as const;

  it('gives 32 bytes that depend on passphrase and salt', () => {
    const key = deriveKey('vier losse woorden samen', parameters);
    expect(key).toHaveLength(32);
    expect(deriveKey('vier losse woorden samen', parameters)).toEqual(key);
    expect(deriveKey('vier losse woorden', parameters)).not.toEqual(key);
    expect(deriveKey('vier losse woorden samen', { ...parameters, salt: new Uint8Array(16).fill(4) })).not.toEqual(key);
  });

  it('is the same however the keyboard codes an accent', () => {
    expect(deriveKey('caf\u00e9 na het MDO', parameters)).toEqual(deriveKey('cafe\u0301 na het MDO', parameters));
  });
});
