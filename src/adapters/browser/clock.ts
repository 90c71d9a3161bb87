import type { Clock } from '../../application/ports.ts';

/** Deadlines are days where the family lives, wherever the laptop thinks it is. */
const DAY = { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** Made when first asked for: the first format of a page takes a browser tens of milliseconds, which the first screen needs. */
let format: Intl.DateTimeFormat | undefined;

/** The day 'YYYY-MM-DD' in Europe/Amsterdam at this moment. */
export function dayInAmsterdam(now: number): string {
  format ??= new Intl.DateTimeFormat('en-GB', DAY);
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts['year']!}-${parts['month']!}-${parts['day']!}`;
}

/** Not every browser has it, and TypeScript's own DOM types do not know it yet. */
const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };

export function createBrowserClock(): Clock {
  return {
    now: () => Date.now(),
    today: () => dayInAmsterdam(Date.now()),
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    breathe: () => (scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve))),
  };
}
