import type { KdfParameters } from '../../application/ports.ts';
import { deriveKey } from './deriveKey.ts';

/** OWASP's smallest advice for Argon2id: 19 MiB and two passes. Slow devices stay there; fast ones make more passes. */
const MEMORY_KIB = 19 * 1024;
const LEAST_PASSES = 2;
/** In the middle of the promised 250 to 1,000 ms. */
const AIM_MILLISECONDS = 500;

/** Chooses how many passes take about half a second on this device. */
export function calibrate(salt: Uint8Array<ArrayBuffer>, now: () => number): KdfParameters {
  const parameters: KdfParameters = { algorithm: 'argon2id', memoryKiB: MEMORY_KIB, passes: LEAST_PASSES, salt };
  // The first run is slower: the browser still compiles.
  deriveKey('', { ...parameters, passes: 1 });
  const start = now();
  deriveKey('', parameters);
  const perPass = (now() - start) / LEAST_PASSES;
  return { ...parameters, passes: Math.max(LEAST_PASSES, Math.round(AIM_MILLISECONDS / Math.max(1, perPass))) };
}
