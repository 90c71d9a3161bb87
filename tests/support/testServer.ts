import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Limits } from '../../src/server/limits/limits.ts';
import { startServer } from '../../src/server/startServer.ts';

export interface TestServer {
  /** Changes with a restart: each takes any free port. */
  readonly url: () => string;
  /** For founding the first organisation; null when there is one. */
  readonly setupSecret: () => string | null;
  /** Where its database stands. */
  readonly folder: string;
  /** A line for each request that is over. */
  readonly logged: () => readonly string[];
  /** `meanwhile`: while it stands still. */
  readonly restart: (meanwhile?: () => void | Promise<void>) => Promise<void>;
  /** Ends it and removes its folder. */
  readonly stop: () => Promise<void>;
  /** The server's clock, ahead of the real one. */
  readonly turnClock: (milliseconds: number) => void;
}

/**
 * The real server on a free port of this machine, with a folder of its own. `appFolder`: the built app (`dist`), when a browser is to come;
 * without one it hands out nothing, so that no test waits for a build.
 */
export async function startTestServer({
  appFolder,
  pollMilliseconds = 2_000,
  limits = {},
  metricsToken = null,
  twinOf,
}: {
  readonly appFolder?: string;
  readonly pollMilliseconds?: number;
  readonly limits?: Partial<Limits>;
  readonly metricsToken?: string | null;
  /** The folder of a server that stands still: this one begins with all that is in it, its keys too. */
  readonly twinOf?: string;
} = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'knooppunt-server-'));
  const empty = mkdtempSync(join(tmpdir(), 'knooppunt-app-'));
  if (twinOf !== undefined) cpSync(twinOf, folder, { recursive: true });
  const lines: string[] = [];
  let ahead = 0;
  const start = () =>
    startServer({
      appFolder: appFolder ?? empty,
      dataFolder: folder,
      port: 0,
      conformanceToken: null,
      metricsToken,
      pollMilliseconds,
      limits: { address: UNLIMITED, device: UNLIMITED, document: UNLIMITED, ...limits },
      log: (line) => lines.push(line),
      now: () => Date.now() + ahead,
      onBroken: (error) => {
        throw error;
      },
    });
  let running = await start();
  return {
    url: () => running.url,
    setupSecret: () => running.setupUrl?.split('#setup=')[1] ?? null,
    folder,
    logged: () => lines,
    restart: async (meanwhile) => {
      await running.stop();
      await meanwhile?.();
      running = await start();
    },
    stop: async () => {
      await running.stop();
      for (const each of [folder, empty]) rmSync(each, { recursive: true, force: true });
    },
    turnClock: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** Tests ask more at once than people do. */
const UNLIMITED = { perSecond: 1_000_000, burst: 1_000_000 };
