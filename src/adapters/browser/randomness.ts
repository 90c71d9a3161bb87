import type { Randomness } from '../../application/ports.ts';

/** The browser's own; it gives at most 65,536 bytes at a time, far above any key. */
export function createBrowserRandomness(): Randomness {
  return { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
}
