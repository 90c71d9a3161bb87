import { expect, test as base } from '@playwright/test';
import { foundOrganisation, goTo, linkOn, makeCase, setUpShortly, someone, type Someone, unlockIfAsked } from './circle/people.ts';
import { choose, expectGoodScreen, expectLargeLetters } from './support/screen.ts';
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

test('a mother on her own phone finds who helps her, and is away in one tap, both without a connection', async ({ browser, server }) => {
  test.setTimeout(300_000);
  const [ib, mother] = [await someone(browser, 'Anouk Visser', 1366), await someone(browser, 'Ewa', 320, { keepsApp: true })];
  const watches = await Promise.all([ib, mother].map(({ context }) => watchForProblems(context, server.origin)));
  await foundOrganisation(ib, server.setupLink(), 'De Regenboog', 'Intern begeleider');
  await giveNumbers(ib);
  const address = await makeCase(ib, 'Berg', 'Noor');
  await letIn(ib, mother, address);
  const { page, context } = mother;
  await expect(page.getByRole('heading', { level: 1, name: /^Ons plan/ })).toBeVisible();
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await context.setOffline(true);

  await page.getByRole('link', { name: 'Wie helpt mij?' }).click();
  const confidant = page.getByRole('region', { name: 'Vertrouwenspersoon' });
  await expect(confidant.getByRole('link', { name: 'Bel 14010' })).toHaveAttribute('href', 'tel:14010');
  await expectGoodScreen(page, 'helpers');

  await page.getByRole('button', { name: 'Snel weg' }).click();
  await expect(page).toHaveURL(`${server.origin}/notities.html`);
  await expect(page).toHaveTitle('Notities');
  await expect(page.getByRole('heading', { name: 'Boodschappen' })).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Code', { exact: true })).toBeVisible();
  expect(await page.content()).not.toContain('Berg');

  await unlockIfAsked(page);
  await goTo(page, `${server.origin}/device`);
  await page.getByRole('checkbox', { name: /^Noem het tabblad Notities/ }).check();
  await expect(page).toHaveTitle('Notities');
  await expectGoodScreen(page, 'discreet');
  await page.goto(address);
  await expect(page.getByLabel('Code', { exact: true })).toBeVisible();
  await expect(page).toHaveTitle('Notities');
  await unlockIfAsked(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Ons plan/ })).toBeVisible();
  await expect(page).toHaveTitle('Notities');
  await expectGoodScreen(page, 'myPlan');
  await expectLargeLetters(page);
  await page.getByRole('button', { name: 'Ik heb een vraag' }).click();
  await page.getByRole('textbox', { name: 'Wat wilt u vragen?' }).fill('Wie belt de school?');
  await page.getByRole('button', { name: 'Vraag versturen' }).click();
  await expect(page.getByRole('button', { name: 'Ongedaan maken' })).toBeInViewport();
  await page.goto(`${address}/prepare`);
  await unlockIfAsked(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Uw gesprek voorbereiden' })).toBeVisible();
  await expectLargeLetters(page);
  for (let times = 0; times < 3; times++) await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${server.origin}/notities.html`);
  for (const { problems } of watches) expect(problems.filter((problem) => !isOffline(problem))).toEqual([]);
});

/** A request that failed because the test took the connection away is no problem of the app. */
const isOffline = (problem: string) => /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|Failed to load resource/.test(problem);

async function giveNumbers({ page }: Someone): Promise<void> {
  const section = page.getByRole('region', { name: 'Wie helpt het gezin?' });
  await section.getByRole('group', { name: 'Vertrouwenspersoon' }).getByRole('textbox', { name: 'Telefoon' }).fill('14010');
  await section.getByRole('button', { name: 'Nagekeken en bewaren' }).click();
  await expect(section.getByText('De nummers zijn bewaard.')).toBeVisible();
  await expectGoodScreen(page, 'organisation');
}

/** Side by side, with a code that she scans; here she opens the link of it. */
async function letIn(host: Someone, guest: Someone, address: string): Promise<void> {
  const { page } = host;
  await page.getByRole('link', { name: 'De kring' }).first().click();
  await page.getByRole('link', { name: 'Iemand uitnodigen' }).first().click();
  await page.getByRole('combobox', { name: 'Wie nodig je uit?' }).selectOption('Iemand die nog niet in het plan staat');
  await page.getByRole('textbox', { name: 'Naam', exact: true }).fill(guest.name);
  await choose(page.getByRole('radiogroup', { name: 'Wie is dit voor het gezin?' }).getByRole('radio', { name: /^Ouder/ }));
  await choose(page.getByRole('radiogroup', { name: 'Welke rol?' }).getByRole('radio', { name: /^Ouder of verzorger/ }));
  await choose(page.getByRole('radio', { name: /Naast elkaar/ }));
  await page.getByRole('button', { name: 'Uitnodiging maken' }).click();
  await guest.page.goto(await linkOn(page));
  await choose(guest.page.getByRole('radio', { name: 'Gezin of bekende van het gezin' }));
  await setUpShortly(guest.page, guest.name, null);
  await page.getByRole('button', { name: 'Ja, laat erin' }).click();
  await guest.page.getByRole('link', { name: 'Naar het plan' }).click();
  await expect(guest.page).toHaveURL(address);
}
