import { randomInt } from 'node:crypto';

/** Seconds per step, and where counting begins: both from the protocol, so that caches in front collapse alike. */
const INTERVAL = 20;
const BEGIN = Date.UTC(2024, 9, 9);
const MOST_JITTER = 3600;

/** Grows with time, and always beyond the one that came: a cache can never serve the same empty answer for ever. */
export function nextCursor(now: number, echoed: string | null): string {
  const current = Math.floor((now - BEGIN) / (INTERVAL * 1000));
  const before = echoed !== null && /^\d{1,15}$/.test(echoed) ? Number(echoed) : -1;
  return String(before < current ? current : before + randomInt(1, Math.ceil(MOST_JITTER / INTERVAL) + 1));
}
