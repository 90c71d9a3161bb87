/** Bytes that go over the line at once, at least and at most. */
export interface PartBounds {
  readonly least: number;
  readonly most: number;
}

/** How one part fared: whether it arrived, how many bytes it had, and in how many milliseconds. */
export interface PartSent {
  readonly arrived: boolean;
  readonly bytes: number;
  readonly took: number;
}

const QUICK = 2_000;
const SLOW = 8_000;
/** Bytes around each part, of the question and the answer: they took their time too. */
const AROUND = 1_000;
/** So much larger at once, at most: a lucky moment says little. */
const FASTEST = 16;

/**
 * Parts of a few seconds, whatever the line: what breaks off costs no more than one, and the next is smaller, so that a line which
 * carries anything at all carries everything in the end (SPEC 14e, 15f).
 */
export function nextPartSize(size: number, { least, most }: PartBounds, { arrived, bytes, took }: PartSent): number {
  if (!arrived) return Math.max(least, Math.ceil(size / 4));
  if (took > SLOW) return Math.max(least, Math.ceil(size / 2));
  // What would have come in that time at the same pace. A small part makes a line look slower than it is, never quicker.
  const quickly = Math.floor(((bytes + AROUND) * QUICK) / Math.max(1, took));
  return Math.max(size, Math.min(most, size * FASTEST, quickly));
}
