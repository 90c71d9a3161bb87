import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../.ci/findBrowser.ts';

const executablePath = await findBrowser();

/** In the system's Chromium. Each file has servers and browsers of its own, so that two run side by side. No retries: a test that sometimes fails is a defect. */
export default defineConfig({
  testDir: '..',
  testMatch: ['e2e/**/*.e2e.ts', 'faults/**/*.e2e.ts'],
  // By itself: `npm run engines`.
  testIgnore: process.env['ENGINES'] ? [] : ['**/engines.e2e.ts'],
  outputDir: '../../test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // Following every step takes twice the time. To look into a failure: `npm run e2e -- NAME --trace on`.
    trace: 'off',
    launchOptions: {
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-sync',
        '--disable-component-update',
      ],
    },
  },
});
