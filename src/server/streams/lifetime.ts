import type { StreamRow, Tx } from '../store/port.ts';
import type { StreamRequest } from './tenant.ts';

export interface Lifetime {
  readonly ttl: number | null;
  readonly expiresAt: number | null;
}

/** From the headers; undefined when they are not as the protocol has them. */
export function readLifetime({ headers }: StreamRequest): Lifetime | undefined {
  const [ttl, expires] = [headers['stream-ttl'], headers['stream-expires-at']];
  if (ttl !== undefined && expires !== undefined) return undefined;
  if (ttl !== undefined)
    return typeof ttl === 'string' && /^(0|[1-9]\d{0,9})$/.test(ttl) ? { ttl: Number(ttl), expiresAt: null } : undefined;
  if (expires === undefined) return { ttl: null, expiresAt: null };
  const at = typeof expires === 'string' && RFC_3339.test(expires) ? Date.parse(expires) : NaN;
  return Number.isNaN(at) ? undefined : { ttl: null, expiresAt: at };
}

/** The stream, unless its time is over: then it is gone. */
export function findLiving(tx: Tx, path: string, now: number): StreamRow | undefined {
  const stream = tx.find(path);
  if (stream?.expiresAt === null || stream?.expiresAt === undefined || stream.expiresAt > now) return stream;
  return undefined;
}

export const lifetimeHeaders = ({ ttl, expiresAt }: StreamRow): Readonly<Record<string, string>> => ({
  ...(ttl === null ? {} : { 'Stream-TTL': String(ttl) }),
  ...(ttl !== null || expiresAt === null ? {} : { 'Stream-Expires-At': new Date(expiresAt).toISOString() }),
});

/** The same wish as when it was made. */
export const isSameLifetime = (stream: StreamRow, { ttl, expiresAt }: Lifetime): boolean =>
  stream.ttl === ttl && (ttl !== null || stream.expiresAt === expiresAt);

const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
