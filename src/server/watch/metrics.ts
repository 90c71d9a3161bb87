import { createHash, timingSafeEqual } from 'node:crypto';
import { isLoopback } from '../limits/addressOf.ts';
import { refuse } from '../streams/answer.ts';
import type { HandleStream } from '../streams/handleStreams.ts';
import type { SeenRequest } from './watchRequests.ts';

export interface Metrics {
  readonly count: (seen: SeenRequest) => void;
  /** In Prometheus' text form. */
  readonly write: () => string;
}

/** Seconds; a long-poll that waits its whole time lies behind the last. */
const BOUNDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10];

interface RouteTimes {
  readonly below: number[];
  sum: number;
  count: number;
}

/** Counts over routes, methods and statuses: how much and how fast, never who. */
export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const times = new Map<string, RouteTimes>();
  let bytes = 0;
  return {
    count: ({ method, route, status, ms, bytes: sent }) => {
      const labels = `route="${route}",method="${method}",status="${status}"`;
      requests.set(labels, (requests.get(labels) ?? 0) + 1);
      const time = times.get(route) ?? { below: BOUNDS.map(() => 0), sum: 0, count: 0 };
      times.set(route, time);
      for (const [index, bound] of BOUNDS.entries()) if (ms / 1000 <= bound) time.below[index] = (time.below[index] as number) + 1;
      time.sum += ms / 1000;
      time.count++;
      bytes += sent;
    },
    write: () =>
      [
        '# TYPE knooppunt_requests_total counter',
        ...[...requests].map(([labels, count]) => `knooppunt_requests_total{${labels}} ${count}`),
        '# TYPE knooppunt_request_seconds histogram',
        ...[...times].flatMap(([route, time]) => writeTimes(route, time)),
        '# TYPE knooppunt_sent_bytes_total counter',
        `knooppunt_sent_bytes_total ${bytes}`,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        '# TYPE process_uptime_seconds gauge',
        `process_uptime_seconds ${Math.round(process.uptime())}`,
        '',
      ].join('\n'),
  };
}

const writeTimes = (route: string, { below, sum, count }: RouteTimes): readonly string[] => [
  ...BOUNDS.map((bound, index) => `knooppunt_request_seconds_bucket{route="${route}",le="${bound}"} ${below[index]}`),
  `knooppunt_request_seconds_bucket{route="${route}",le="+Inf"} ${count}`,
  `knooppunt_request_seconds_sum{route="${route}"} ${sum.toFixed(3)}`,
  `knooppunt_request_seconds_count{route="${route}"} ${count}`,
];

/** GET /metrics: from this machine itself, or with the token; for anyone else there is no such page. */
export const createMetricsHandler =
  (metrics: Metrics, token: string | null): HandleStream =>
  (request, response, url) => {
    if (url.pathname !== '/metrics') return false;
    const { headers, socket, method } = request;
    // What a proxy on this machine passes on comes from elsewhere.
    const isFromHere =
      isLoopback(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
    const isAllowed = isFromHere || (token !== null && isSame(headers.authorization ?? '', `Bearer ${token}`));
    if (!isAllowed || method !== 'GET') refuse(response, 'NotFound');
    else
      response
        .writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' })
        .end(metrics.write());
    return true;
  };

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Uint8Array => createHash('sha256').update(text).digest();
