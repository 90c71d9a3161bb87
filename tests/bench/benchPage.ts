import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { createServer } from '../../src/server/createServer.ts';
import { createProfile } from '../e2e/support/browser.ts';
import type { Bench } from './page/page.ts';

/** A device in a browser of its own, with the bench page instead of the screens. */
export interface BenchDevice {
  /** One call on a page that was just loaded, and is closed afterwards. `slowdown`: how many times slower its main thread is. */
  readonly call: <Name extends keyof Bench>(
    name: Name,
    input: Parameters<Bench[Name]>,
    options?: { readonly slowdown?: number },
  ) => Promise<Awaited<ReturnType<Bench[Name]>>>;
  /** The same, and then something else with that page. */
  readonly callAndLook: <Name extends keyof Bench, T>(
    name: Name,
    input: Parameters<Bench[Name]>,
    look: (page: Page) => Promise<T>,
  ) => Promise<T>;
}

export async function withBenchDevice<T>(work: (device: BenchDevice) => Promise<T>): Promise<T> {
  const folder = await (built ??= buildPage());
  const server = createServer(folder, () => false).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const profile = createProfile();
  const context = await profile.open();
  const callAndLook: BenchDevice['callAndLook'] = async (name, input, look) =>
    await onPage(name, input, 1, async (page) => await look(page));

  async function onPage<R>(
    name: keyof Bench,
    input: readonly unknown[],
    slowdown: number,
    look: (page: Page, output: unknown) => Promise<R>,
  ): Promise<R> {
    const page = await context.newPage();
    try {
      await page.goto(origin);
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const output = await page.evaluate(
        async ([verb, given]) =>
          await (globalThis as unknown as { bench: Record<string, (...all: readonly unknown[]) => unknown> }).bench[verb]!(...given),
        [name, input] as const,
      );
      return await look(page, output);
    } finally {
      await page.close();
    }
  }

  try {
    return await work({
      call: async (name, input, { slowdown = 1 } = {}) => await onPage(name, input, slowdown, async (_, output) => output as never),
      callAndLook,
    });
  } finally {
    await context.close();
    profile.discard();
    server.close();
    server.closeAllConnections();
  }
}

let built: Promise<string> | undefined;

/** Once per run, into a folder that goes with the process: nothing of the bench is ever in the product's build. */
async function buildPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-page-'));
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await build({ configFile: join(import.meta.dirname, 'page/vite.config.ts'), logLevel: 'error', build: { outDir } });
  return outDir;
}
