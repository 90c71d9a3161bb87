import { expect, type Page } from '@playwright/test';
import { fieldOf, fillAndSave, longFields, openLocked, setUpWithFamily } from './support/app.ts';
import type { KillableBrowser } from './support/killableBrowser.ts';
import { test, type Laptop } from './support/laptop.ts';
import { tearDatabaseLog } from './support/profileDamage.ts';
import { readField } from './support/typing.ts';

interface Loss {
  /** Started after Chromium found its database unreadable; shows nothing yet. */
  readonly browser: KillableBrowser;
  readonly address: string;
  /** What had been called saved, by label. */
  readonly saved: ReadonlyMap<string, string>;
}

/** Some private windows have no OPFS; here it stands for a Knooppunt that keeps no journal. */
const withoutJournal = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    navigator.storage.getDirectory = () => Promise.reject(new DOMException('not here', 'SecurityError'));
  });
};

/** Types, kills, tears the database's log, types on behind the tear and kills again: the next start throws the database away. */
async function loseDatabase(laptop: Laptop, prepare: (page: Page) => Promise<void>): Promise<Loss> {
  const saved = new Map<string, string>();
  const start = async () => {
    const browser = await laptop.start();
    await prepare(browser.page);
    return browser;
  };

  const first = await start();
  const address = `${await setUpWithFamily(first.page, laptop.origin)}/family`;
  await openLocked(first.page, address);
  for (const label of await longFields(first.page)) {
    saved.set(label, `Voor de scheur: ${label}`);
    await fillAndSave(fieldOf(first.page, label), saved.get(label)!);
  }
  await first.kill();
  expect(tearDatabaseLog(laptop.profileFolder)).toBe(1);

  const second = await start();
  await openLocked(second.page, address);
  const [label] = saved.keys();
  saved.set(label!, 'Achter de scheur');
  await fillAndSave(fieldOf(second.page, label!), saved.get(label!)!);
  await second.kill();
  return { browser: await start(), address, saved };
}

test('a database that the browser threw away is rebuilt from the journal, to the last edit', async ({ laptop }) => {
  const { browser, address, saved } = await loseDatabase(laptop, async () => {});
  const { page } = browser;
  await openLocked(page, address);
  for (const [label, text] of saved) expect((await readField(fieldOf(page, label))).value).toBe(text);
  await page.getByRole('link', { name: 'Dit apparaat' }).click();
  await expect(page.getByText('Alles is teruggehaald.')).toBeVisible();
});

test('without the journal the same damage loses everything, so the test above can fail', async ({ laptop }) => {
  const { browser, address } = await loseDatabase(laptop, withoutJournal);
  await browser.page.goto(address);
  // The app knows nobody any more.
  await expect(browser.page.getByRole('button', { name: 'Eerst uitproberen' })).toBeVisible();
});
