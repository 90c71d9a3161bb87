import { type Browser, expect } from '@playwright/test';
import { agreeOnAction, inviteFamily } from '../circle/family.ts';
import { expectExchanged, foundOrganisation, makeCase, PIN, someone, type Someone } from '../circle/people.ts';
import { startServer } from '../support/server.ts';
import type { Person } from './person.ts';

const DIGITS = /^\d{4}$/gm;
const REASON = 'Het lukt nog niet elke avond';
const REMARK = 'Graag ook op zondag bellen';

/** The family's main job from a link to an answer that the team reads: at a distance, the second half of it without a server. */
export async function walkAsFamily(browser: Browser, family: Person): Promise<void> {
  const server = await startServer();
  const team = await someone(browser, 'Anouk Visser', 1366);
  await foundOrganisation(team, server.setupLink(), 'De Regenboog', 'Intern begeleider');
  const address = await makeCase(team, 'Verzonnen', 'Noor Verzonnen');
  await comeIn(team, family, address);
  await agreeOnAction(team, family.name, address);
  await family.sees('Samen lezen voor het slapen');
  await family.sees('Wat doet u?');

  await family.keepsApp();
  // The server is gone: all that they say is kept on the device.
  await server.kill();
  await family.press('button', /^Lukt niet/);
  await family.write(/Het lukt niet, omdat/, REASON);
  await family.press('button', 'Doorgeven');
  await family.sees(REASON);
  await family.press('button', 'Ja, en ik wil iets zeggen');
  await family.write('Wat wilt u erbij zeggen?', REMARK);
  await family.press('button', 'Antwoord geven');
  await family.sees('Het antwoord is ja, met een opmerking');

  // And still there for who opens it anew, in an app that comes from the device itself.
  await openAnew(family);
  await family.sees(REASON);
  await family.sees(REMARK);

  await server.restart();
  await expectExchanged(team.page);
  await expect(team.page.getByText(REASON).first()).toBeVisible();
  await expect(team.page.getByText(REMARK).first()).toBeVisible();
  await server.kill();
  await team.context.close();
}

/** By a link that was sent, and digits that both read to each other. */
async function comeIn(team: Someone, family: Person, address: string): Promise<void> {
  await family.open(await inviteFamily(team, family.name, address, 'Ouder of verzorger', /Op afstand/));
  await family.sees('Een uitnodiging voor een plan');
  // The secret is out of the address bar before anything else.
  expect(await family.address()).not.toContain('uitnodiging');
  await family.write('Naam', family.name);
  await family.press('radio', /gezin/i);
  await family.write('Kies een code van 6 cijfers of meer', PIN);
  await family.press('button', 'Meedoen');
  await family.sees('Lees deze cijfers voor');
  const digits = team.page.getByRole('main').getByText(/^\d{4}$/);
  await expect(digits).toHaveCount(6);
  expect(await family.read(DIGITS)).toEqual(await digits.allTextContents());
  await team.page.getByRole('button', { name: 'Ja, alle cijfers zijn hetzelfde' }).click();
  await family.follow('Naar het plan', /Ons plan/);
}

async function openAnew(family: Person): Promise<void> {
  await family.open(await family.address());
  await family.write('Code', PIN);
  await family.press('button', 'Ontgrendelen');
  await family.sees(/Ons plan/);
}
