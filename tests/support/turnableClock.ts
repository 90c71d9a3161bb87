import { createBrowserClock } from '../../src/adapters/browser/clock.ts';
import type { Clock } from '../../src/application/ports.ts';
import { dayOf } from '../../src/core/shared/dayOf.ts';

/** Goes on with the time of this machine, so far away from it. */
export function turnableClock(): Clock & { ahead: number } {
  const clock = {
    ...createBrowserClock(),
    ahead: 0,
    now: () => Date.now() + clock.ahead,
    today: () => dayOf(clock.now()),
  };
  return clock;
}
