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

/**
 * Parts of a few seconds, whatever the line: what breaks off costs no more than one, and the next is smaller, so that a line which
 * carries anything at all carries everything in the end (SPEC 14e, 15f).
 */
export function nextPartSize(size: number, { least, most }: PartBounds, { arrived, bytes, took }: PartSent): number {
  if (!arrived) return Math.max(least, Math.ceil(size / 4));
  if (took > SLOW) return Math.max(least, Math.ceil(size / 2));
  // A small part says nothing of a large one.
  return took < QUICK && bytes > size / 2 ? Math.min(most, size * 2) : size;
}
