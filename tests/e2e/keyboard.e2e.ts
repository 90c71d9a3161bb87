import { expect, type Page } from '@playwright/test';
import { PASSPHRASE } from '../faults/support/app.ts';
import { test } from '../faults/support/laptop.ts';
import { createKeyboard, type Keyboard } from './support/keyboard.ts';
import { watchForProblems } from './support/watch.ts';

const DAY = 86_400_000;
const dayAfter = (days: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(Date.now() + days * DAY);

test('the whole way from an empty device to a conference that ended, with keys alone and the focus always in sight', async ({ laptop }) => {
  test.setTimeout(360_000);
  const { page } = await laptop.start();
  const watch = await watchForProblems(page.context(), laptop.origin);
  await page.goto(laptop.origin);
  const keys = createKeyboard(page);
  await setUp(page, keys);
  await makeCase(page, keys);
  await planConference(page, keys);
  await confer(page, keys);
  expect(keys.stops()).toBeGreaterThan(100);
  expect(watch.problems).toEqual([]);
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

async function setUp(page: Page, keys: Keyboard): Promise<void> {
  await keys.choose(button(page, 'Beginnen'));
  await expect(field(page, 'Je naam')).toBeFocused();
  await keys.type('Anouk Visser');
  await keys.goTo(page.getByRole('combobox', { name: 'Je vak' }));
  await keys.press('ArrowDown');
  await keys.fillIn(field(page, 'Je organisatie'), 'De Regenboog');
  await keys.fillIn(page.getByLabel('Kies een wachtzin'), PASSPHRASE);
  await keys.press('Enter');
  await expect(title(page, 'Mijn casussen')).toBeFocused();
}

async function makeCase(page: Page, keys: Keyboard): Promise<void> {
  await keys.choose(page.getByRole('main').getByRole('link', { name: 'Nieuwe casus' }));
  await expect(field(page, 'Naam van het gezin')).toBeVisible();
  await keys.fillIn(field(page, 'Naam van het gezin'), 'Berg');
  await keys.fillIn(field(page, 'Naam van het kind'), 'Noor');
  await keys.choose(button(page, 'Casus maken'));
  await expect(title(page, /Berg/)).toBeFocused();
}

async function planConference(page: Page, keys: Keyboard): Promise<void> {
  const plan = button(page, 'Overleg plannen');
  // Escape leaves a dialog, and the focus is where it was.
  await keys.choose(plan);
  await expect(page.getByRole('dialog')).toBeVisible();
  await keys.press('Escape');
  await expect(plan).toBeFocused();
  await keys.press('Enter');
  await keys.fillInDay(page.getByRole('dialog').getByLabel('Welke dag?'), dayAfter(0));
  await keys.choose(button(page, 'Plannen'));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await keys.choose(page.getByRole('link', { name: 'Overleg openen' }).first());
  await keys.choose(button(page, 'Overleg beginnen'));
  await expect(title(page, /Welkom/)).toBeFocused();
}

async function confer(page: Page, keys: Keyboard): Promise<void> {
  const main = page.getByRole('main');
  for (const name of ['Noor', 'Anouk Visser']) {
    const here = main.getByRole('group', { name }).getByRole('button', { name: 'Is er' });
    await keys.goTo(here);
    await keys.press('Space');
    await expect(here).toHaveAttribute('aria-pressed', 'true');
  }
  await goOn(page, keys, 'Waarom');
  await goOn(page, keys, 'Samen duiden');
  await goOn(page, keys, 'Doelen');

  await keys.fillIn(field(page, 'Nog een doel'), 'Rustige ochtend');
  await keys.press('Enter');
  await expect(button(page, /^1\. Rustige ochtend/)).toBeFocused();
  await keys.fillIn(field(page, 'Zo is het nu'), 'Elke dag ruzie');
  await goOn(page, keys, 'Acties');

  await keys.fillIn(field(page, 'Nieuwe actie bij dit doel'), 'Pictokaart maken');
  await keys.press('Enter');
  await expect(button(page, /Pictokaart maken/)).toBeFocused();
  const doer = main.getByRole('checkbox', { name: /Anouk Visser/ });
  await keys.goTo(doer);
  await keys.press('Space');
  await expect(doer).toBeChecked();
  await goOn(page, keys, 'Rollen');

  await keys.goTo(page.getByRole('combobox', { name: 'Wie vragen jullie?' }));
  await keys.press('ArrowDown');
  await keys.choose(button(page, 'Deze persoon vragen'));
  await keys.choose(button(page, 'Ja, ik neem de regie'));
  await expect(page.getByText('Anouk Visser is regisseur')).toBeVisible();
  await goOn(page, keys, 'Akkoord');

  await keys.choose(button(page, 'Mijn antwoord geven'));
  const reply = main.getByRole('radio', { name: 'Akkoord', exact: true });
  await keys.goTo(reply);
  await keys.press('Space');
  await expect(reply).toBeChecked();
  await keys.choose(button(page, 'Antwoord bewaren'));
  await expect(button(page, 'Antwoord bewaren')).toHaveCount(0);
  await goOn(page, keys, 'Volgende');

  await keys.fillInDay(page.getByLabel('Op welke dag?'), dayAfter(60));
  await keys.choose(button(page, 'Overleg afsluiten'));
  await expect(title(page, 'Het overleg is afgesloten')).toBeFocused();
}

async function goOn(page: Page, keys: Keyboard, to: string): Promise<void> {
  await keys.choose(page.getByRole('button', { name: /^Verder: / }));
  await expect(title(page, new RegExp(to))).toBeFocused();
}
