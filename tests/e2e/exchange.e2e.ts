import { expect, test as base, type Page } from '@playwright/test';
import { fieldOf, fillAndSave } from '../faults/support/app.ts';
import { readRows } from '../faults/support/storedBytes.ts';
import {
  expectExchanged,
  foundOrganisation,
  goTo,
  inviteColleague,
  linkOn,
  someone,
  type Someone,
  unlockIfAsked,
} from './circle/people.ts';
import { goOnAnew, recover, writeDownCode } from './circle/recovered.ts';
import { addColleague, removeStopped, sayWhyAndRemove, stopDevice, writeStopped } from './circle/stopped.ts';
import { choose, expectGoodScreen } from './support/screen.ts';
import { type RunningServer, startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

const test = base.extend<{ server: RunningServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from this pattern
  server: async ({}, lend) => {
    const server = await startServer();
    await lend(server);
    await server.kill();
  },
});

const FIELD = 'Naam van het gezin';

test('four people in two organisations: set up, invite, work apart, meet, choose, stop a device, recover, remove', async ({
  browser,
  server,
}) => {
  test.setTimeout(600_000);
  const [administrator, ib, coordinator, wijkteam] = await Promise.all([
    someone(browser, 'Bram Verzonnen', 1366),
    someone(browser, 'Anouk Visser', 1366),
    someone(browser, 'Rachida Denkbeeldig', 360),
    someone(browser, 'Karim Bedacht', 768),
  ]);
  const watches = await Promise.all(
    [administrator, ib, coordinator, wijkteam].map(({ context }) => watchForProblems(context, server.origin)),
  );
  await foundOrganisation(administrator, server.setupLink(), 'De Regenboog', 'Anders');
  await inviteColleague(administrator, ib, 'Intern begeleider');
  await inviteColleague(administrator, coordinator, 'Wijkteam');
  await foundOrganisation(wijkteam, await server.inviteOrganisation(), 'Wijkteam Noord', 'Wijkteam');

  const address = await makeCase(ib, server.origin);
  await inviteAtDistance(ib, wijkteam, address);
  await expect(wijkteam.page.getByRole('heading', { level: 1, name: /Berg/ })).toBeVisible();

  await editApart(ib, wijkteam, address, server);
  await chooseTogether(ib, wijkteam, address);
  await seeLive(ib, wijkteam, address);

  await addColleague(ib, coordinator, address);
  await stopDevice(administrator, coordinator, address);
  await writeStopped(coordinator, wijkteam, FIELD);
  await removeStopped([ib, wijkteam], coordinator, address);

  const code = await writeDownCode(ib, server.origin);
  const again = await recover(browser, ib, code, server.origin);
  await goOnAnew(again, ib, wijkteam, address, FIELD);
  await removeFromCircle(again, wijkteam, address);
  for (const { problems } of watches) expect(problems.filter((problem) => !isOffline(problem))).toEqual([]);
});

/** A request that failed because the test took the connection away is no problem of the app. */
const isOffline = (problem: string) => /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|Failed to load resource/.test(problem);

