import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openAccounts } from './accounts/openAccounts.ts';
import { createServer } from './createServer.ts';
import { type Limits, LIMITS } from './limits/limits.ts';
import { openSqliteStore } from './store/sqlite/sqliteStore.ts';
import { createStreamHandler, type HandleStream } from './streams/handleStreams.ts';
import { createTestTenant } from './streams/testTenant.ts';
import type { StreamContext } from './streams/tenant.ts';
import { createMetrics, createMetricsHandler } from './watch/metrics.ts';
import { createWatch, logLine } from './watch/watchRequests.ts';

export interface ServerOptions {
  /** The built app. */
  readonly appFolder: string;
  /** Where the database stands. */
  readonly dataFolder: string;
  /** 0: any free one. */
  readonly port: number;
  /** Opens the tenant of the protocol's conformance suite to whoever shows this token; null: there is none. */
  readonly conformanceToken: string | null;
  /** Opens /metrics to whoever shows it, from anywhere; without one only to this machine. */
  readonly metricsToken?: string | null;
  /** Takes a line for each request. */
  readonly log?: (line: string) => void;
  /** Milliseconds that a long-poll waits. */
  readonly pollMilliseconds?: number;
  /** In place of the usual ones. */
  readonly limits?: Partial<Limits>;
  /** Milliseconds since 1970; tests set it. */
  readonly now?: () => number;
  /** The disk can no longer be trusted. */
  readonly onBroken: (error: unknown) => void;
}

export interface RunningServer {
  readonly url: string;
  /** For whoever founds the first organisation, once; null when there is one. Everything in the fragment, which no server sees. */
  readonly setupUrl: string | null;
  /** Takes nothing new, lets live readers go, writes what is on its way, and closes. */
  readonly stop: () => Promise<void>;
}

/** Everything the server is, on one port of this machine. Whoever publishes it puts a TLS proxy in front. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const store = openSqliteStore(options.dataFolder, options);
  const stopping = new AbortController();
  const context: StreamContext = {
    store,
    now: options.now ?? Date.now,
    pollMilliseconds: options.pollMilliseconds ?? POLL,
    eventMilliseconds: EVENTS,
    bodyLimit: BODY_LIMIT,
    stopping: stopping.signal,
  };
  const accounts = await openAccounts({ ...context, limits: { ...LIMITS, ...options.limits } });
  const testTenants = options.conformanceToken ? [createTestTenant(options.conformanceToken)] : [];
  const handleStream = createStreamHandler(context, [...accounts.tenants, ...testTenants]);
  const metrics = createMetrics();
  const handleMetrics = createMetricsHandler(metrics, options.metricsToken ?? null);
  const handle: HandleStream = (...asked) => handleStream(...asked) || accounts.handle(...asked) || handleMetrics(...asked);
  const watch = createWatch((seen) => {
    metrics.count(seen);
    options.log?.(logLine(seen, context.now()));
  });
  const server = createServer(options.appFolder, handle, watch);
  server.listen(options.port, 'localhost');
  await once(server, 'listening').catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const setupSecret = await accounts.makeSetupSecret();
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    setupUrl: setupSecret === null ? null : `${url}/#setup=${setupSecret}`,
    stop: async () => {
      stopping.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), GRACE);
      await closed;
      clearTimeout(force);
      await store.close();
    },
  };
}

const POLL = 20_000;
const EVENTS = 60_000;
const BODY_LIMIT = 4 * 1024 * 1024;
/** Milliseconds that requests under way get to end. */
const GRACE = 3_000;
