import type { Dexie, Table } from 'dexie';
import {
  isRemoval,
  StorageFailure,
  type Database,
  type JournalMark,
  type RecordTable,
  type StoredRecord,
} from '../../application/ports.ts';
import { isOutOfRoom } from './outOfRoom.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const TABLES: readonly RecordTable[] = ['device', 'document', 'roster', 'keyring', 'envelope', 'outbox'];
const MARK_KEY = 'mark';
/** Keys stand outside the values: what is stored is sealed bytes and nothing else. */
const STORES = Object.fromEntries([...TABLES, 'local', 'mark'].map((name) => [name, '']));

export interface IndexedDb {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/**
 * The database in IndexedDB. A write resolves when the browser says it is on disk (`strict`). A connection that the browser dropped
 * is opened anew once; should the database turn out to be empty then, nothing is written to it: that is for the next start to mend.
 */
export function createDexieDatabase(name: string, indexedDb?: IndexedDb): Database {
  let dexie: Dexie | null = null;
  let isFresh = false;
  /** Another tab upgrades or removes the database: reopening here would be in its way. */
  let isTakenAway = false;

  /** Dexie reopens a dropped connection by itself, so that an emptied database is refused must be said inside its own opening. */
  async function connect(mayBeNew: boolean): Promise<Dexie> {
    const { Dexie } = await loadDexie();
    const next = new Dexie(name, { chromeTransactionDurability: 'strict', autoOpen: false, ...indexedDb });
    // These serve live queries, of which there are none here: what they keep and tell of every key took a fifth of a first exchange.
    for (const layer of ['Cache', 'Observability']) next.unuse({ stack: 'dbcore', name: layer });
    next.version(1).stores(STORES);
    let wasOpened = !mayBeNew;
    next.on('populate', () => {
      if (wasOpened) throw new Error('the database was thrown away');
      isFresh = true;
    });
    next.on('versionchange', () => {
      isTakenAway = true;
      next.close();
    });
    await next.open();
    wasOpened = true;
    return next;
  }

  async function reconnect(): Promise<Dexie> {
    dexie?.close();
    dexie = null;
    return (dexie = await connect(false));
  }

  async function run<T>(work: (dexie: Dexie) => PromiseLike<T>): Promise<T> {
    if (!dexie || isTakenAway) throw new StorageFailure('storageLost');
    try {
      return await work(dexie);
    } catch (error) {
      if (isOutOfRoom(error)) throw new StorageFailure('diskFull', { cause: error });
      return await again(work);
    }
  }

  async function again<T>(work: (dexie: Dexie) => PromiseLike<T>): Promise<T> {
    try {
      if (isTakenAway) throw new Error('the database was taken away');
      return await work(await reconnect());
    } catch (error) {
      throw new StorageFailure(isOutOfRoom(error) ? 'diskFull' : 'storageLost', { cause: error });
    }
  }

  return {
    open: async () => {
      try {
        dexie?.close();
        isTakenAway = false;
        isFresh = false;
        dexie = await connect(true);
        return { lost: isFresh };
      } catch (error) {
        throw new StorageFailure(isOutOfRoom(error) ? 'diskFull' : 'storageLost', { cause: error });
      }
    },
    put: (records, mark) => run((db) => write(db, [...records.map(({ table }) => table), 'mark'], 'strict', putAll(records, mark))),
    get: (table, key) => run((db) => bytesOf(db, table).get(key)),
    getMany: (table, keys) => run((db) => bytesOf(db, table).bulkGet([...keys])),
    list: async (table, prefix) => (await run((db) => listOf(db, table, prefix))).map((row) => ({ table, ...row })),
    count: () =>
      run(async (db) => (await Promise.all(TABLES.map((table) => db.table(table).count()))).reduce((sum, count) => sum + count, 0)),
    countOf: (table, prefix) => run((db) => bytesOf(db, table).where(':id').startsWith(prefix).count()),
    mark: async () => (await run((db) => db.table<JournalMark | null, string>('mark').get(MARK_KEY))) ?? null,
    erase: (prefixes) =>
      run((db) =>
        db.transaction('rw', [...TABLES, 'local', 'mark'], async () => {
          for (const table of [...TABLES, 'local']) {
            for (const prefix of prefixes) await db.table(table).where(':id').startsWith(prefix).delete();
          }
          // Unmarked, so an erasure that a crash cuts off between database and journal is noticed at the next start.
          await db.table('mark').clear();
        }),
      ),
    putLocal: (key, bytes) =>
      run((db) => write(db, ['local'], 'relaxed', (transaction) => void transaction.objectStore('local').put(bytes, key))),
    getLocal: (key) => run((db) => bytesOf(db, 'local').get(key)),
    listLocal: (prefix) => run((db) => listOf(db, 'local', prefix)),
    removeLocal: async (prefix) => void (await run((db) => bytesOf(db, 'local').where(':id').startsWith(prefix).delete())),
    close: () => {
      dexie?.close();
      dexie = null;
    },
    wipe: async () => {
      dexie?.close();
      dexie = null;
      try {
        const { Dexie } = await loadDexie();
        await new Dexie(name, { ...indexedDb }).delete();
      } catch (error) {
        throw new StorageFailure('storageLost', { cause: error });
      }
    },
  };
}

/** Not before it is needed: the first drawing does not wait for it. */
const loadDexie = () => import('dexie');

const bytesOf = (db: Dexie, table: RecordTable | 'local'): Table<Bytes, string> => db.table(table);

/**
 * Straight to the browser, all or nothing: Dexie knows one durability for everything, while what may be lost need not wait for the disk,
 * and its promise for every row kept the page from taking keys.
 */
const write = (
  db: Dexie,
  stores: readonly string[],
  durability: 'strict' | 'relaxed',
  work: (transaction: IDBTransaction) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.backendDB().transaction([...new Set(stores)], 'readwrite', { durability });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('nothing was written'));
    try {
      work(transaction);
    } catch (error) {
      reject(error);
      transaction.abort();
    }
  });

/** Rows handed over in one go: more would keep a slow device from taking keys. */
const AT_ONCE = 50;

const putAll = (records: readonly StoredRecord[], mark: JournalMark | null) => (transaction: IDBTransaction) => {
  let last = transaction.objectStore('mark').put(mark, MARK_KEY) as IDBRequest;
  const putFrom = (begin: number) => {
    for (const record of records.slice(begin, begin + AT_ONCE)) {
      const store = transaction.objectStore(record.table);
      last = isRemoval(record) ? store.delete(record.key) : store.put(record.bytes, record.key);
    }
    if (begin + AT_ONCE < records.length) last.onsuccess = () => putFrom(begin + AT_ONCE);
  };
  putFrom(0);
};

function listOf(
  db: Dexie,
  table: RecordTable | 'local',
  prefix: string,
): PromiseLike<readonly { readonly key: string; readonly bytes: Bytes }[]> {
  return db.transaction('r', table, async () => {
    const range = bytesOf(db, table).where(':id').startsWith(prefix);
    const [keys, values] = await Promise.all([range.primaryKeys(), range.toArray()]);
    return keys.map((key, at) => ({ key, bytes: values[at]! }));
  });
}
