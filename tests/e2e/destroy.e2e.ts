import { expect, test } from '@playwright/test';
import { createProfile, withoutServiceWorker } from './support/browser.ts';
import { countSheets } from './support/paper.ts';
import { expectGoodScreen } from './support/screen.ts';
import { startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

test('destroys the example case after a word was typed, and puts the statement alone on one A4', async () => {
  const server = await startServer();
  const profile = createProfile();
  try {
    const context = await profile.open();
    await withoutServiceWorker(context);
    const watch = await watchForProblems(context, server.origin);
    const page = await context.newPage();
    await page.goto(server.origin);
    await page.getByRole('button', { name: 'Eerst uitproberen' }).click();
    await page
      .getByRole('link', { name: /Voorbeeld \(verzonnen\)/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Casus vernietigen' }).click();
    await expect(page.getByRole('region', { name: 'Dit verdwijnt' })).toBeVisible();
    await page.getByRole('radio', { name: 'De bewaartermijn is voorbij' }).check();
    await page.getByRole('radio', { name: /^Jeugdhulp/ }).check();
    await page.getByRole('textbox', { name: 'Kenmerk van deze casus' }).fill('RB-2026-04');
    await expectGoodScreen(page, 'destroy');
    await page.getByRole('button', { name: 'Verder' }).click();
    await page.getByRole('textbox', { name: 'Typ het woord: vernietigen' }).fill('vernietigen');
    await page.getByRole('button', { name: 'Nu vernietigen' }).click();

    const paper = page.getByRole('article');
    await expect(paper.getByRole('heading', { name: 'Vernietigingsverklaring' })).toBeVisible();
    await expectGoodScreen(page, 'destroy-statement');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(paper.getByText('RB-2026-04').first()).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('link')).toHaveCount(0);
    await expect(paper).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    expect(await countSheets(page)).toBe(1);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await page.getByRole('link', { name: 'Mijn casussen' }).click();
    await expect(page.getByText(/Voorbeeld \(verzonnen\)/)).toHaveCount(0);
    expect(watch.problems).toEqual([]);
    await context.close();
  } finally {
    profile.discard();
    await server.kill();
  }
});
