import { describe, expect, it } from 'vitest';
import type { Journal, StoredRecord } from '../../src/application/ports.ts';
import { record } from './databaseContract.ts';

const plain = (records: readonly StoredRecord[]) => records.map(({ table, key, bytes }) => [table, key, ...bytes]);

/** What every Journal must do. `createJournal` gives a new empty one each time. */
export function describeJournal(name: string, createJournal: () => Journal): void {
  const openJournal = async () => {
    const journal = createJournal();
    await journal.open();
    return journal;
  };

  describe(`journal contract: ${name}`, () => {
    it('given an empty journal, has nothing to read', async () => {
      const journal = createJournal();
      expect(await journal.open()).toMatchObject({ cutBytes: 0, mark: { records: 0 } });
      expect(await journal.read(0)).toEqual({ records: [], damaged: 0 });
    });

    it('gives back what was appended, in order, also over close and open', async () => {
      const journal = await openJournal();
      await journal.append([record('envelope', 'a/1', 1), record('outbox', 'a/1')]);
      await journal.append([record('device', 'dévice', 2, 3)]);
      await journal.close();
      expect(await journal.open()).toMatchObject({ cutBytes: 0, mark: { records: 3 } });
      const { records, damaged } = await journal.read(0);
      expect(plain(records)).toEqual([
        ['envelope', 'a/1', 1],
        ['outbox', 'a/1'],
        ['device', 'dévice', 2, 3],
      ]);
      expect(damaged).toBe(0);
    });

    it('knows its mark before an append, and is there after it', async () => {
      const journal = await openJournal();
      const before = journal.markAfter([]);
      const added = [record('envelope', 'a/é', 1, 2, 3), record('outbox', 'a/é')];
      const after = journal.markAfter(added);
      expect(after.bytes).toBeGreaterThan(before.bytes);
      expect(after.records).toBe(before.records + 2);
      await journal.append(added);
      expect(journal.markAfter([])).toEqual(after);
      expect((await journal.open()).mark).toEqual(after);
    });

    it('appending nothing changes nothing', async () => {
      const journal = await openJournal();
      const before = journal.markAfter([]);
      await journal.append([]);
      expect((await journal.open()).mark).toEqual(before);
    });

    it('reads on from a mark', async () => {
      const journal = await openJournal();
      await journal.append([record('envelope', 'a/1', 1)]);
      const { bytes } = journal.markAfter([]);
      await journal.append([record('envelope', 'a/2', 2)]);
      expect(plain((await journal.read(bytes)).records)).toEqual([['envelope', 'a/2', 2]]);
      expect((await journal.read(journal.markAfter([]).bytes)).records).toEqual([]);
    });

    it('erases by prefix, keeps the newest of the rest, and goes on', async () => {
      const journal = await openJournal();
      await journal.append([record('device', 'device', 1), record('document', 'a', 1), record('envelope', 'a/1', 1)]);
      await journal.append([record('envelope', 'b/1', 2), record('device', 'device', 2)]);
      await journal.erase(['a']);
      await journal.append([record('envelope', 'b/2', 3)]);
      const mark = journal.markAfter([]);
      expect((await journal.open()).mark).toEqual(mark);
      expect(plain((await journal.read(0)).records).sort((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
        ['device', 'device', 2],
        ['envelope', 'b/1', 2],
        ['envelope', 'b/2', 3],
      ]);
    });

    it('refuses everything while closed', async () => {
      const journal = await openJournal();
      await journal.close();
      await expect(journal.append([record('device', 'device', 1)])).rejects.toMatchObject({ problem: 'storageLost' });
      await expect(journal.read(0)).rejects.toMatchObject({ problem: 'storageLost' });
    });

    it('leaves nothing after a wipe', async () => {
      const journal = await openJournal();
      await journal.append([record('device', 'device', 1)]);
      await journal.wipe();
      expect(await journal.open()).toMatchObject({ mark: { records: 0 } });
      expect(await journal.read(0)).toEqual({ records: [], damaged: 0 });
    });
  });
}
