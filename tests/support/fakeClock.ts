import type { Clock } from '../../src/application/ports.ts';

export interface FakeClock extends Clock {
  /** Moves the time on; calls back whatever falls due, in order. */
  readonly advance: (milliseconds: number) => void;
  /** Puts the clock somewhere else without calling anything back: a wrong device clock. */
  readonly jumpTo: (now: number) => void;
}

/** When stories begin, unless told otherwise. */
export const STORY_BEGIN = Date.parse('2026-11-23T09:00:00+01:00');

/** Stands still until told otherwise. */
export function createFakeClock(start = STORY_BEGIN): FakeClock {
  let now = start;
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
  return {
    now: () => now,
    today: () => day.format(now),
    after: (milliseconds, callback) => {
      // Due already: as soon as nothing else runs.
      if (milliseconds <= 0) {
        const immediate = setTimeout(callback);
        return () => clearTimeout(immediate);
      }
      const timer = { at: now + milliseconds, callback };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
    breathe: async () => {},
    advance: (milliseconds) => {
      const until = now + milliseconds;
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.callback();
      }
      now = until;
    },
    jumpTo: (to) => void (now = to),
  };
}

/** Lets everything run that does not wait for time. */
export async function settle(turns = 100): Promise<void> {
  // Sealing runs on other threads; a digest of our own comes back after theirs.
  for (let turn = 0; turn < turns; turn++) await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(64));
}
