import { expect } from '@playwright/test';
import { fieldOf, fillAndSave } from '../../faults/support/app.ts';
import { expectGoodScreen } from '../support/screen.ts';
import { goTo, type Someone } from './people.ts';

/** The lead of a circle takes a colleague in: their keys are known, so no link is needed. */
export async function addColleague(lead: Someone, colleague: Someone, address: string): Promise<void> {
  await goTo(lead.page, `${address}/circle`);
  await lead.page.getByRole('button', { name: `${colleague.name} toevoegen` }).click();
  await lead.page.getByRole('button', { name: 'In de kring zetten' }).click();
  await expect(lead.page.getByText('3 mensen in de kring')).toBeVisible();
  await colleague.page.getByRole('link', { name: /Berg/ }).first().click();
  await expect(colleague.page.getByRole('heading', { level: 1, name: /Berg/ })).toBeVisible();
}

/** A device is lost: its organisation's administrator stops it, and it says so at once, without anybody touching it. */
export async function stopDevice(administrator: Someone, owner: Someone, address: string): Promise<void> {
  const { page } = administrator;
  await goTo(owner.page, `${address}/family`);
  await expect(owner.page.getByRole('link', { name: /^Uitgewisseld/ }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Mijn casussen' }).first().click();
  await page.getByRole('link', { name: 'Organisatie', exact: true }).first().click();
  const stop = page.getByRole('button', { name: `Apparaat 1 van ${owner.name} stilzetten` });
  await expect(stop).toBeVisible();
  await expectGoodScreen(page, 'organisation');
  await stop.click();
  const asked = Date.now();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ja, stilzetten' }).click();
  await expect(page.getByText('Stilgezet', { exact: true })).toBeVisible();
  await expect(owner.page.getByRole('link', { name: /dit apparaat is stilgezet$/ }).first()).toBeVisible();
  console.log(`stopped ${Date.now() - asked} ms after the administrator said so`);
}

/** It works on, and nothing of it leaves. */
export async function writeStopped(owner: Someone, reader: Someone, field: string): Promise<void> {
  await fillAndSave(fieldOf(owner.page, field), 'Van een stilgezet apparaat');
  await owner.page
    .getByRole('link', { name: /dit apparaat is stilgezet$/ })
    .first()
    .click();
  await expect(owner.page.getByText(/Dit apparaat is stilgezet\. Alles van hier/)).toBeVisible();
  await expectGoodScreen(owner.page, 'exchangeStopped');
  await expect(fieldOf(reader.page, field)).not.toHaveValue('Van een stilgezet apparaat');
}

/** Whoever leads a circle is asked, also in another organisation; one of them does it, and the question is over for both. */
export async function removeStopped([doing, other]: readonly [Someone, Someone], gone: Someone, address: string): Promise<void> {
  const question = `Een apparaat van ${gone.name} is stilgezet`;
  for (const { page } of [doing, other]) {
    await goTo(page, `${address}/circle`);
    await expect(page.getByText(question)).toBeVisible();
  }
  await expectGoodScreen(doing.page, 'circle');
  await doing.page
    .getByRole('listitem')
    .filter({ hasText: question })
    .getByRole('button', { name: `${gone.name} uit de kring halen` })
    .click();
  await sayWhyAndRemove(doing, 'Haar tablet is weg.');
  for (const { page } of [doing, other]) {
    await expect(page.getByText('2 mensen in de kring')).toBeVisible();
    await expect(page.getByText(question)).toHaveCount(0);
  }
}

export async function sayWhyAndRemove({ page }: Someone, why: string): Promise<void> {
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: 'Waarom?' }).fill(why);
  await dialog.getByRole('button', { name: 'Ja, uit de kring halen' }).click();
}
