import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser } from '../../../.ci/findBrowser.ts';

export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-sync',
  '--disable-component-update',
];

/**
 * A browser without a service worker. To bring the whole app onto a device takes five seconds of processor each time, so a test does that
 * where it is about that, or about being without a connection.
 */
export async function withoutServiceWorker(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
}

/** Longer than any step takes on a busy machine. */
const STEP_MS = 60_000;

export interface Profile {
  readonly folder: string;
  /** A browser started cold over this profile. */
  readonly open: (viewport?: { readonly width: number; readonly height: number }) => Promise<BrowserContext>;
  readonly discard: () => void;
}

/** A browser profile on disk that outlives its browser. */
export function createProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  return {
    folder,
    open: async (viewport = { width: 1366, height: 860 }) => {
      const context = await chromium.launchPersistentContext(folder, {
        executablePath: await findBrowser(),
        args: BROWSER_ARGUMENTS,
        viewport,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        acceptDownloads: true,
      });
      // Before the whole test ends: a step that hangs is then named, with what it waited for.
      context.setDefaultTimeout(STEP_MS);
      return context;
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}
