import { expect, type Page } from '@playwright/test';
import { choose, expectGoodScreen } from '../support/screen.ts';

/** From the case's page to a decision, through all five steps. */
export async function evaluate(page: Page, nextDay: string): Promise<void> {
  await page.getByRole('link', { name: 'Evaluatie openen' }).first().click();
  await expect(page.getByRole('button', { name: 'Evaluatie beginnen' })).toBeVisible();
  await expectGoodScreen(page, 'evaluationStart');
  await page.getByRole('button', { name: 'Evaluatie beginnen' }).click();

  await page.getByRole('textbox', { name: 'Wat ging er nog meer goed?' }).fill('De pictokaart helpt.');
  await expectGoodScreen(page, 'evaluation1-achieved');
  await goOn(page);
  await sayLevel(page, 'Ewa', 'bereikt');
  await sayLevel(page, 'Karim', 'iets beter');
  await choose(page.getByRole('radiogroup', { name: 'Hoe gaan jullie verder met dit doel?' }).getByRole('radio', { name: 'Doorgaan' }));
  await expectGoodScreen(page, 'evaluation2-goals');
  await goOn(page);
  for (const action of ['Rustige plek inrichten', 'Rent weg bij onverwacht lawaai'])
    await choose(page.getByRole('article', { name: action }).getByRole('radio', { name: 'Gedaan', exact: true }));
  await expectGoodScreen(page, 'evaluation3-actions');
  await goOn(page);
  await choose(page.getByRole('radiogroup', { name: 'Cijfer van Ewa' }).getByRole('radio', { name: '8' }));
  await page.getByRole('textbox', { name: 'In de woorden van Ewa' }).fill('Ik wist wie ik kon bellen.');
  await expectGoodScreen(page, 'evaluation4-experience');
  await goOn(page);
  await page.getByRole('button', { name: 'Evaluatie afronden' }).click();
  await expect(page.getByText('Kies een datum voor de volgende evaluatie.')).toBeVisible();
  await choose(page.getByRole('radio', { name: 'Doorgaan' }));
  await page.getByRole('textbox', { name: 'Waarom besluiten jullie dit?' }).fill('Het gaat de goede kant op.');
  await page.getByLabel('Datum').fill(nextDay);
  await expectGoodScreen(page, 'evaluation5-decision');
  await page.getByRole('button', { name: 'Evaluatie afronden' }).click();
  await expect(page.getByText('Deze evaluatie is klaar')).toBeVisible();
  await expectGoodScreen(page, 'evaluationFinished');
}

async function sayLevel(page: Page, person: string, level: string): Promise<void> {
  const row = page.getByRole('radiogroup', { name: person }).first();
  await choose(row.getByRole('radio', { name: level, exact: true }));
  await expect(row.getByRole('radio', { name: level, exact: true })).toBeChecked();
}

const goOn = (page: Page) => page.getByRole('button', { name: /^Verder: / }).click();
