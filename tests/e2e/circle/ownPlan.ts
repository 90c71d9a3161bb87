import { readFileSync } from 'node:fs';
import { type Download, expect } from '@playwright/test';
import { expectGoodScreen } from '../support/screen.ts';
import { goTo, type Someone } from './people.ts';

const GOAL = 'Wij eten weer rustig samen';

/** The family writes what has to change; the team adopts it in those words, and the family sees that it did. */
export async function expectOwnGoalAdopted({ page }: Someone, team: Someone): Promise<void> {
  await page.getByRole('link', { name: 'Naar ons eigen plan' }).click();
  const ours = page.getByRole('region', { name: 'Wat moet er anders worden?' });
  await ours.getByRole('button', { name: /^Schrijf iets op/ }).click();
  await ours.getByRole('textbox', { name: 'Wat moet er anders worden?' }).fill(GOAL);
  await ours.getByRole('button', { name: 'Bewaren', exact: true }).click();
  await expect(ours.getByText('Wacht op het team')).toBeVisible();
  await expectGoodScreen(page, 'ownPlan');
  await team.page.getByRole('button', { name: `Overnemen: ${GOAL}` }).click();
  await expect(ours.getByText('Staat in het plan')).toBeVisible();
}

/** In one tap a page to read, and the same as data. */
export async function expectCopy({ page }: Someone, address: string): Promise<void> {
  await goTo(page, `${address}/copy`);
  await expect(page.getByRole('heading', { level: 1, name: 'Kopie van alles' })).toBeVisible();
  await expectGoodScreen(page, 'copy');
  const files: Download[] = [];
  page.on('download', (file) => files.push(file));
  await page.getByRole('button', { name: 'Maak de kopie' }).click();
  await expect.poll(() => new Set(files.map((file) => file.suggestedFilename().split('.').pop()))).toEqual(new Set(['html', 'json']));
  for (const file of files) expect(readFileSync(await file.path(), 'utf8')).toContain(GOAL);
}
