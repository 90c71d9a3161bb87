import { type Bytes, concatBytes } from '../../protocol/bytes.ts';
import { encodeCbor } from '../../protocol/cbor.ts';

const subtle = globalThis.crypto.subtle;

/** SHA-256 of the parts, one after the other. */
export const hashBytes = async (...parts: readonly Uint8Array[]): Promise<Bytes> =>
  new Uint8Array(await subtle.digest('SHA-256', concatBytes(...parts)));

/** What bytes are for, unambiguously: 'a' with 'bc' differs from 'ab' with 'c'. */
export const contextBytes = (...context: readonly (string | number)[]): Bytes => encodeCbor(context);
