import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { createServer } from '../../src/server/createServer.ts';
import type { HandleStream } from '../../src/server/streams/handleStreams.ts';
import { createProfile } from '../e2e/support/browser.ts';
import type { Bench } from './page/page.ts';

interface CallOptions {
  /** How many times slower the page's main thread is. */
  readonly slowdown?: number;
  /** What somebody does on the page until the call is over. */
  readonly meanwhile?: ((page: Page, calling: Promise<unknown>) => Promise<void>) | undefined;
}

/** A device in a browser of its own, with the bench page instead of the screens. */
export interface BenchDevice {
  /** One call on a page that was just loaded, and is closed afterwards. */
  readonly call: <Name extends keyof Bench>(
    name: Name,
    input: Parameters<Bench[Name]>,
    options?: CallOptions,
  ) => Promise<Awaited<ReturnType<Bench[Name]>>>;
  /** The same, and then something else with that page. */
  readonly callAndLook: <Name extends keyof Bench, T>(
    name: Name,
    input: Parameters<Bench[Name]>,
    look: (page: Page) => Promise<T>,
  ) => Promise<T>;
}

export const withBenchDevice = <T>(work: (device: BenchDevice) => Promise<T>): Promise<T> =>
  withBenchBrowser(
    async (deviceAt) =>
      await withPageServer(
        () => false,
        async (origin) => await work(deviceAt(origin)),
      ),
  );

/** Hands out the bench page, beside whatever else is answered at that address. */
export async function withPageServer<T>(handle: HandleStream, work: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer(await benchPageFolder(), handle).listen(0, '127.0.0.1');
  // A connection that is closed while its next request is on the way breaks off a replication that writes for seconds in between.
  server.keepAliveTimeout = 600_000;
  await once(server, 'listening');
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** One browser, with a device for each origin that hands out the bench page. */
export async function withBenchBrowser<T>(work: (deviceAt: (origin: string) => BenchDevice) => Promise<T>): Promise<T> {
  const profile = createProfile();
  const context = await profile.open();

  async function onPage<R>(
    origin: string,
    name: keyof Bench,
    input: readonly unknown[],
    { slowdown, meanwhile }: CallOptions & { readonly slowdown: number },
    look: (page: Page, output: unknown) => Promise<R>,
  ): Promise<R> {
    const page = await context.newPage();
    try {
      await page.goto(origin);
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const calling = page.evaluate(
        async ([verb, given]) =>
          await (globalThis as unknown as { bench: Record<string, (...all: readonly unknown[]) => unknown> }).bench[verb]!(...given),
        [name, input] as const,
      );
      const [output] = await Promise.all([calling, meanwhile?.(page, calling)]);
      return await look(page, output);
    } finally {
      await page.close();
    }
  }

  try {
    return await work((origin) => ({
      call: async (name, input, { slowdown = 1, meanwhile } = {}) =>
        await onPage(origin, name, input, { slowdown, meanwhile }, async (_, output) => output as never),
      callAndLook: async (name, input, look) => await onPage(origin, name, input, { slowdown: 1 }, async (page) => await look(page)),
    }));
  } finally {
    await context.close();
    profile.discard();
  }
}

let built: Promise<string> | undefined;
export const benchPageFolder = (): Promise<string> => (built ??= buildPage());

/** Once per run, into a folder that goes with the process: nothing of the bench is ever in the product's build. */
async function buildPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-page-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({ configFile: join(import.meta.dirname, 'page/vite.config.ts'), logLevel: 'error', build: { outDir } });
  return outDir;
}
