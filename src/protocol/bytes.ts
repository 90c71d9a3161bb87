/** Bytes in their own memory, as WebCrypto and storage want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(LETTERS).map((letter, value) => [letter, value]));

/** base64url without padding: how keys, hashes and ids are written as text. */
export function bytesToBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const letters = Math.min(bytes.length - at, 3) + 1;
    for (let letter = 0; letter < letters; letter++) text += LETTERS.charAt((group >> (18 - 6 * letter)) & 63);
  }
  return text;
}

/** The bytes, or undefined when the text is not exactly what `bytesToBase64url` writes: one text per value, so ids compare as text. */
export function base64urlToBytes(text: string): Bytes | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let group = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const value = VALUES.get(text.charAt(index));
    if (value === undefined) return undefined;
    group = ((group << 6) | value) & 0xffffff;
    const bits = (((index & 3) + 1) * 6) & 7;
    if ((index & 3) !== 0) bytes[at++] = (group >> bits) & 255;
  }
  return bytesToBase64url(bytes) === text ? bytes : undefined;
}

/** One after the other. */
export const concatBytes = (...parts: readonly Uint8Array[]): Bytes => joinBytes(parts);

/** The same for lists of any length. */
export function joinBytes(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Whether both hold the same. Only for public values: it stops at the first difference. */
export const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);
