import { test as base } from '@playwright/test';
import { createProfile, withoutServiceWorker } from '../../e2e/support/browser.ts';
import { startServer } from '../../e2e/support/server.ts';
import { startKillableBrowser, type KillableBrowser } from './killableBrowser.ts';

export interface Laptop {
  readonly origin: string;
  readonly profileFolder: string;
  /** Starts the browser; one at a time, over the same profile. `keepsApp`: the whole app comes onto it. */
  readonly start: (options?: { readonly keepsApp?: boolean }) => Promise<KillableBrowser>;
  /** The server is gone from now on. */
  readonly loseServer: () => Promise<void>;
}

/** One laptop with one browser profile, and the app's own server. Whatever the test leaves running is killed after it. */
export const test = base.extend<{ laptop: Laptop }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from this pattern
  laptop: async ({}, lend) => {
    const server = await startServer();
    const profile = createProfile();
    let running: KillableBrowser | null = null;
    try {
      await lend({
        origin: server.origin,
        profileFolder: profile.folder,
        start: async ({ keepsApp = false } = {}) => {
          running = await startKillableBrowser(profile.folder);
          if (!keepsApp) await withoutServiceWorker(running.page.context());
          return running;
        },
        loseServer: server.kill,
      });
    } finally {
      await (running as KillableBrowser | null)?.kill();
      await server.kill();
      profile.discard();
    }
  },
});
