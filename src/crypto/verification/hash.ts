import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, concatBytes } from '../../protocol/bytes.ts';
import { encodeCbor } from '../../protocol/cbor.ts';

const subtle = globalThis.crypto.subtle;

/** Up to so many bytes are hashed here sooner than another thread is asked and answers. */
const SMALL = 2_000;

/** SHA-256 of the parts, one after the other. */
export async function hashBytes(...parts: readonly Uint8Array[]): Promise<Bytes> {
  const whole = concatBytes(...parts);
  return whole.length <= SMALL ? (sha256(whole) as Bytes) : new Uint8Array(await subtle.digest('SHA-256', whole));
}

/** What bytes are for, unambiguously: 'a' with 'bc' differs from 'ab' with 'c'. */
export const contextBytes = (...context: readonly (string | number)[]): Bytes => encodeCbor(context);
