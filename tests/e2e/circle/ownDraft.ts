import { expect } from '@playwright/test';
import { expectGoodScreen } from '../support/screen.ts';
import { expectExchanged, goTo, type Someone } from './people.ts';

const WORRY = 'Ik durf dit thuis niet te zeggen';
const WISH = 'Graag iemand naast mij';

/** She prepares a meeting without a connection, and shares it in one tap: until then nobody else has a word of it. */
export async function expectDraftKeptUntilShared(her: Someone, father: Someone, team: Someone, address: string): Promise<void> {
  await team.page.getByRole('button', { name: 'Overleg plannen' }).click();
  const dialog = team.page.getByRole('dialog');
  await dialog.getByLabel('Welke dag?').fill('2099-03-04');
  await dialog.getByRole('button', { name: 'Plannen', exact: true }).click();
  await expect(dialog).toBeHidden();

  const { page, context } = her;
  const toForm = page.getByRole('link', { name: 'Voorbereiden', exact: true });
  await expect(toForm).toBeVisible();
  await context.setOffline(true);
  await toForm.click();
  await expect(page.getByText('Alleen u leest dit')).toBeVisible();
  await page.getByRole('textbox', { name: 'Waar maakt u zich zorgen over?' }).fill(WORRY);
  await page.getByRole('textbox', { name: 'Wat heeft u nodig?' }).fill(WISH);
  await expect(page.getByRole('link', { name: 'Iemand laten meelezen' })).toBeVisible();
  await expectGoodScreen(page, 'prepareAlone');
  await page.getByRole('link', { name: 'Terug naar ons plan' }).click();
  await expect(page.getByText('U hebt nog niets gedeeld. Alleen u leest wat u schreef.')).toBeVisible();
  await expectGoodScreen(page, 'familyPlanDraft', []);
  await context.setOffline(false);
  await expectExchanged(page);
  for (const other of [father, team]) {
    await goTo(other.page, `${address}/preparation`);
    await expectExchanged(other.page);
    await expect(other.page.getByText(WORRY)).toHaveCount(0);
  }

  await context.setOffline(true);
  await toForm.click();
  await expect(page.getByRole('textbox', { name: 'Wat heeft u nodig?' })).toHaveValue(WISH);
  await page.getByRole('button', { name: 'Delen met de anderen' }).click();
  await expect(page.getByText('Gedeeld', { exact: true })).toBeVisible();
  await context.setOffline(false);
  await expect(team.page.getByText(WORRY)).toBeVisible();
  await expectGoodScreen(page, 'familyPlanShared', []);
  await goTo(team.page, address);
  await goTo(father.page, address);
}
