import { describe, expect, it } from 'vitest';
import { removalOf, type Database, type RecordTable, type StoredRecord } from '../../src/application/ports.ts';

export const record = (table: RecordTable, key: string, ...bytes: number[]): StoredRecord => ({ table, key, bytes: new Uint8Array(bytes) });

/** What every Database must do. `createDatabase` gives a new empty one each time. */
export function describeDatabase(name: string, createDatabase: () => Database): void {
  const openDatabase = async () => {
    const database = createDatabase();
    await database.open();
    return database;
  };

  describe(`database contract: ${name}`, () => {
    it('given an empty database, has nothing and no mark', async () => {
      const database = await openDatabase();
      expect(await database.count()).toBe(0);
      expect(await database.mark()).toBeNull();
      expect(await database.get('device', 'device')).toBeUndefined();
      expect(await database.list('envelope', '')).toEqual([]);
    });

    it('keeps records of several tables with their mark, also over close and open', async () => {
      const database = await openDatabase();
      await database.put([record('envelope', 'a/1', 1, 2), record('outbox', 'a/1')], { bytes: 40, records: 2 });
      database.close();
      expect(await database.open()).toEqual({ lost: false });
      expect(await database.get('envelope', 'a/1')).toEqual(new Uint8Array([1, 2]));
      expect(await database.get('outbox', 'a/1')).toEqual(new Uint8Array(0));
      expect(await database.count()).toBe(2);
      expect(await database.mark()).toEqual({ bytes: 40, records: 2 });
    });

    it('keeps one key apart in two tables', async () => {
      const database = await openDatabase();
      await database.put([record('document', 'a', 1), record('roster', 'a', 2)], null);
      expect(await database.get('document', 'a')).toEqual(new Uint8Array([1]));
      expect(await database.get('roster', 'a')).toEqual(new Uint8Array([2]));
    });

    it('takes the same record twice, counts it once, and a newer one in its place', async () => {
      const database = await openDatabase();
      await database.put([record('device', 'device', 1)], null);
      await database.put([record('device', 'device', 1)], null);
      await database.put([record('device', 'device', 2)], null);
      expect(await database.count()).toBe(1);
      expect(await database.get('device', 'device')).toEqual(new Uint8Array([2]));
    });

    it('takes away what is removed, with what is put in the same step', async () => {
      const database = await openDatabase();
      await database.put([record('outbox', 'a/1'), record('outbox', 'a/2'), record('envelope', 'a/1', 1)], null);
      await database.put([removalOf({ table: 'outbox', key: 'a/1' }), record('envelope', 'a/2', 2)], { bytes: 1, records: 1 });
      expect((await database.list('outbox', '')).map(({ key }) => key)).toEqual(['a/2']);
      expect((await database.list('envelope', '')).map(({ key }) => key)).toEqual(['a/1', 'a/2']);
    });

    it('lists one table by prefix, in order of key', async () => {
      const database = await openDatabase();
      await database.put(
        [record('envelope', 'b/2', 3), record('envelope', 'a/2', 2), record('envelope', 'a/1', 1), record('roster', 'a/3', 9)],
        null,
      );
      expect((await database.list('envelope', 'a/')).map(({ key, bytes }) => [key, ...bytes])).toEqual([
        ['a/1', 1],
        ['a/2', 2],
      ]);
      expect((await database.list('envelope', '')).map(({ key }) => key)).toEqual(['a/1', 'a/2', 'b/2']);
      expect([await database.countOf('envelope', 'a/'), await database.countOf('roster', '')]).toEqual([2, 1]);
    });

    it('gets several at once, each in its place', async () => {
      const database = await openDatabase();
      await database.put([record('envelope', 'a/1', 1), record('envelope', 'a/2', 2), record('roster', 'a/3', 3)], null);
      const found = await database.getMany('envelope', ['a/2', 'a/3', 'a/1']);
      expect(found.map((bytes) => bytes?.[0])).toEqual([2, undefined, 1]);
      expect(await database.getMany('envelope', [])).toEqual([]);
    });

    it('does not let go of its own bytes', async () => {
      const database = await openDatabase();
      const mine = record('device', 'device', 1);
      await database.put([mine], null);
      mine.bytes[0] = 7;
      (await database.get('device', 'device'))![0] = 8;
      (await database.list('device', ''))[0]!.bytes[0] = 9;
      expect(await database.get('device', 'device')).toEqual(new Uint8Array([1]));
    });

    it('moves the mark without records', async () => {
      const database = await openDatabase();
      await database.put([], { bytes: 32, records: 0 });
      expect(await database.mark()).toEqual({ bytes: 32, records: 0 });
    });

    it('erases by prefix in all tables and local copies, and forgets the mark', async () => {
      const database = await openDatabase();
      await database.put(
        [record('document', 'a', 1), record('envelope', 'a/1', 1), record('outbox', 'a/1'), record('envelope', 'b/1', 1)],
        { bytes: 9, records: 4 },
      );
      await database.putLocal('a', new Uint8Array([1]));
      await database.putLocal('b', new Uint8Array([2]));
      await database.erase(['a']);
      expect(await database.count()).toBe(1);
      expect(await database.getLocal('a')).toBeUndefined();
      expect(await database.getLocal('b')).toEqual(new Uint8Array([2]));
      expect(await database.mark()).toBeNull();
    });

    it('keeps local copies apart from what is counted', async () => {
      const database = await openDatabase();
      await database.putLocal('summary/2', new Uint8Array([2]));
      await database.putLocal('summary/1', new Uint8Array([1]));
      await database.putLocal('snapshot/1', new Uint8Array([3]));
      expect((await database.listLocal('summary/')).map(({ key, bytes }) => [key, ...bytes])).toEqual([
        ['summary/1', 1],
        ['summary/2', 2],
      ]);
      expect(await database.count()).toBe(0);
      await database.removeLocal('summary/');
      expect((await database.listLocal('')).map(({ key }) => key)).toEqual(['snapshot/1']);
    });

    it('refuses everything while closed', async () => {
      const database = await openDatabase();
      database.close();
      await expect(database.put([record('device', 'device', 1)], null)).rejects.toMatchObject({ problem: 'storageLost' });
      await expect(database.list('device', '')).rejects.toMatchObject({ problem: 'storageLost' });
    });

    it('leaves nothing after a wipe', async () => {
      const database = await openDatabase();
      await database.put([record('device', 'device', 1)], { bytes: 1, records: 1 });
      await database.putLocal('snapshot/1', new Uint8Array([3]));
      await database.wipe();
      await database.open();
      expect(await database.count()).toBe(0);
      expect(await database.mark()).toBeNull();
      expect(await database.listLocal('')).toEqual([]);
    });
  });
}
