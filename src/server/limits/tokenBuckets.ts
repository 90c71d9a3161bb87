import type { Rate } from './limits.ts';

export interface TokenBuckets {
  /** Whether one more is allowed now; if so it counts. */
  readonly take: (key: string, now: number) => boolean;
}

/** So many are remembered; a full bucket needs no remembering. */
const MOST_KEYS = 20_000;

/** For each key a bucket of `burst` tokens that fills again by `perSecond`; a request takes one. In memory: a restart forgives. */
export function createTokenBuckets({ perSecond, burst }: Rate): TokenBuckets {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  const tokensAt = (key: string, now: number): number => {
    const bucket = buckets.get(key);
    // A clock that was set back takes nothing away.
    return bucket === undefined ? burst : Math.min(burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * perSecond);
  };
  const forget = (now: number) => {
    for (const key of buckets.keys()) if (tokensAt(key, now) >= burst) buckets.delete(key);
    // Still too many: whoever was seen longest ago begins anew.
    for (const key of buckets.keys()) if (buckets.size > MOST_KEYS / 2) buckets.delete(key);
  };
  return {
    take: (key, now) => {
      const tokens = tokensAt(key, now);
      const isAllowed = tokens >= 1;
      buckets.delete(key);
      buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
      if (buckets.size > MOST_KEYS) forget(now);
      return isAllowed;
    },
  };
}
