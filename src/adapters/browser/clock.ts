import type { Clock } from '../../application/ports.ts';

/** Deadlines are days where the family lives, wherever the laptop thinks it is. */
const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day 'YYYY-MM-DD' in Europe/Amsterdam at this moment. */
export function dayInAmsterdam(now: number): string {
  const parts = Object.fromEntries(DAY.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${parts['year']!}-${parts['month']!}-${parts['day']!}`;
}

export function createBrowserClock(): Clock {
  return {
    now: () => Date.now(),
    today: () => dayInAmsterdam(Date.now()),
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
