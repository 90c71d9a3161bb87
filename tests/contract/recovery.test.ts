import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDexieDatabase } from '../../src/adapters/dexie/database.ts';
import type { Database, Journal, StoredRecord } from '../../src/application/ports.ts';
import { createDurableStore } from '../../src/application/storage/durableStore.ts';
import { allRecords, heal } from '../../src/application/storage/heal.ts';
import { applyChange, createFakeFiles, tearChange, type FakeFiles } from '../support/fakeFiles.ts';
import { createFakeClock } from '../support/fakeClock.ts';
import { createJournalOnFakeFiles } from '../support/journalOnFakeFiles.ts';

/** The real database and the real journal under the real rules that join them, over a disk that dies. */
const start = async (indexedDB: IDBFactory, files: FakeFiles) => {
  const database = createDexieDatabase('knooppunt', { indexedDB, IDBKeyRange });
  const journal = createJournalOnFakeFiles(files);
  const { lost } = await database.open();
  return { database, journal, healed: await heal(database, journal, lost) };
};

const save = (n: number): readonly StoredRecord[] => [
  { table: 'envelope', key: `a/${n}`, bytes: new Uint8Array([n, n]) },
  { table: 'outbox', key: `a/${n}`, bytes: new Uint8Array(0) },
];
const storeAll = async (database: Database, journal: Journal, count: number) => {
  const store = createDurableStore({ database, journal, clock: createFakeClock() });
  for (let n = 0; n < count; n++) expect(await store.write(save(n))).toEqual({ ok: true, value: undefined });
  store.stop();
};
const names = (records: readonly StoredRecord[]) =>
  [...new Set(records.map(({ table, key }) => `${table} ${key}`))].sort((a, b) => (a < b ? -1 : 1));
const expected = (count: number) => names(Array.from({ length: count }, (_, n) => save(n)).flat());

it('after a crash anywhere both hold every acknowledged save, whole, and the next start finds nothing to mend', async () => {
  const crash = fc.record({
    saves: fc.integer({ min: 1, max: 5 }),
    /** What the crash left of the save that was under way: how much of its frame, and whether the database had it. */
    torn: fc.nat({ max: 60 }),
    holes: fc.boolean(),
    inDatabase: fc.boolean(),
    /** The browser threw the database away besides. */
    databaseGone: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(crash, async ({ saves, torn, holes, inDatabase, databaseGone }) => {
      const before = createFakeFiles();
      const indexedDB = new IDBFactory();
      const first = await start(indexedDB, before);
      await storeAll(first.database, first.journal, saves);
      const [content] = before.contents();
      const mark = first.journal.markAfter(save(saves));
      await first.journal.append(save(saves));
      const frame = before.steps().at(-1)!;
      if (inDatabase) await first.database.put(save(saves), mark);
      first.database.close();

      const left = tearChange(content, frame, torn, holes);
      const after = createFakeFiles([left, new Uint8Array(0)]);
      // Zeroes at the end of a frame are right even where they are a hole.
      const wholeFrame = Buffer.compare(left, applyChange(content, frame)) === 0;
      const kept = wholeFrame || (inDatabase && !databaseGone) ? saves + 1 : saves;
      const survivor = databaseGone ? new IDBFactory() : indexedDB;
      const again = await start(survivor, after);
      expect(names(await allRecords(again.database))).toEqual(expected(kept));
      expect(names((await again.journal.read(0)).records)).toEqual(expected(kept));
      again.database.close();
      const third = await start(survivor, after);
      expect(third.healed).toBe('nothing');
      third.database.close();
    }),
    { numRuns: 150 },
  );
});

it('a lost journal is written anew from the database', async () => {
  const indexedDB = new IDBFactory();
  const first = await start(indexedDB, createFakeFiles());
  await storeAll(first.database, first.journal, 3);
  first.database.close();
  const again = await start(indexedDB, createFakeFiles());
  expect(again.healed).toBe('repaired');
  expect(names((await again.journal.read(0)).records)).toEqual(expected(3));
});
