import type { Clock } from '../../application/ports.ts';
import { dayOf } from '../../core/shared/dayOf.ts';

/** Not every browser has it, and TypeScript's own DOM types do not know it yet. */
const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };

export function createBrowserClock(): Clock {
  return {
    now: () => Date.now(),
    today: () => dayOf(Date.now()),
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    breathe: () => (scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve))),
  };
}
