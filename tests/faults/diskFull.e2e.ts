import { expect } from '@playwright/test';
import { fieldOf, longFields, openLocked, setUpWithFamily } from './support/app.ts';
import { test } from './support/laptop.ts';
import { readField } from './support/typing.ts';

const TEXT = 'Dit past er niet meer bij';
/** Longer than the app waits between two tries at most. */
const TRIED_AGAIN = { timeout: 60_000 };

test('a full disk: the field says so, the text stays, and is saved once there is room', async ({ laptop }) => {
  const { page } = await laptop.start();
  const address = `${await setUpWithFamily(page, laptop.origin)}/family`;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: laptop.origin, quotaSize: 1 });
  // The journal asks for room a piece at a time: opened anew, its next write has to ask.
  await openLocked(page, address);
  const [label] = await longFields(page);
  const field = fieldOf(page, label!);
  await field.fill(TEXT);
  await expect.poll(() => readField(field)).toEqual({ value: TEXT, isSaved: false, isNotSaved: true });
  const retry = field.locator('..').getByRole('button', { name: 'Opnieuw proberen' });
  await retry.click();
  // Still full.
  await expect.poll(() => readField(field)).toEqual({ value: TEXT, isSaved: false, isNotSaved: true });

  // With room again nobody has to press: the button may be gone before anyone could.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: laptop.origin });
  await expect.poll(() => readField(field), TRIED_AGAIN).toEqual({ value: TEXT, isSaved: true, isNotSaved: false });
  await expect(retry).toBeHidden();
  await openLocked(page, address);
  expect((await readField(field)).value).toBe(TEXT);
});
