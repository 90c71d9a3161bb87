import { expect, test, type Page } from '@playwright/test';
import { fieldOf, openLocked, setUpWithFamily, unlock } from '../faults/support/app.ts';
import { createProfile } from './support/browser.ts';
import { lookForRelease, releaseOf, startReleases } from './support/releases.ts';
import { watchForProblems } from './support/watch.ts';

const FIELD = 'Naam van het gezin';
const NEXT = 'next';

test('a new version loads when asked, with the last letter saved, and leaves a conference in another tab alone until it is left', async () => {
  const server = await startReleases();
  const profile = createProfile();
  try {
    const context = await profile.open();
    const watch = await watchForProblems(context, server.origin);
    const table = await context.newPage();
    await table.goto(server.origin);
    await table.evaluate(async () => void (await navigator.serviceWorker.ready));
    const address = await setUpWithFamily(table, server.origin);
    await beginConference(table);
    const desk = await context.newPage();
    await openLocked(desk, `${address}/family`);

    await server.release(NEXT);
    await lookForRelease(desk);
    await expect(offerOf(desk)).toBeVisible();
    await expect(offerOf(table)).toHaveCount(0);
    const said = table.getByRole('textbox', { name: 'Wat gezegd wordt' });
    await table.getByRole('button', { name: 'Kracht', exact: true }).click();
    await said.fill('Zij bouwt graag');

    // Pressed before the field had its pause: loading waits for the disk.
    await fieldOf(desk, FIELD).fill('Van den Berg');
    await offerOf(desk).click();
    await expect(desk.getByLabel('Wachtzin', { exact: true })).toBeVisible();
    expect(await releaseOf(desk)).toBe(NEXT);
    await unlock(desk);
    await expect(fieldOf(desk, FIELD)).toHaveValue('Van den Berg');
    await expect(offerOf(desk)).toHaveCount(0);

    // The conference goes on where it was, and loads the new version with the next place.
    expect(await releaseOf(table)).toBe('');
    await expect(said).toHaveValue('Zij bouwt graag');
    await said.press('Enter');
    await expect(said).toHaveValue('');
    await table.getByRole('link', { name: 'Naar de casus' }).first().click();
    await expect(table.getByLabel('Wachtzin', { exact: true })).toBeVisible();
    expect(await releaseOf(table)).toBe(NEXT);
    await unlock(table);
    expect(table.url()).toBe(address);
    await expect(table.getByText('Zij bouwt graag').first()).toBeVisible();
    expect(watch.problems).toEqual([]);
    await context.close();
  } finally {
    await server.stop();
    profile.discard();
  }
});

const offerOf = (page: Page) => page.getByRole('button', { name: 'Nieuwe versie laden' });

async function beginConference(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Overleg plannen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Welke dag?').fill(new Date().toISOString().slice(0, 10));
  await dialog.getByRole('button', { name: 'Plannen', exact: true }).click();
  await page.getByRole('link', { name: 'Overleg openen' }).first().click();
  await page.getByRole('button', { name: 'Overleg beginnen' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
}
