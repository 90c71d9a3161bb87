import { expect } from '@playwright/test';
import { createSeededRandom } from '../support/seededRandom.ts';
import { fillAndSave, openLocked, setUpWithFamily, unlock } from './support/app.ts';
import { test } from './support/laptop.ts';
import { findInProfile } from './support/profileDamage.ts';
import { hexOf, readStoredBytes, type StoredBytes } from './support/storedBytes.ts';

const LETTERS = Array.from('bcdfghjklmnpqrstvwxz');

/**
 * What the product promises: the key destroyed, the bytes gone from database, journal and snapshots. What Chromium's own database
 * files keep of deleted rows until they are tidied is sealed, and opens with nothing that is left.
 */
test('a case that was removed leaves no record, no byte in the journal and no word, also after a restart', async ({ laptop }) => {
  const random = createSeededRandom(2027);
  const word = () => Array.from({ length: 14 }, () => random.pick(LETTERS)).join('');
  const names = { family: word(), child: word(), school: word() };
  const question = word();
  const first = await laptop.start({ keepsApp: true });
  const { page } = first;
  const address = await setUpWithFamily(page, laptop.origin, { coordinator: 'Anouk Visser', organisation: 'De Regenboog', ...names });
  await page.getByRole('link', { name: 'Voorbereiding' }).first().click();
  await fillAndSave(page.locator('main textarea').first(), question);
  // Locking also writes the snapshot and the line of the list.
  await page.getByRole('button', { name: 'Vergrendelen' }).click();
  await expect(page.getByLabel('Wachtzin', { exact: true })).toBeVisible();
  const before = await readStoredBytes(page, laptop.origin);
  const own = recordsOfCase(before, new URL(address).pathname.split('/').at(-1)!);
  for (const store of ['document', 'envelope', 'roster', 'local'])
    expect(own.rows.filter((row) => row.store === store).length, `something in ${store}`).toBeGreaterThan(0);
  expect(own.sealed.filter((hex) => isInJournal(before, hex)).length, 'its bytes are in the journal').toBeGreaterThan(4);

  await openLocked(page, address, 'button');
  await page.getByRole('button', { name: 'Casus verwijderen' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Ja, verwijderen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn casussen' })).toBeVisible();
  await first.kill();

  const { page: again } = await laptop.start({ keepsApp: true });
  expect(leftOf(own, await readStoredBytes(again, laptop.origin)), 'killed at once').toEqual([]);
  await again.goto(`${laptop.origin}/cases`);
  await unlock(again);
  expect(leftOf(own, await readStoredBytes(again, laptop.origin)), 'after the app compared both stores').toEqual([]);
  expect(findInProfile(laptop.profileFolder, [...Object.values(names), question])).toEqual([]);
});

interface CaseRecords {
  /** Of the case and its documents. */
  readonly ids: readonly string[];
  readonly rows: StoredBytes['rows'];
  readonly sealed: readonly string[];
}

/** All that stands under a document: on this device there is one case. */
function recordsOfCase({ rows }: StoredBytes, caseId: string): CaseRecords {
  const docs = new Set(rows.filter(({ store }) => store === 'document').map(({ key }) => key.split('/')[0]!));
  const ids = [...docs, caseId];
  const own = rows.filter(({ key }) => ids.some((id) => key.includes(id)));
  return { ids, rows: own, sealed: own.map(({ hex }) => hex).filter((hex) => hex.length > 64) };
}

const isInJournal = ({ files }: StoredBytes, hex: string): boolean => Object.values(files).some((file) => file.includes(hex));

function leftOf({ ids, sealed }: CaseRecords, stored: StoredBytes): readonly string[] {
  return [
    ...stored.rows.filter(({ key }) => ids.some((id) => key.includes(id))).map(({ store, key }) => `${store} ${key}`),
    ...stored.rows.filter(({ hex }) => sealed.includes(hex)).map(({ store }) => `its bytes in ${store}`),
    ...ids.filter((id) => isInJournal(stored, hexOf(id))).map((id) => `the journal names ${id}`),
    ...sealed.filter((hex) => isInJournal(stored, hex)).map((hex) => `the journal holds ${hex.slice(0, 16)}`),
  ];
}
