import { type Bytes, concatBytes } from '../protocol/bytes.ts';
import { encodeCbor } from '../protocol/cbor.ts';

/** The one door to WebCrypto's algorithms: SHA-256, HKDF-SHA256, AES-256-GCM. Keys that come out cannot be exported. */
const subtle = globalThis.crypto.subtle;

export const NONCE_LENGTH = 12;

/** SHA-256 of the parts, one after the other. */
export const hashBytes = async (...parts: readonly Uint8Array[]): Promise<Bytes> =>
  new Uint8Array(await subtle.digest('SHA-256', concatBytes(...parts)));

/** What bytes are for, unambiguously: 'a' with 'bc' differs from 'ab' with 'c'. */
export const contextBytes = (...context: readonly (string | number)[]): Bytes => encodeCbor(context);

/** 32 bytes for one purpose, from a secret that is already strong. */
export async function deriveSecret(secret: Bytes, ...context: readonly (string | number)[]): Promise<Bytes> {
  const key = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: contextBytes(...context) };
  return new Uint8Array(await subtle.deriveBits(parameters, key, 256));
}

/** An AES-256-GCM key for one purpose. */
export async function deriveSealingKey(secret: Bytes, ...context: readonly (string | number)[]): Promise<CryptoKey> {
  return subtle.importKey('raw', await deriveSecret(secret, ...context), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Encrypted, with a tag that also covers `context`. A nonce may be used once per key. */
export async function encrypt(key: CryptoKey, nonce: Bytes, plain: Bytes, context: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: context }, key, plain));
}

/** Decrypted, or undefined when key, nonce, context or a single bit differs. */
export async function decrypt(key: CryptoKey, nonce: Bytes, cipher: Bytes, context: Bytes): Promise<Bytes | undefined> {
  try {
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: context }, key, cipher));
  } catch {
    return undefined;
  }
}
