import * as v from 'valibot';
import type { MemberId } from '../core/shared/ids.ts';
import { base64urlToBytes, bytesToBase64url } from '../protocol/bytes.ts';
import { encodeCbor, parseCbor } from '../protocol/cbor.ts';
import { bytesShape, countShape } from '../protocol/wireShapes.ts';
import type { RandomBytes } from './ids.ts';
import type { DocumentKey } from './keys.ts';
import { pad, unpad } from './padding.ts';
import { decrypt, encrypt, NONCE_LENGTH } from './primitives.ts';
import { contextBytes } from './verification/hash.ts';

/*
 * Why somebody is removed stands in a roster entry, which the server reads: so the words are sealed for the circle.
 *
 *   reason = base64url(cbor[epoch, nonce, AES-256-GCM(document key of that epoch, nonce, aad = [purpose, doc, member], pad(words))])
 */

const PREFIX = 'knooppunt/reason/v1';

/** Words about removing this member, for who can read the document. */
export async function sealReason(key: DocumentKey, member: MemberId, words: string, random: RandomBytes): Promise<string> {
  const nonce = random(NONCE_LENGTH);
  const plain = pad(new Uint8Array(new TextEncoder().encode(words)));
  return bytesToBase64url(encodeCbor([key.epoch, nonce, await encrypt(key.sealing, nonce, plain, contextOf(key, member))]));
}

/** The words, or undefined when they cannot be read here: no key, another member, or not sealed at all. */
export async function openReason(
  keyOf: (epoch: number) => Promise<DocumentKey | undefined>,
  member: MemberId,
  sealed: string,
): Promise<string | undefined> {
  const wire = parseCbor(shape, base64urlToBytes(sealed) ?? new Uint8Array());
  const key = wire && (await keyOf(wire[0]));
  const padded = key && (await decrypt(key.sealing, wire[1], wire[2], contextOf(key, member)));
  const plain = padded && unpad(padded);
  return plain && new TextDecoder().decode(plain);
}

const contextOf = ({ doc }: DocumentKey, member: MemberId) => contextBytes(PREFIX, doc, member);
const shape = v.strictTuple([countShape, bytesShape(NONCE_LENGTH), bytesShape()]);
