import { expect, type Locator, type Page } from '@playwright/test';
import { goInApp } from '../../e2e/support/goInApp.ts';
import { readField } from './typing.ts';

export const PASSPHRASE = 'vier losse woorden samen';

export interface NewFamily {
  readonly coordinator: string;
  readonly organisation: string;
  readonly family: string;
  readonly child: string;
  readonly school: string;
}

const FAMILY: NewFamily = {
  coordinator: 'Anouk Visser',
  organisation: 'De Regenboog',
  family: 'Berg',
  child: 'Noor',
  school: 'De Regenboog',
};

/** First use, and one family by hand. Returns the address of the case: it holds no name, so it survives every restart. */
export async function setUpWithFamily(
  page: Page,
  origin: string,
  { coordinator, organisation, family, child, school } = FAMILY,
): Promise<string> {
  await page.goto(origin);
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await page.getByRole('textbox', { name: 'Je naam' }).fill(coordinator);
  await page.getByRole('combobox', { name: 'Je vak' }).selectOption({ index: 1 });
  await page.getByRole('textbox', { name: 'Je organisatie' }).fill(organisation);
  await page.getByLabel('Kies een wachtzin').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Klaar, beginnen' }).click();
  await expect(page.getByRole('button', { name: 'Vergrendelen' })).toBeVisible();
  await goInApp(page, `${origin}/cases/new`);
  await page.getByRole('textbox', { name: 'Naam van het gezin' }).fill(family);
  await page.getByRole('textbox', { name: 'Naam van het kind' }).first().fill(child);
  await page.getByRole('textbox', { name: 'School of opvang' }).first().fill(school);
  await page.getByRole('button', { name: 'Casus maken' }).click();
  await page.waitForURL(/\/cases\/[\w-]{22}$/);
  return page.url();
}

/** After a start every address first asks for the passphrase, and then shows its own screen. */
export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Wachtzin', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Ontgrendelen' }).click();
  await expect(page.getByRole('button', { name: 'Vergrendelen' })).toBeVisible();
}

/** Opens a screen of a locked app and waits until its fields (or what else is on it) are there. */
export async function openLocked(page: Page, address: string, waitFor: 'textbox' | 'button' = 'textbox'): Promise<void> {
  await page.goto(address);
  await unlock(page);
  await expect(page.getByRole('main').getByRole(waitFor).first()).toBeVisible();
}

/** The labels of the long self-saving texts on this screen that can be told apart by name. */
export async function longFields(page: Page): Promise<readonly string[]> {
  const labels = await page
    .locator('main textarea')
    .evaluateAll((areas) => areas.map((area) => (area as HTMLTextAreaElement).labels[0]!.textContent));
  return labels.filter((label) => labels.indexOf(label) === labels.lastIndexOf(label));
}

export const fieldOf = (page: Page, label: string): Locator => page.getByRole('main').getByRole('textbox', { name: label, exact: true });

/** Fills a field and waits until it says itself that it is saved. */
export async function fillAndSave(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await expect.poll(() => readField(field)).toMatchObject({ value: text, isSaved: true });
}
