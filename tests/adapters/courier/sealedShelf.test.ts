import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSealedShelf } from '../../../src/adapters/courier/sealedShelf.ts';
import { createDexieDatabase } from '../../../src/adapters/dexie/database.ts';
import type { RecordTable } from '../../../src/application/ports.ts';

const NAME = 'knooppunt';
const record = (table: RecordTable, key: string, ...bytes: number[]) => ({ table, key, bytes: new Uint8Array(bytes) });

let factory: IDBFactory;
beforeEach(() => {
  factory = new IDBFactory();
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});
afterEach(() => vi.unstubAllGlobals());

const createApp = () => createDexieDatabase(NAME, { indexedDB: factory, IDBKeyRange });
const openShelf = async () => (await openSealedShelf(NAME, factory))!;

describe("the app's database as the service worker sees it", () => {
  it('is read as the app wrote it, in order', async () => {
    const app = createApp();
    await app.open();
    await app.put([record('outbox', 'b/1'), record('outbox', 'a/2'), record('outbox', 'a/1'), record('envelope', 'a/1', 7)], null);
    const shelf = await openShelf();
    expect((await shelf.list('outbox', '')).map(({ key }) => key)).toEqual(['a/1', 'a/2', 'b/1']);
    expect(await shelf.list('outbox', 'b')).toEqual([record('outbox', 'b/1')]);
    expect(await shelf.get('envelope', 'a/1')).toEqual(new Uint8Array([7]));
    expect(await shelf.get('envelope', 'a/2')).toBeUndefined();
  });

  it('takes local copies that the app reads, and takes them away', async () => {
    const app = createApp();
    await app.open();
    const shelf = await openShelf();
    await shelf.putLocal('a~sent', new Uint8Array([1]));
    await shelf.putLocal('b~sent', new Uint8Array([2]));
    expect(await app.getLocal('a~sent')).toEqual(new Uint8Array([1]));
    expect(await shelf.getLocal('b~sent')).toEqual(new Uint8Array([2]));
    await shelf.removeLocal('a');
    expect((await app.listLocal('')).map(({ key }) => key)).toEqual(['b~sent']);
  });

  it('takes a local copy only while what it belongs to is there', async () => {
    const app = createApp();
    await app.open();
    const shelf = await openShelf();
    await shelf.putLocal('read', new Uint8Array([1]));
    await shelf.putBeside('read', 'came/1', new Uint8Array([2]));
    await app.removeLocal('read');
    await shelf.putBeside('read', 'came/2', new Uint8Array([3]));
    expect((await shelf.listLocal('')).map(({ key }) => key)).toEqual(['came/1']);
  });

  it('is not made where there is none', async () => {
    expect(await openSealedShelf(NAME, factory)).toBeNull();
    expect(await factory.databases()).toEqual([]);
    expect(await createApp().open()).toEqual({ lost: true });
  });

  it('is let go of when the app wipes it, and does not bring it back', async () => {
    const app = createApp();
    await app.open();
    const shelf = await openShelf();
    await app.wipe();
    expect(await factory.databases()).toEqual([]);
    await expect(shelf.putLocal('a~sent', new Uint8Array([1]))).rejects.toThrow();
    expect(await factory.databases()).toEqual([]);
  });
});
