import type { DocumentId } from '../core/shared/ids.ts';
import { type Bytes, concatBytes } from '../protocol/bytes.ts';
import type { RandomBytes } from './ids.ts';
import { decrypt, deriveSealingKey, encrypt, NONCE_LENGTH } from './primitives.ts';
import { contextBytes } from './verification/hash.ts';

/*
 * "Somebody is typing here": for whoever is in the circle now, never stored, worth nothing after some seconds. Under a key of its own,
 * derived from the document's present epoch secret, and bound to the device that the server says it came from.
 */

/** Where a message belongs: it opens nowhere else. */
export interface PresencePlace {
  readonly doc: DocumentId;
  readonly epoch: number;
  readonly device: string;
}

export async function sealPresence(secret: Bytes, place: PresencePlace, content: Bytes, random: RandomBytes): Promise<Bytes> {
  const nonce = random(NONCE_LENGTH);
  return concatBytes(nonce, await encrypt(await presenceKey(secret, place), nonce, content, contextOf(place)));
}

/** The content, or undefined when it was sealed elsewhere or changed on the way. */
export async function openPresence(secret: Bytes, place: PresencePlace, sealed: Bytes): Promise<Bytes | undefined> {
  const key = await presenceKey(secret, place);
  return await decrypt(key, sealed.slice(0, NONCE_LENGTH), sealed.slice(NONCE_LENGTH), contextOf(place));
}

const presenceKey = (secret: Bytes, { doc, epoch }: PresencePlace): Promise<CryptoKey> => deriveSealingKey(secret, 'presence', doc, epoch);

const contextOf = ({ doc, epoch, device }: PresencePlace): Bytes => contextBytes('presence', doc, epoch, device);
