import { expect } from '@playwright/test';
import { choose } from '../support/screen.ts';
import { expectExchanged, goTo, linkOn, type Someone } from './people.ts';

/** Asks somebody of the family into the plan. `who`: a child that stands in it, or which part somebody new has in it. Gives the link. */
export async function inviteFamily(host: Someone, name: string, address: string, who: string, how: RegExp): Promise<string> {
  const { page } = host;
  // The screen keeps the invitation that it shows until it is left.
  await goTo(page, address);
  await expect(page.getByRole('region', { name: 'Acties' })).toBeVisible();
  await goTo(page, `${address}/circle/invite`);
  const person = page.getByRole('combobox', { name: 'Wie nodig je uit?' });
  if (who === name) await person.selectOption(who);
  else {
    await person.selectOption('Iemand die nog niet in het plan staat');
    await page.getByRole('textbox', { name: 'Naam', exact: true }).fill(name);
    await choose(page.getByRole('radiogroup', { name: 'Wie is dit voor het gezin?' }).getByRole('radio', { name: who }));
  }
  await choose(page.getByRole('radio', { name: how }));
  await page.getByRole('button', { name: 'Uitnodiging maken' }).click();
  return await linkOn(page);
}

/** What was agreed at the table: something that one of the family does. */
export async function agreeOnAction({ page }: Someone, doing: string, address: string): Promise<void> {
  await goTo(page, address);
  await page.getByRole('region', { name: 'Acties' }).getByRole('button', { name: 'Actie toevoegen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nieuwe actie' });
  await dialog.getByRole('textbox', { name: /Wat gaat er gebeuren/ }).fill('Samen lezen voor het slapen');
  await choose(dialog.getByRole('checkbox', { name: doing }));
  await dialog.getByRole('button', { name: 'Actie toevoegen' }).click();
  await expect(dialog).toBeHidden();
  await expectExchanged(page);
}
