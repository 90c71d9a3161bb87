import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startServer, type RunningServer } from '../../../src/server/startServer.ts';

export interface Releases {
  readonly origin: string;
  /** From now on the same address hands out a newer build. */
  readonly release: (name: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const BUILT = join(import.meta.dirname, '../../../dist');

/** The product's server over the built app, of which a newer version can come out: the same, under another name. */
export async function startReleases(): Promise<Releases> {
  const folder = mkdtempSync(join(tmpdir(), 'releases-'));
  const start = (appFolder: string, port: number): Promise<RunningServer> =>
    startServer({
      appFolder,
      dataFolder: join(folder, 'data'),
      port,
      conformanceToken: null,
      onBroken: (error) => {
        throw error;
      },
    });
  let server = await start(BUILT, 0);
  const port = Number(new URL(server.url).port);
  return {
    origin: `http://localhost:${port}`,
    release: async (name) => {
      const built = join(folder, name);
      cpSync(BUILT, built, { recursive: true });
      nameRelease(built, name);
      await server.stop();
      server = await start(built, port);
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Its first page says which release it is, and its service worker lists that page with another revision. */
function nameRelease(built: string, name: string): void {
  const change = (file: string, from: RegExp, to: string) => {
    const before = readFileSync(join(built, file), 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} is built otherwise than this test knows`);
    writeFileSync(join(built, file), after);
    for (const packed of ['br', 'gz']) rmSync(join(built, `${file}.${packed}`), { force: true });
  };
  change('index.html', /<head>/, `<head><meta name="release" content="${name}" />`);
  change('serviceWorker.js', /"revision":"\w+","url":"index.html"/, `"revision":"${name}","url":"index.html"`);
}

/** Which release a page runs; empty for the one that was built. */
export const releaseOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content ?? '');

/** What the app itself asks every hour. */
export const lookForRelease = (page: Page): Promise<void> =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())!.update()));
