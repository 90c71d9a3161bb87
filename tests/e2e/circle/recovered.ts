import { expect, type Browser } from '@playwright/test';
import { fieldOf, fillAndSave, PASSPHRASE } from '../../faults/support/app.ts';
import { choose, expectGoodScreen } from '../support/screen.ts';
import { expectExchanged, goTo, type Someone, someone } from './people.ts';

/** Written down while all was well. */
export async function writeDownCode({ page }: Someone, origin: string): Promise<string> {
  await goTo(page, `${origin}/device`);
  await page.getByRole('button', { name: 'Herstelcode maken' }).click();
  const code = await page
    .getByRole('main')
    .getByText(/^[A-Z0-9]{4}( [A-Z0-9]{4}){6}$/)
    .textContent();
  await page.getByRole('button', { name: 'Ik heb hem op papier' }).click();
  return code!;
}

/** The laptop is gone; on an empty device the code alone brings the cases back, from the server. */
export async function recover(browser: Browser, lost: Someone, code: string, origin: string): Promise<Someone> {
  const again = await someone(browser, lost.name, 1366);
  const { page } = again;
  await page.goto(origin);
  await page.getByRole('button', { name: 'Ik had al een toestel' }).click();
  // As somebody types it from paper.
  await page.getByRole('textbox', { name: 'Herstelcode' }).fill(code.toLowerCase().replaceAll(' ', '-'));
  await page.getByRole('textbox', { name: 'Naam' }).fill(lost.name);
  await choose(page.getByRole('checkbox', { name: 'Ik gebruik dit voor mijn werk' }));
  await page.getByRole('textbox', { name: 'Je organisatie' }).fill('De Regenboog');
  await page.getByLabel('Nieuwe wachtzin').fill(PASSPHRASE);
  await expectGoodScreen(page, 'recover');
  await page.getByRole('button', { name: 'Verdergaan op dit toestel' }).click();
  await expect(page.getByRole('link', { name: /Berg/ }).first()).toBeVisible();
  await expectExchanged(page);
  return again;
}

/** What is written on the new device arrives at the others; the lost one is taken out, and empties itself. */
export async function goOnAnew(again: Someone, lost: Someone, other: Someone, address: string, field: string): Promise<void> {
  for (const { page } of [again, other]) {
    await goTo(page, `${address}/family`);
  }
  await fillAndSave(fieldOf(again.page, field), 'Na het herstel');
  await expect(fieldOf(other.page, field)).toHaveValue('Na het herstel');
  await goTo(again.page, new URL('/device', address).href);
  await again.page.getByRole('button', { name: 'Ander apparaat 1 intrekken' }).click();
  await again.page.getByRole('button', { name: 'Ja, intrekken' }).click();
  await expect(again.page.getByText('1 apparaat is ingetrokken')).toBeVisible();
  const told = lost.page.getByRole('link', { name: /dit apparaat is ingetrokken$/ }).first();
  await expect(told).toBeVisible();
  await told.click();
  await expect(lost.page.getByText('Een plan is van dit apparaat gewist')).toBeVisible();
}
