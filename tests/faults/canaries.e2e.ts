import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { createSeededRandom } from '../support/seededRandom.ts';
import { fillAndSave, openLocked, PASSPHRASE, setUpWithFamily } from './support/app.ts';
import { test } from './support/laptop.ts';
import { findInProfile } from './support/profileDamage.ts';

/** Promise 11 asks for 1,000 in every field; these go into the long fields of two screens, and the server is searched for 200 of its own. */
const COUNT = 200;
/** Texts per field: about what its shortest field takes. */
const SCREENS = [
  ['family', 20],
  ['preparation', 33],
] as const;
const LETTERS = Array.from('bcdfghjklmnpqrstvwxz');
/** Stored readable on purpose by this test, so that a search that sees nothing is found out. */
const DECOY = 'leesbaarvoorbeeld';

test(`none of ${COUNT} known texts is in the profile of a locked and killed browser (SPEC 1a)`, async ({ laptop }) => {
  const random = createSeededRandom(2026);
  const canaries = Array.from({ length: COUNT }, () => Array.from({ length: 14 }, () => random.pick(LETTERS)).join(''));
  const left = [...canaries];
  const next = () => left.shift()!;
  const browser = await laptop.start({ keepsApp: true });
  const { page } = browser;
  const family = { coordinator: next(), organisation: next(), family: next(), child: next(), school: next() };
  const address = await setUpWithFamily(page, laptop.origin, family);
  for (const [screen, perField] of SCREENS) {
    await openLocked(page, `${address}/${screen}`);
    for (const field of await page.locator('main textarea').all()) {
      if (left.length > 0) await fillAndSave(field, left.splice(0, perField).join(' '));
    }
  }
  expect(left, 'every text was typed somewhere').toEqual([]);
  await page.evaluate((decoy) => localStorage.setItem('decoy', decoy), DECOY);
  await page.getByRole('button', { name: 'Vergrendelen' }).click();
  await expect(page.getByLabel('Wachtzin', { exact: true })).toBeVisible();
  await expect.poll(() => findInProfile(laptop.profileFolder, [DECOY]).length).toBeGreaterThan(0);
  await browser.kill();
  expect(findInProfile(laptop.profileFolder, [...canaries, PASSPHRASE])).toEqual([]);
});

test('the search finds a text however it is coded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  try {
    const text = 'zwvtrpnmkjhgfd';
    writeFileSync(join(folder, 'a'), `xx${text}xx`);
    writeFileSync(join(folder, 'b'), Buffer.from(`x${text}`, 'utf16le'));
    for (const shift of ['', 'x', 'xx']) writeFileSync(join(folder, `c${shift}`), Buffer.from(`${shift}${text}yy`).toString('base64'));
    expect(
      findInProfile(folder, [text, 'nergens te vinden'])
        .map(({ coding, file }) => `${coding} ${file.slice(folder.length + 1)}`)
        .sort((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['base64 c', 'base64 cx', 'base64 cxx', 'utf16le b', 'utf8 a']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
