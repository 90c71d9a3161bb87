import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../../.ci/findBrowser.ts';
import { BROWSER_ARGUMENTS } from '../../e2e/support/browser.ts';

export interface KillableBrowser {
  readonly page: Page;
  /** The whole process tree at once, as a crash does: nothing is flushed, nothing says goodbye. Again: nothing happens. */
  readonly kill: () => Promise<void>;
}

/** A browser over a profile, started here instead of by Playwright, because only who starts a process group may kill it whole. */
export async function startKillableBrowser(profileFolder: string): Promise<KillableBrowser> {
  // Left behind by the browser that was killed; it says that the profile is in use.
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) rmSync(join(profileFolder, name), { force: true });
  const own = ['--headless=new', '--remote-debugging-port=0', '--lang=nl-NL', '--window-size=1366,860', `--user-data-dir=${profileFolder}`];
  const child = spawn(await findBrowser(), [...BROWSER_ARGUMENTS, ...own, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LANGUAGE: 'nl' },
  });
  const exited = once(child, 'exit');
  const browser = await chromium.connectOverCDP(await debuggingAddressOf(child));
  const page = browser.contexts()[0]!.pages()[0]!;
  page.setDefaultTimeout(20_000);
  return {
    page,
    kill: async () => {
      if (child.signalCode !== null) return;
      process.kill(-child.pid!, 'SIGKILL');
      await exited;
      await browser.close();
    },
  };
}

async function debuggingAddressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr!) {
    said += String(chunk);
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    // Read on without looking, or the browser would stop at a full pipe.
    if (address) return (child.stderr!.resume(), address);
  }
  throw new Error(`the browser did not start: ${said}`);
}
