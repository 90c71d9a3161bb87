import { expect } from '@playwright/test';
import { choose, expectGoodScreen } from '../support/screen.ts';
import { goTo, linkOn, setUpShortly, type Someone } from './people.ts';

/** A mother asks for an interpreter, the team confirms, and who comes in reads for whom and until when; nobody asks them to agree. */
export async function expectInterpreterComes(mother: Someone, team: Someone, interpreter: Someone, address: string): Promise<void> {
  const { page } = mother;
  await goTo(page, address);
  const card = page.getByRole('region', { name: 'Wilt u iemand meenemen?' });
  await card.getByRole('button', { name: 'Iemand meenemen' }).click();
  await choose(card.getByRole('radio', { name: 'Tolk' }));
  await card.getByRole('textbox', { name: 'Naam' }).fill(interpreter.name);
  await expectGoodScreen(page, 'companionAsk', []);
  await card.getByRole('button', { name: 'Aan het team vragen' }).click();
  await expect(card.getByText(/^Wacht op het team/)).toBeVisible();

  await goTo(team.page, `${address}/circle`);
  const asked = team.page.getByRole('region', { name: 'Het gezin wil iemand meenemen' });
  await expect(asked.getByText(`${mother.name} wil ${interpreter.name} meenemen als tolk`)).toBeVisible();
  await asked.getByRole('link', { name: `${interpreter.name} bevestigen en uitnodigen` }).click();
  await choose(team.page.getByRole('radio', { name: /Naast elkaar/ }));
  await team.page.getByRole('button', { name: 'Uitnodiging maken' }).click();
  await interpreter.page.goto(await linkOn(team.page));
  await choose(interpreter.page.getByRole('radio', { name: /ouder|gezin|kind/i }).first());
  await setUpShortly(interpreter.page, interpreter.name, null);
  await team.page.getByRole('button', { name: 'Ja, laat erin' }).click();
  await interpreter.page.getByRole('link', { name: 'Naar het plan' }).click();

  await expect(interpreter.page.getByText(`U bent hier als tolk voor ${mother.name}.`, { exact: false })).toBeVisible();
  await expect(interpreter.page.getByRole('region', { name: 'Bent u het eens met dit plan?' })).toHaveCount(0);
  await expectGoodScreen(interpreter.page, 'companionBeside', []);
  await expect(card.getByText(/^Leest mee tot/)).toBeVisible();
}
