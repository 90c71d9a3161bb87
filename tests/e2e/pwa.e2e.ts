import { expect, test } from '@playwright/test';
import { createProfile } from './support/browser.ts';
import { startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

test('is installable, asks nothing of others, and opens cold when the server is gone', async () => {
  const server = await startServer();
  const profile = createProfile();
  try {
    const first = await profile.open();
    const watch = await watchForProblems(first, server.origin);
    const page = await first.newPage();
    await page.goto(server.origin);
    await expect(page.getByRole('button', { name: 'Eerst uitproberen' })).toBeVisible();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    // A service worker that fails in silence would leave the page without one.
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    const devtools = await first.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    await page.evaluate(async () => void (await document.fonts.load('16px "Source Sans 3 Variable"')));
    expect(await page.evaluate(() => [...document.fonts].some((font) => font.status === 'loaded'))).toBe(true);
    expect(watch.problems).toEqual([]);
    await first.close();

    await server.kill();
    const second = await profile.open();
    const cold = await second.newPage();
    const coldWatch = await watchForProblems(second, server.origin);
    await cold.goto(`${server.origin}/help`);
    await expect(cold.getByRole('heading', { level: 1 })).toBeVisible();
    await cold.evaluate(async () => void (await document.fonts.load('16px "Source Sans 3 Variable"')));
    expect(await cold.evaluate(() => [...document.fonts].some((font) => font.status === 'loaded'))).toBe(true);
    expect(coldWatch.problems).toEqual([]);
    await second.close();
  } finally {
    await server.kill();
    profile.discard();
  }
});
