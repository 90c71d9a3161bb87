import { expect, type Page, test } from '@playwright/test';
import { createProfile, withoutServiceWorker } from './support/browser.ts';
import { countSheets } from './support/paper.ts';
import { expectGoodScreen } from './support/screen.ts';
import { startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

/** What each sheet must show on paper, and on how many pages; a form for each person is a page. */
const sheets = [
  { link: 'Plan op één bladzijde', heading: 'Ons plan', pages: 1, words: ['Doel 2. Rustige ochtend', 'Onze regisseur: Sanne (verzonnen)'] },
  { link: 'Het hele plan', heading: 'Het hele plan', pages: null, words: ['Doel 1. Ik blijf in de klas', 'Ook mijn weekend telt.'] },
  { link: 'Antwoord op het plan', heading: 'Mijn antwoord op het plan', pages: 'forms', words: ['Niet akkoord', 'Handtekening:'] },
  { link: 'Formulier voor het kind', heading: 'Wat vind jij?', pages: 'forms', words: ['ertussenin', 'Hier mag je tekenen'] },
  { link: 'Voorbereiding voor ouders', heading: 'Uw voorbereiding op het overleg', pages: 'forms', words: ['Wie wilt u als regisseur?'] },
  { link: 'Drie vragen aan de leerkracht', heading: 'Drie vragen aan de leerkracht', pages: 'forms', words: ['3. Wat heb jij nodig?'] },
] as const;

/** Nothing on paper is written outside it or cut off by what it stands in. */
async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const isForEars = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || isForEars(element.parentElement));
    return [...document.querySelectorAll('article *:not(svg, svg *)')]
      .filter((element) => element.checkVisibility() && !isForEars(element))
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  expect(cut).toEqual([]);
}

test('puts every sheet of the example family on A4, black on white, with only the sheet on it', async () => {
  const server = await startServer();
  const profile = createProfile();
  try {
    const context = await profile.open();
    await withoutServiceWorker(context);
    const watch = await watchForProblems(context, server.origin);
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(server.origin);
    await page.getByRole('button', { name: 'Eerst uitproberen' }).click();
    await page
      .getByRole('link', { name: /Voorbeeld \(verzonnen\)/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Afdrukken' }).click();

    for (const { link, heading, pages, words } of sheets) {
      await page.getByRole('link', { name: link }).click();
      await expect(page.getByRole('heading', { level: 2, name: heading }).first()).toBeVisible();
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const word of words) await expect(page.getByText(word).first()).toBeVisible();
      await expect(page.getByText('Voorbeeld, verzonnen gezin').first()).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('link')).toHaveCount(0);
      const paper = page.getByRole('article').first();
      await expect(paper).toHaveCSS('color', 'rgb(0, 0, 0)');
      await expect(paper).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await expectNothingCut(page);
      const printed = await countSheets(page);
      if (pages !== null) expect(printed).toBe(pages === 'forms' ? await page.getByRole('article').count() : pages);
      expect(await page.title()).toBe(`${link} · Knooppunt`);
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    }

    await expectGoodScreen(page, 'print-teacher');
    await page.getByRole('checkbox', { name: 'Groot lettertype' }).check();
    await page.getByRole('link', { name: 'Plan op één bladzijde' }).click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('article')).toHaveCSS('font-size', '24px');
    await expectNothingCut(page);
    expect(await countSheets(page)).toBeGreaterThan(1);

    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 768, height: 860 });
    await expectGoodScreen(page, 'print-large');
    await page.setViewportSize({ width: 320, height: 860 });
    await expectGoodScreen(page, 'print-large', []);
    expect(watch.problems).toEqual([]);
    await context.close();
  } finally {
    await server.kill();
    profile.discard();
  }
});
