import { expect, test } from '@playwright/test';
import { createProfile, withoutServiceWorker } from './support/browser.ts';
import { countSheets } from './support/paper.ts';
import { expectGoodScreen } from './support/screen.ts';
import { startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

const PAPERS = [
  'Privacyverklaring',
  'Privacy: uitleg voor kinderen',
  'DPIA',
  'Regeling van gezamenlijk verantwoordelijken',
  'Verwerkersovereenkomst',
  'Toegankelijkheidsverklaring',
  'Voor ICT-beheerders',
] as const;
/** One of each kind: much text, large letters, wide tables. All are looked at by axe in the component tests. */
const LOOKED_AT: ReadonlySet<string> = new Set(['Privacyverklaring', 'Privacy: uitleg voor kinderen', 'DPIA']);
const DRAFT = 'Concept, laat je FG nakijken';

test('has papers for the organisation to print, before anything is unlocked, each marked as a draft', async () => {
  const server = await startServer();
  const profile = createProfile();
  try {
    const context = await profile.open();
    await withoutServiceWorker(context);
    const watch = await watchForProblems(context, server.origin);
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(`${server.origin}/help`);
    await page.getByRole('link', { name: 'Naar de documenten' }).click();
    await expectGoodScreen(page, 'papers');
    // Where tables have least room.
    await page.setViewportSize({ width: 320, height: 860 });
    for (const name of PAPERS) {
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      if (LOOKED_AT.has(name)) await expectGoodScreen(page, `paper-${PAPERS.indexOf(name)}`);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const paper = page.getByRole('article');
      await expect(paper.getByText(DRAFT).first()).toBeVisible();
      await expect(paper).toHaveCSS('color', 'rgb(0, 0, 0)');
      await expect(paper).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('link')).toHaveCount(0);
      const sheets = await countSheets(page);
      expect(sheets).toBeGreaterThan(0);
      expect(sheets).toBeLessThanOrEqual(4);
      expect(await page.title()).toBe(`${name} · Knooppunt`);
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
      await page.getByRole('link', { name: 'Alle documenten' }).click();
    }

    // What parents are given in the hand is half as large.
    await page.goto(`${server.origin}/help/parents`);
    await expect(page.getByRole('heading', { name: 'Een plan met u en uw kind' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    expect(await countSheets(page, 'A5')).toBe(1);
    expect(watch.problems).toEqual([]);
    await context.close();
  } finally {
    await server.kill();
    profile.discard();
  }
});