async function makeCase({ page }: Someone, origin: string): Promise<string> {
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

/** Across organisations: what is shared is written down, and both compare the digits by phone. */
async function inviteAtDistance(host: Someone, guest: Someone, address: string): Promise<void> {
  const { page } = host;
  await goTo(page, address);
  await page.getByRole('link', { name: 'De kring' }).first().click();
  await page.getByRole('link', { name: 'Iemand uitnodigen' }).first().click();
  await page.getByRole('combobox', { name: 'Wie nodig je uit?' }).selectOption('Iemand die nog niet in het plan staat');
  await page.getByRole('textbox', { name: 'Naam', exact: true }).fill(guest.name);
  await choose(
    page
      .getByRole('radiogroup', { name: 'Wie is dit voor het gezin?' })
      .getByRole('radio', { name: /School|professional/i })
      .last(),
  );
  await page.getByRole('textbox', { name: 'Organisatie' }).fill('Wijkteam Noord');
  await choose(page.getByRole('radiogroup', { name: 'Welke rol?' }).getByRole('radio', { name: /^Beheert de kring/ }));
  await page.getByRole('textbox', { name: 'Wat delen jullie?' }).fill('Het plan');
  await page.getByRole('textbox', { name: 'Waarvoor?' }).fill('Samen helpen');
  for (const question of ['Op welke grond?', 'Hoe is dat gezegd?'])
    await choose(page.getByRole('radiogroup', { name: question }).getByRole('radio').first());
  await choose(page.getByRole('radio', { name: /Op afstand/ }));
  await expectGoodScreen(page, 'invite');
  await page.getByRole('button', { name: 'Uitnodiging maken' }).click();
  const link = await linkOn(page);
  await expectGoodScreen(page, 'invitation');

  await guest.page.goto(link);
  await unlockIfAsked(guest.page);
  await guest.page.getByRole('button', { name: 'Meedoen' }).click();
  const digits = (at: Someone) =>
    at.page
      .getByRole('main')
      .getByText(/^\d{4}$/)
      .allTextContents();
  await expect(page.getByText(`${guest.name} (Wijkteam Noord) wil meedoen`)).toBeVisible();
  await expect.poll(() => digits(guest)).toHaveLength(6);
  expect(await digits(guest)).toEqual(await digits(host));
  await expectGoodScreen(guest.page, 'joinWaiting');
  await page.getByRole('button', { name: 'Ja, alle cijfers zijn hetzelfde' }).click();
  await guest.page.getByRole('link', { name: 'Naar het plan' }).click();
}

/** Without a signal both write in one field; the server dies in the middle and comes back. */
async function editApart(ib: Someone, wijkteam: Someone, address: string, server: RunningServer): Promise<void> {
  for (const { page } of [ib, wijkteam]) {
    await goTo(page, `${address}/family`);
    await expect(fieldOf(page, FIELD)).toHaveValue('Berg');
  }
  await Promise.all([ib, wijkteam].map(({ context }) => context.setOffline(true)));
  await fillAndSave(fieldOf(ib.page, FIELD), 'Bergen');
  await fillAndSave(fieldOf(wijkteam.page, FIELD), 'Bergman');
  await Promise.all([ib, wijkteam].map(({ page }) => fieldOf(page, FIELD).blur()));
  await expect(ib.page.getByRole('link', { name: /^Wacht op verbinding: 1 wijziging/ }).first()).toBeVisible();
  const sending = ib.page.waitForRequest((request) => request.method() === 'POST' && new URL(request.url()).pathname.endsWith('/log'));
  await Promise.all([ib, wijkteam].map(({ context }) => context.setOffline(false)));
  await sending;
  await server.kill();
  await server.restart();
  for (const { page } of [ib, wijkteam]) await expectExchanged(page);
  for (const { page } of [ib, wijkteam]) await expect(page.getByText('Hier staan twee antwoorden').first()).toBeVisible();
}

async function chooseTogether(ib: Someone, wijkteam: Someone, address: string): Promise<void> {
  await goTo(ib.page, `${address}/conflicts`);
  await ib.page.getByRole('button', { name: /Dit kiezen: Bergman/ }).click();
  await expect(wijkteam.page.getByText('Hier staan twee antwoorden')).toHaveCount(0);
  await expect(fieldOf(wijkteam.page, FIELD)).toHaveValue('Bergman');
}

/** In one conference each sees at once what the other writes. */
async function seeLive(ib: Someone, wijkteam: Someone, address: string): Promise<void> {
  await goTo(ib.page, `${address}/family`);
  const started = Date.now();
  await fillAndSave(fieldOf(ib.page, FIELD), 'Van den Berg');
  await expect(fieldOf(wijkteam.page, FIELD)).toHaveValue('Van den Berg');
  console.log(`seen by the other after ${Date.now() - started} ms, typing included`);
}

async function removeFromCircle(ib: Someone, wijkteam: Someone, address: string): Promise<void> {
  const before = await countRecords(wijkteam.page);
  await goTo(ib.page, `${address}/circle`);
  await ib.page.getByRole('button', { name: `${wijkteam.name} uit de kring halen` }).click();
  await sayWhyAndRemove(ib, 'De hulp is klaar.');
  await expect(ib.page.getByText('1 persoon in de kring')).toBeVisible();
  await fillWithoutThem(ib, address);
  await goTo(wijkteam.page, new URL('/exchange', address).href);
  await expect(wijkteam.page.getByText('Een plan is van dit apparaat gewist')).toBeVisible();
  await expect(wijkteam.page.getByText(/Dit apparaat doet daar niet meer mee/)).toBeVisible();
  await expectGoodScreen(wijkteam.page, 'exchangeRemoved');
  // The key and everything sealed with it left the database; what is of the organisation stays.
  await expect.poll(async () => (await countRecords(wijkteam.page)).document).toBe(before.document - 1);
  const after = await countRecords(wijkteam.page);
  expect([after.envelope < before.envelope, after.roster < before.roster]).toEqual([true, true]);
  await wijkteam.page.goto(`${address}/family`);
  await unlockIfAsked(wijkteam.page);
  await expect(wijkteam.page.getByRole('heading', { name: 'Dit plan staat niet op dit apparaat' })).toBeVisible();
}

/** How much this profile's database holds. */
async function countRecords(page: Page) {
  const stores = ['document', 'envelope', 'roster'] as const;
  const rows = await readRows(page, stores);
  const count = (store: (typeof stores)[number]) => rows.filter((row) => row.store === store).length;
  return { document: count('document'), envelope: count('envelope'), roster: count('roster') };
}

/** What is written after somebody left never reaches their device. */
async function fillWithoutThem({ page }: Someone, address: string): Promise<void> {
  await goTo(page, `${address}/family`);
  await fillAndSave(fieldOf(page, FIELD), 'Na het vertrek');
  await expectExchanged(page);
}
