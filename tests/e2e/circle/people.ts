import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { PASSPHRASE } from '../../faults/support/app.ts';
import { withoutServiceWorker } from '../support/browser.ts';
import { goInApp } from '../support/goInApp.ts';
import { choose } from '../support/screen.ts';

/** Somebody with a browser of their own: other storage, other keys. */
export interface Someone {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** `keepsApp`: the whole app comes onto their device, for who goes on without a connection. */
export async function someone(browser: Browser, name: string, width: number, { keepsApp = false } = {}): Promise<Someone> {
  const context = await browser.newContext({ viewport: { width, height: 860 }, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
  context.setDefaultTimeout(20_000);
  if (!keepsApp) await withoutServiceWorker(context);
  return { name, context, page: await context.newPage() };
}

/** Opens the link that the server gave to its owner, and becomes the administrator of a new organisation. */
export async function foundOrganisation({ page, name }: Someone, link: string, organisation: string, discipline: string): Promise<void> {
  await page.goto(link);
  await setUpShortly(page, name, discipline);
  await page.getByRole('textbox', { name: 'Naam van de organisatie' }).fill(organisation);
  await page.getByRole('button', { name: 'Organisatie beginnen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: organisation, exact: true })).toBeVisible();
}

/** Of a family's own phone. */
export const PIN = '493817';

/** The few questions of a new device that came in by a link; without a discipline one of a family. */
export async function setUpShortly(page: Page, name: string, discipline: string | null): Promise<void> {
  await page.getByRole('textbox', { name: /^Naam/ }).fill(name);
  if (discipline) await page.getByRole('combobox', { name: 'Je vak' }).selectOption(discipline);
  if (discipline === null) await page.getByLabel('Kies een code van 6 cijfers of meer').fill(PIN);
  else await page.getByLabel('Kies een wachtzin').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Meedoen' }).click();
}

/** A colleague comes in beside the administrator. */
export async function inviteColleague(administrator: Someone, guest: Someone, discipline: string): Promise<void> {
  await administrator.page.getByRole('link', { name: 'Organisatie', exact: true }).first().click();
  await choose(administrator.page.getByRole('radio', { name: /Naast elkaar/ }));
  await administrator.page.getByRole('button', { name: 'Uitnodiging maken' }).click();
  await guest.page.goto(await linkOn(administrator.page));
  // The secret is out of the address bar before anything else.
  await expect.poll(() => guest.page.url()).not.toContain('uitnodiging');
  await setUpShortly(guest.page, guest.name, discipline);
  await administrator.page.getByRole('button', { name: 'Ja, laat erin' }).click();
  await expect(guest.page.getByRole('heading', { level: 1, name: 'Je hoort bij de organisatie' })).toBeVisible();
  await guest.page.getByRole('link', { name: 'Naar het begin' }).click();
}

/** The link of the invitation on this screen; one that stands behind a QR code is unfolded first. */
export async function linkOn(page: Page): Promise<string> {
  const noCamera = page.getByText('Geen camera? Gebruik de link');
  const field = page.getByRole('textbox', { name: 'De link' });
  await expect(noCamera.or(field).first()).toBeVisible();
  if (await noCamera.isVisible()) await noCamera.click();
  return await field.inputValue();
}

/** Whether everything of this device is on the server and the other way round, by what the screen itself says. */
export const expectExchanged = (page: Page) => expect(page.getByRole('link', { name: /^Uitgewisseld/ }).first()).toBeVisible();

/** Every address that is opened anew asks for the passphrase first. */
export async function unlockIfAsked(page: Page): Promise<void> {
  const [passphrase, pin] = [page.getByLabel('Wachtzin', { exact: true }), page.getByLabel('Code', { exact: true })];
  await expect(
    passphrase
      .or(pin)
      .or(page.getByRole('button', { name: 'Vergrendelen', exact: true }))
      .first(),
  ).toBeVisible();
  if (await passphrase.isVisible()) await passphrase.fill(PASSPHRASE);
  else if (await pin.isVisible()) await pin.fill(PIN);
  else return;
  await page.getByRole('button', { name: 'Ontgrendelen' }).click();
  await expect(page.getByRole('button', { name: 'Vergrendelen', exact: true })).toBeVisible();
}

/** To another screen within the app; what is locked or shows that screen already is opened anew. */
export async function goTo(page: Page, address: string): Promise<void> {
  const isOpen = await page.getByRole('button', { name: 'Vergrendelen', exact: true }).isVisible();
  if (isOpen && page.url() !== address) return await goInApp(page, address);
  await page.goto(address);
  await unlockIfAsked(page);
}

/** A new case made by hand, once it is on the server; its address. */
export async function makeCase({ page }: Someone, family: string, child: string): Promise<string> {
  await page.getByRole('link', { name: 'Mijn casussen' }).first().click();
  await page
    .getByRole('link', { name: /met de hand|Casus maken|Nieuwe casus/i })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Naam van het gezin' }).fill(family);
  await page.getByRole('textbox', { name: 'Naam van het kind' }).first().fill(child);
  await page.getByRole('button', { name: 'Casus maken' }).click();
  await page.waitForURL(/\/cases\/[\w-]{22}$/);
  await expectExchanged(page);
  return page.url();
}
