/** Milliseconds before the first try again, and the longest pause. */
const FIRST = 1_000;
const LONGEST = 5 * 60_000;

/** Twice as long after every failure, and by chance up to half of that earlier: devices that lost one server do not come back at once. */
export function pauseAfter(tries: number, random: number): number {
  const whole = Math.min(LONGEST, FIRST * 2 ** Math.min(tries - 1, 20));
  return Math.round(whole * (0.5 + random / 2));
}
