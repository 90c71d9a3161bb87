import type { Bytes } from '../protocol/bytes.ts';
import { contextBytes } from './verification/hash.ts';

/** The one door to WebCrypto's algorithms: HKDF-SHA256, AES-256-GCM. Keys that come out cannot be exported. */
const subtle = globalThis.crypto.subtle;

export const NONCE_LENGTH = 12;

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
