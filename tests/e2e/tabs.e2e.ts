import { expect, type Page } from '@playwright/test';
import { fieldOf, fillAndSave, openLocked, setUpWithFamily } from '../faults/support/app.ts';
import { test } from '../faults/support/laptop.ts';
import { readField } from '../faults/support/typing.ts';
import { expectGoodScreen } from './support/screen.ts';
import { watchForProblems } from './support/watch.ts';

const FIELD = 'Naam van het gezin';

test('two tabs follow each other live, keep both answers until someone chooses, and one takes over when the other closes', async ({
  laptop,
}) => {
  const { page: first } = await laptop.start();
  const watch = await watchForProblems(first.context(), laptop.origin);
  const address = await setUpWithFamily(first, laptop.origin);
  await openLocked(first, `${address}/family`);
  const second = await first.context().newPage();
  await second.setViewportSize({ width: 768, height: 1024 });
  await openLocked(second, `${address}/family`);
  await expect(fieldOf(second, FIELD)).toHaveValue('Berg');

  await fillAndSave(fieldOf(first, FIELD), 'Berg en Dal');
  await expect(fieldOf(second, FIELD)).toHaveValue('Berg en Dal');
  // A field in which someone writes keeps their words; left, it follows again.
  await fieldOf(first, FIELD).blur();
  await fillAndSave(fieldOf(second, FIELD), 'Van den Berg');
  await expect(fieldOf(first, FIELD)).toHaveValue('Van den Berg');

  await typeApart(first, second);
  await expect(first.getByText('Hier staan twee antwoorden').first()).toBeVisible();
  await openLocked(second, `${address}/conflicts`, 'button');
  await expect(second.getByText('Bergen').first()).toBeVisible();
  await expect(second.getByText('Bergman').first()).toBeVisible();
  await expectGoodScreen(second, 'conflicts');
  await fieldOf(first, FIELD).blur();
  await second.getByRole('button', { name: /Dit kiezen: Bergman/ }).click();
  await expect(fieldOf(first, FIELD)).toHaveValue('Bergman');

  await first.close();
  await openLocked(second, `${address}/family`);
  await fillAndSave(fieldOf(second, FIELD), 'Alleen verder');
  await openLocked(second, `${address}/family`);
  expect((await readField(fieldOf(second, FIELD))).value).toBe('Alleen verder');
  expect(watch.problems).toEqual([]);
});

/** Both begin to write before either is saved: neither saw the other's words. */
async function typeApart(first: Page, second: Page): Promise<void> {
  await Promise.all([fieldOf(first, FIELD).focus(), fieldOf(second, FIELD).focus()]);
  await Promise.all([fieldOf(first, FIELD).fill('Bergen'), fieldOf(second, FIELD).fill('Bergman')]);
  await expect
    .poll(async () => (await Promise.all([first, second].map((page) => readField(fieldOf(page, FIELD))))).every(({ isSaved }) => isSaved))
    .toBe(true);
}
