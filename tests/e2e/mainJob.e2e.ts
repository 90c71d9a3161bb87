import { expect, type Page } from '@playwright/test';
import { openLocked } from '../faults/support/app.ts';
import { test } from '../faults/support/laptop.ts';
import { GOAL, holdConference } from './job/confer.ts';
import { evaluate } from './job/evaluate.ts';
import { completeFamily, importSiblings, prepareConference, setUpDevice } from './job/takeIn.ts';
import { expectGoodScreen, WIDTHS } from './support/screen.ts';
import { watchForProblems } from './support/watch.ts';

const DAY = 86_400_000;
const dayAfter = (days: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(Date.now() + days * DAY);

/** Every screen on the way is held against all widths (`expectGoodScreen`); a soak also walks it at each of them. */
for (const viewport of process.env['SOAK'] ? WIDTHS : [WIDTHS[0]]) {
  test(`the whole job at ${viewport.width} px with the server gone: from the school's export to the decision`, async ({ laptop }) => {
    test.setTimeout(600_000);
    const first = await laptop.start({ keepsApp: true });
    const watch = await watchForProblems(first.page.context(), laptop.origin);
    await first.page.setViewportSize(viewport);
    await setUpDevice(first.page, laptop.origin);
    await laptop.loseServer();
    const address = await importSiblings(first.page);
    await completeFamily(first.page);
    await prepareConference(first.page, dayAfter(0));
    await holdConference(first.page, dayAfter(60));
    await printPlan(first.page);
    await first.page.getByRole('button', { name: 'Vergrendelen' }).click();
    await expect(first.page.getByLabel('Wachtzin', { exact: true })).toBeVisible();
    await expectGoodScreen(first.page, 'locked');
    expect(watch.problems).toEqual([]);
    await first.kill();

    // Two months later the laptop starts cold, and there still is no server.
    const second = await laptop.start({ keepsApp: true });
    const coldWatch = await watchForProblems(second.page.context(), laptop.origin);
    await second.page.setViewportSize(viewport);
    await second.page.clock.setSystemTime(Date.now() + 60 * DAY);
    await openLocked(second.page, address);
    await expectGoodScreen(second.page, 'caseAfterTwoMonths');
    await evaluate(second.page, dayAfter(120));
    expect(coldWatch.problems).toEqual([]);
  });
}

/** What everyone takes home. */
async function printPlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Plan op één bladzijde' }).click();
  await expect(page.getByRole('heading', { name: 'Ons plan' })).toBeVisible();
  await expectGoodScreen(page, 'print');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(GOAL).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.getByRole('link', { name: 'Terug naar het plan' }).click();
}
