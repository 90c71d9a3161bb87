import type { Bytes } from '../protocol/bytes.ts';

/**
 * Padme (Nikitin et al. 2019): lengths are rounded up so that they tell at most a few bits, for at most 12% extra.
 * A single 0x80 marks the end of the content.
 */
export function pad(content: Bytes): Bytes {
  const padded = new Uint8Array(padmeLength(content.length + 1));
  padded.set(content);
  padded[content.length] = 0x80;
  return padded;
}

/** The content without padding, or undefined when it was not padded by `pad`. */
export function unpad(padded: Bytes): Bytes | undefined {
  const end = padded.lastIndexOf(0x80);
  const isPadding = end >= 0 && padded.subarray(end + 1).every((byte) => byte === 0) && padded.length === padmeLength(end + 1);
  return isPadding ? padded.slice(0, end) : undefined;
}

/** The lowest bits of a length are the ones that tell most; how many are rounded away grows with the length. */
function padmeLength(length: number): number {
  const exponent = Math.floor(Math.log2(length));
  const kept = exponent === 0 ? 0 : Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(length / step) * step;
}
