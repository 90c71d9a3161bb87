import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, type BrowserContext } from '@playwright/test';
import { readRows } from '../faults/support/storedBytes.ts';
import { fieldOf, fillAndSave, openLocked } from '../faults/support/app.ts';
import { expectExchanged, foundOrganisation, type Someone } from './circle/people.ts';
import { createProfile } from './support/browser.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

const FIELD = 'Naam van het gezin';
const CANARY = 'Kanariegezin';

test('what was saved without a connection goes to the server while the app is closed', async () => {
  test.setTimeout(240_000);
  const server = await startServer();
  const profile = createProfile();
  try {
    const context = await profile.open();
    const watch = await watchForProblems(context, server.origin);
    const page = await context.newPage();
    const anouk: Someone = { name: 'Anouk Visser', context, page };
    await foundOrganisation(anouk, server.setupLink(), 'De Regenboog', 'Intern begeleider');
    const address = await makeCase(anouk, server);
    // Whole before the server dies: a courier of whom half was fetched does not begin.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await expect.poll(() => tokenOf(context)).not.toBe('');
    const token = await tokenOf(context);
    const wakeCourier = await openBeside(context, server);
    await openLocked(page, `${address}/family`);
    await expectExchanged(page);

    await server.kill();
    await fillAndSave(fieldOf(page, FIELD), CANARY);
    await page.close();
    await server.restart();
    const before = countEnvelopes(server);
    // More than once, as the browser does: while the closed app still lets go of its lock, an errand has to come back.
    await expect(async () => {
      await wakeCourier();
      await expect.poll(() => countEnvelopes(server), { timeout: 5_000 }).toBeGreaterThan(before);
    }).toPass({ timeout: 60_000 });

    const back = await context.newPage();
    await openLocked(back, `${address}/family`);
    await expect(fieldOf(back, FIELD)).toHaveValue(CANARY);
    await expectExchanged(back);
    for (const secret of [token, CANARY]) expect(server.said()).not.toContain(secret);
    expect(watch.problems).toEqual([]);
    await context.close();
  } finally {
    await server.kill();
    profile.discard();
  }
});

async function makeCase({ page }: Someone, { origin }: RunningServer): Promise<string> {
  await page.getByRole('link', { name: 'Mijn casussen' }).first().click();
  await page
    .getByRole('link', { name: /met de hand|Casus maken|Nieuwe casus/i })
    .first()
    .click();
  await page.getByRole('textbox', { name: FIELD }).fill('Berg');
  await page.getByRole('textbox', { name: 'Naam van het kind' }).first().fill('Noor');
  await page.getByRole('button', { name: 'Casus maken' }).click();
  await page.waitForURL(/\/cases\/[\w-]{22}$/);
  await expectExchanged(page);
  expect(page.url()).toContain(origin);
  return page.url();
}

/** What the service worker shows itself with, as it stands on this device. */
async function tokenOf(context: BrowserContext): Promise<string> {
  const rows = await readRows(context.pages().at(-1)!, ['local']);
  const access = rows.find(({ key }) => key === '~courier/access');
  return access ? (JSON.parse(Buffer.from(access.hex, 'hex').toString()) as { token: string }).token : '';
}

/**
 * A page of the same site that is not the app, so that the browser stays when the app is closed. Gives what the browser does once there is
 * a connection.
 */
async function openBeside(context: BrowserContext, { origin }: RunningServer): Promise<() => Promise<void>> {
  const beside = await context.newPage();
  await beside.goto(`${origin}/healthz`);
  const devtools = await context.newCDPSession(beside);
  const registration = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0]) resolve(registrations[0].registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registration;
  return async () => {
    await devtools.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag: 'knooppunt-courier', lastChance: false });
  };
}

/** How many sealed envelopes the server's own database holds. */
function countEnvelopes({ dataFolder }: RunningServer): number {
  const db = new DatabaseSync(join(dataFolder, 'knooppunt.sqlite'), { readOnly: true });
  try {
    const row = db
      .prepare(`SELECT count(*) AS n FROM message JOIN stream ON stream.id = message.stream WHERE path LIKE '/v1/doc/%/log'`)
      .get();
    return Number(row?.['n']);
  } finally {
    db.close();
  }
}
