import { expect, type Page } from '@playwright/test';
import { choose, expectGoodScreen } from '../support/screen.ts';

export const GOAL = 'Ik blijf in de klas of ga naar mijn eigen plek';

/** From the case's page to a conference that has ended, through all eight steps. */
export async function holdConference(page: Page, evaluationDay: string): Promise<void> {
  await page.getByRole('link', { name: 'Overleg openen' }).first().click();
  await expect(page.getByRole('button', { name: 'Overleg beginnen' })).toBeVisible();
  await expectGoodScreen(page, 'lobby');
  await page.getByRole('button', { name: 'Overleg beginnen' }).click();
  await welcome(page);
  await tellWhy(page);
  await interpret(page);
  await decide(page);
  await act(page);
  await takeRoles(page);
  await agree(page);
  await endWithDate(page, evaluationDay);
}

async function welcome(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /Welkom/ })).toBeVisible();
  for (const name of ['Milan Verzonnenman', 'Ewa', 'Karim', 'Anouk Visser']) {
    const row = page.getByRole('main').getByRole('group', { name });
    await row.getByRole('button', { name: 'Is er' }).click();
    await expect(row.getByRole('button', { name: 'Is er' })).toHaveAttribute('aria-pressed', 'true');
  }
  await page.getByRole('main').getByRole('group', { name: 'Piotr' }).getByRole('button', { name: 'Belt in' }).click();
  await expectGoodScreen(page, 'step1-welcome');
  await goOn(page, 'Waarom');
}

async function tellWhy(page: Page): Promise<void> {
  await expect(page.getByRole('textbox', { name: /Waarom zitten we hier/ })).toHaveValue(
    'Ik wil dat hij weer met plezier naar school gaat.',
  );
  await page.getByRole('textbox', { name: 'Wat wil het kind zelf?' }).fill('Ik wil niet steeds de gang op.');
  await page.getByRole('textbox', { name: 'De vraag van school' }).fill('Hoe houden we hem erbij?');
  await expectGoodScreen(page, 'step2-why');
  await goOn(page, 'Samen duiden');
}

async function interpret(page: Page): Promise<void> {
  await note(page, 'Kracht', 'Bouwt uren met techniek');
  await note(page, 'Zorg', 'Rent weg bij onverwacht lawaai');
  // What was said becomes an action without typing it again.
  await page.getByRole('button', { name: /Rent weg bij onverwacht lawaai/ }).click();
  await page.getByRole('button', { name: 'Wordt actie' }).click();
  await expect(page.getByText('Dit staat nu bij de acties.')).toBeVisible();
  await expectGoodScreen(page, 'step3-interpret');
  await goOn(page, 'Doelen');
}

async function note(page: Page, kind: string, words: string): Promise<void> {
  const line = page.getByRole('region', { name: 'Opschrijven wat gezegd wordt' });
  await line.getByRole('button', { name: kind }).click();
  await line.getByRole('textbox', { name: 'Wat gezegd wordt' }).fill(words);
  await line.getByRole('textbox', { name: 'Wat gezegd wordt' }).press('Enter');
  await expect(line.getByText(words)).toBeVisible();
}

async function decide(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Nog een doel' }).fill(GOAL);
  await page.getByRole('button', { name: 'Doel toevoegen' }).click();
  await choose(page.getByRole('checkbox', { name: /Milan/ }).first());
  await page.getByRole('textbox', { name: 'Zo is het nu' }).fill('Vijf keer per week de gang op');
  await page.getByRole('textbox', { name: 'Zo is het goed genoeg' }).fill('Hooguit één keer per week');
  await page.getByRole('textbox', { name: 'Wat thuis doet' }).fill('Zelfde pictokaart gebruiken');
  await page.getByRole('textbox', { name: 'Wat school doet' }).fill('Rustige plek in de klas');
  await expectGoodScreen(page, 'step4-decide');
  await goOn(page, 'Acties');
}

async function act(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /Rent weg bij onverwacht lawaai/ }).first()).toBeVisible();
  const forGoal = page.getByRole('region', { name: new RegExp(GOAL) });
  await forGoal.getByRole('textbox', { name: 'Nieuwe actie bij dit doel' }).fill('Rustige plek inrichten');
  await forGoal.getByRole('button', { name: 'Actie toevoegen' }).click();
  await choose(forGoal.getByRole('checkbox', { name: /Karim/ }));
  await expect(forGoal.getByRole('button', { name: /Rustige plek inrichten/ })).toContainText('Karim');
  await expectGoodScreen(page, 'step5-act');
  await goOn(page, 'Rollen');
}

async function takeRoles(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Wie vragen jullie?' }).selectOption('Anouk Visser');
  await page.getByRole('button', { name: 'Deze persoon vragen' }).click();
  await page.getByRole('button', { name: 'Ja, ik neem de regie' }).click();
  await expect(page.getByText('Anouk Visser is regisseur')).toBeVisible();
  await page.getByRole('combobox', { name: 'Wie vervangt als de regisseur er niet is?' }).selectOption('Karim');
  await expectGoodScreen(page, 'step6-roles');
  await goOn(page, 'Akkoord');
}

async function agree(page: Page): Promise<void> {
  await answer(page, 'Antwoord van Milan Verzonnenman', 'Akkoord');
  await answer(page, 'Antwoord van Ewa', 'Akkoord');
  await answer(page, 'Antwoord van Piotr', 'Akkoord met opmerking', 'Ook mijn weekend telt.');
  await answer(page, 'Antwoord van Karim', 'Niet akkoord', 'Ik mis hulp in de ochtend.');
  await answer(page, 'Mijn antwoord geven', 'Akkoord');
  await expect(page.getByText('Iedereen aan tafel heeft geantwoord.')).toBeVisible();
  await expectGoodScreen(page, 'step7-agree');
  await goOn(page, 'Volgende');
}

async function answer(page: Page, button: string, reply: string, view?: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await choose(page.getByRole('radio', { name: reply, exact: true }));
  if (view) await page.getByRole('textbox', { name: /^(Opmerking van|Hoe) / }).fill(view);
  await page.getByRole('button', { name: 'Antwoord bewaren' }).click();
  await expect(page.getByRole('button', { name: 'Antwoord bewaren' })).toBeHidden();
}

async function endWithDate(page: Page, evaluationDay: string): Promise<void> {
  await page.getByRole('button', { name: 'Overleg afsluiten' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /evaluatie/i })).toBeVisible();
  await page.getByLabel('Op welke dag?').fill(evaluationDay);
  await page.getByLabel('Op welke dag?').blur();
  await expectGoodScreen(page, 'step8-next');
  await page.getByRole('button', { name: 'Overleg afsluiten' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Het overleg is afgesloten' })).toBeVisible();
  await expectGoodScreen(page, 'conferenceEnded');
}

async function goOn(page: Page, to: string): Promise<void> {
  await page.getByRole('button', { name: /^Verder: / }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(to) })).toBeVisible();
}
