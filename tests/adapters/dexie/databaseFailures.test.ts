import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createDexieDatabase } from '../../../src/adapters/dexie/database.ts';
import { isOutOfRoom } from '../../../src/adapters/dexie/outOfRoom.ts';
import type { StoredRecord } from '../../../src/application/ports.ts';

const NAME = 'knooppunt';
const record: StoredRecord = { table: 'device', key: 'device', bytes: new Uint8Array([1]) };

/** A browser's IndexedDB of which the connections can be cut and the disk can be full. */
function createBrowser() {
  const indexedDB = new IDBFactory();
  const connections: IDBDatabase[] = [];
  let failure: Error | null = null;
  const durabilities: (IDBTransactionDurability | undefined)[] = [];
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = (...input: Parameters<typeof open>) => {
    const request = open(...input);
    request.addEventListener('success', () => {
      const connection = request.result as unknown as IDBDatabase;
      const start = connection.transaction.bind(connection);
      connection.transaction = (...asked) => {
        if (failure) throw failure;
        if (asked[1] === 'readwrite') durabilities.push(asked[2]?.durability);
        return start(...asked);
      };
      connections.push(connection);
    });
    return request;
  };
  return {
    indexedDb: { indexedDB: indexedDB as unknown as IDBFactory, IDBKeyRange: IDBKeyRange as unknown as typeof globalThis.IDBKeyRange },
    /** As WebKit does with a page in the background: every later transaction throws. */
    cutConnections: () => connections.forEach((connection) => connection.close()),
    connectionCount: () => connections.length,
    /** How each write was asked for. */
    durabilities: () => durabilities,
    /** Every transaction from now on fails so. */
    failWith: (error: Error | null) => {
      failure = error;
    },
  };
}

it('asks for each write that it is on disk before it resolves', async () => {
  const browser = createBrowser();
  const database = createDexieDatabase(NAME, browser.indexedDb);
  await database.open();
  await database.put([record], { bytes: 1, records: 1 });
  await database.erase(['device']);
  await database.removeLocal('local');
  expect(browser.durabilities()).toEqual(['strict', 'strict', 'strict']);
  // What may be lost does not make the others wait.
  await database.putLocal('local', new Uint8Array([1]));
  expect(browser.durabilities().at(-1)).toBe('relaxed');
});

describe('a connection that the browser dropped', () => {
  it('is opened anew once, and the write that found it so is stored', async () => {
    const browser = createBrowser();
    const database = createDexieDatabase(NAME, browser.indexedDb);
    expect(await database.open()).toEqual({ lost: true });
    await database.put([record], { bytes: 1, records: 1 });
    browser.cutConnections();
    await database.put([{ ...record, key: 'second' }], { bytes: 2, records: 2 });
    expect(await database.count()).toBe(2);
    expect(browser.connectionCount()).toBe(2);
  });

  it('when the data went with it, nothing is written to the empty database and the next start hears of it', async () => {
    const browser = createBrowser();
    const database = createDexieDatabase(NAME, browser.indexedDb);
    await database.open();
    await database.put([record], { bytes: 1, records: 1 });
    browser.cutConnections();
    await new Dexie(NAME, browser.indexedDb).delete();
    await expect(database.put([record], { bytes: 2, records: 2 })).rejects.toMatchObject({ problem: 'storageLost' });
    await expect(database.put([record], { bytes: 2, records: 2 })).rejects.toMatchObject({ problem: 'storageLost' });
    expect(await browser.indexedDb.indexedDB.databases()).toEqual([]);
    const next = createDexieDatabase(NAME, browser.indexedDb);
    expect(await next.open()).toEqual({ lost: true });
    expect(await next.count()).toBe(0);
    expect(await next.mark()).toBeNull();
  });
});

it('says that it is new the first time only', async () => {
  const browser = createBrowser();
  const database = createDexieDatabase(NAME, browser.indexedDb);
  expect(await database.open()).toEqual({ lost: true });
  database.close();
  expect(await database.open()).toEqual({ lost: false });
});

it('gives way when another tab removes the database, and does not bring it back', async () => {
  const browser = createBrowser();
  const first = createDexieDatabase(NAME, browser.indexedDb);
  const second = createDexieDatabase(NAME, browser.indexedDb);
  await first.open();
  await second.open();
  await second.wipe();
  await expect(first.put([record], null)).rejects.toMatchObject({ problem: 'storageLost' });
  expect(await browser.indexedDb.indexedDB.databases()).toEqual([]);
});

describe('a full disk', () => {
  it('is told apart from lost storage, and storing goes on when there is room', async () => {
    const browser = createBrowser();
    const database = createDexieDatabase(NAME, browser.indexedDb);
    await database.open();
    browser.failWith(new DOMException('full', 'QuotaExceededError'));
    await expect(database.put([record], null)).rejects.toMatchObject({ problem: 'diskFull' });
    browser.failWith(null);
    await database.put([record], null);
    expect(await database.count()).toBe(1);
  });

  it('is found however deep Dexie wraps it', () => {
    const full = new DOMException('full', 'QuotaExceededError');
    expect(isOutOfRoom(full)).toBe(true);
    expect(isOutOfRoom(new Dexie.AbortError('aborted', full))).toBe(true);
    expect(isOutOfRoom(new Dexie.BulkError('bulk', [new Dexie.AbortError('aborted', full)]))).toBe(true);
    expect(isOutOfRoom(new Dexie.AbortError('aborted', new Error('else')))).toBe(false);
    expect(isOutOfRoom('QuotaExceededError')).toBe(false);
  });
});

it.each([0, 250])('a transaction is all or nothing, also with %i rows before the impossible one', async (before) => {
  const browser = createBrowser();
  const database = createDexieDatabase(NAME, browser.indexedDb);
  await database.open();
  await database.put([record], { bytes: 1, records: 1 });
  const many = Array.from({ length: before }, (_, at) => ({ ...record, key: `many/${at}` }));
  const impossible = { table: 'envelope', key: undefined as unknown as string, bytes: new Uint8Array([2]) } as const;
  await expect(
    database.put([{ ...record, bytes: new Uint8Array([9]) }, ...many, impossible], { bytes: 2, records: 2 }),
  ).rejects.toMatchObject({
    problem: 'storageLost',
  });
  expect(await database.get('device', 'device')).toEqual(new Uint8Array([1]));
  expect(await database.count()).toBe(1);
  expect(await database.mark()).toEqual({ bytes: 1, records: 1 });
});
