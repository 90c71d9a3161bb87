import { expect, type Page } from '@playwright/test';
import { makeEdexmlText } from '../../support/edexmlSample.ts';
import { PASSPHRASE } from '../../faults/support/app.ts';
import { choose, expectGoodScreen } from '../support/screen.ts';

/** A whole school, and in it two children of one family in different groups. */
const schoolExport = () =>
  makeEdexmlText({ pupils: 60 }).replace(
    '</leerlingen>',
    `<leerling key="l901"><achternaam>Verzonnenman</achternaam><roepnaam>Milan</roepnaam><geboortedatum>2018-03-02</geboortedatum><jaargroep>5</jaargroep><groep key="g5"/></leerling>
     <leerling key="l902"><achternaam>Verzonnenman</achternaam><roepnaam>Zosia</roepnaam><geboortedatum>2022-06-11</geboortedatum><jaargroep>1</jaargroep><groep key="g1"/></leerling></leerlingen>`,
  );

/** First use: who you are and a passphrase. */
export async function setUpDevice(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  // Somebody begins, so the rest of the app comes.
  await page.keyboard.press('Shift');
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  await expectGoodScreen(page, 'welcome');
  await page.getByRole('button', { name: 'Beginnen' }).click();
  await page.getByRole('textbox', { name: 'Je naam' }).fill('Anouk Visser');
  await page.getByRole('combobox', { name: 'Je vak' }).selectOption('Intern begeleider');
  await page.getByRole('textbox', { name: 'Je organisatie' }).fill('De Regenboog');
  await page.getByLabel('Kies een wachtzin').fill(PASSPHRASE);
  await expectGoodScreen(page, 'setUp');
  await page.getByRole('button', { name: 'Klaar, beginnen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn casussen' })).toBeVisible();
  await expectGoodScreen(page, 'noCases');
}

/** Two siblings from the school's own export. Returns the address of their case. */
export async function importSiblings(page: Page): Promise<string> {
  await page
    .getByRole('main')
    .getByRole('link', { name: /schoolexport/i })
    .first()
    .click();
  await page
    .getByLabel('EDEXML-bestand')
    .setInputFiles({ name: 'leerlingen.xml', mimeType: 'text/xml', buffer: Buffer.from('<EDEX><leerlingen>') });
  await expect(page.getByText('Er is niets overgenomen.')).toBeVisible();
  await expectGoodScreen(page, 'importError');
  await page
    .getByLabel('EDEXML-bestand')
    .setInputFiles({ name: 'leerlingen.xml', mimeType: 'text/xml', buffer: Buffer.from(schoolExport()) });
  await page
    .getByRole('textbox', { name: 'Zoek op naam' })
    .or(page.getByRole('searchbox', { name: 'Zoek op naam' }))
    .fill('verzonnenman');
  await choose(page.getByRole('checkbox', { name: /Milan Verzonnenman/ }));
  await choose(page.getByRole('checkbox', { name: /Zosia Verzonnenman/ }));
  await expectGoodScreen(page, 'importChoose');
  await page.getByRole('button', { name: 'Verder naar controleren' }).click();
  await expect(page.getByRole('textbox', { name: /Naam van het gezin/ })).toHaveValue('Verzonnenman');
  await expectGoodScreen(page, 'importCheck');
  await page.getByRole('button', { name: 'Casus maken' }).click();
  await page.waitForURL(/\/cases\/[\w-]{22}$/);
  await expect(page.getByRole('heading', { level: 1, name: /Verzonnenman/ })).toBeVisible();
  return page.url();
}

interface NewPerson {
  readonly section: string;
  readonly button: string;
  readonly name: string;
}
const PEOPLE: readonly NewPerson[] = [
  { section: 'Ouders en verzorgers', button: 'Ouder of verzorger toevoegen', name: 'Ewa' },
  { section: 'Ouders en verzorgers', button: 'Ouder of verzorger toevoegen', name: 'Piotr' },
  { section: 'Uit het netwerk', button: 'Iemand uit het netwerk toevoegen', name: 'Oma Halina' },
  { section: 'School en hulp', button: 'Professional toevoegen', name: 'Karim' },
];

/** Who belongs to the family, who may decide for whom, and what must be said. */
export async function completeFamily(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Mensen wijzigen' }).click();
  for (const { section, button, name } of PEOPLE) {
    const part = page.getByRole('region', { name: section });
    await part.getByRole('textbox', { name: 'Naam', exact: true }).last().fill(name);
    await part.getByRole('button', { name: button }).click();
    await expect(part.getByRole('group', { name })).toBeVisible();
  }
  const authority = page.getByRole('region', { name: 'Wie heeft gezag?' });
  await expect(authority.getByRole('radio', { name: 'Nog niet bekend' }).first()).toBeChecked();
  await choose(authority.getByRole('radio', { name: 'Heeft gezag' }).first());
  await authority.getByLabel('Hoe weten we dat?').first().selectOption({ index: 1 });
  await expectGoodScreen(page, 'family');
  await page.getByRole('link', { name: 'Naar de casus' }).first().click();
}

/** The family's own question, and the conference planned for today. */
export async function prepareConference(page: Page, today: string): Promise<void> {
  await page.getByRole('link', { name: 'Voorbereiding' }).first().click();
  await page.getByRole('textbox', { name: 'Wat wil het gezin?' }).fill('Ik wil dat hij weer met plezier naar school gaat.');
  await page.getByRole('textbox', { name: 'Wat wil het gezin?' }).blur();
  // Of nobody but Ewa authority was looked up, so nothing unknown counts as a yes.
  const consent = page.getByRole('region', { name: 'Toestemming' });
  await expect(consent.getByText(/^Ewa moet nog ja zeggen voor Milan/)).toBeVisible();
  await expect(consent.getByText(/^Het is niet bekend of Piotr gezag heeft over Milan.*Zosia/).first()).toBeVisible();
  await consent.getByText('Waarom, en waar staat dat?').first().click();
  await expect(consent.getByText(/Uitvoeringswet AVG, artikel 5/).first()).toBeVisible();
  await expectGoodScreen(page, 'preparation');
  await page.getByRole('link', { name: 'Naar de casus' }).first().click();
  await page.getByRole('button', { name: 'Overleg plannen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Welke dag?').fill(today);
  await expectGoodScreen(page, 'planConference');
  await dialog.getByRole('button', { name: 'Plannen', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('link', { name: 'Overleg openen' }).first()).toBeVisible();
  await expectGoodScreen(page, 'case');
}
