import {
  isRemoval,
  StorageFailure,
  type Database,
  type JournalMark,
  type RecordTable,
  type StoredRecord,
} from '../../application/ports.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The database of the trial and of tests: gone with the page. It keeps its content over close and open, as a disk does. */
export function createMemoryDatabase(): Database {
  const records = new Map<string, StoredRecord>();
  const local = new Map<string, Bytes>();
  let mark: JournalMark | null = null;
  let isOpen = false;

  const requireOpen = () => {
    if (!isOpen) throw new StorageFailure('storageLost');
  };
  const find = (table: RecordTable, prefix: string) =>
    [...records.values()].filter((record) => record.table === table && record.key.startsWith(prefix)).sort(byKey);

  return {
    open: async () => {
      isOpen = true;
      return { lost: false };
    },
    put: async (added, newMark) => {
      requireOpen();
      for (const record of added) {
        const { table, key, bytes } = record;
        if (isRemoval(record)) records.delete(`${table} ${key}`);
        else records.set(`${table} ${key}`, { table, key, bytes: bytes.slice() });
      }
      mark = newMark;
    },
    get: async (table, key) => {
      requireOpen();
      return records.get(`${table} ${key}`)?.bytes.slice();
    },
    getMany: async (table, keys) => {
      requireOpen();
      return keys.map((key) => records.get(`${table} ${key}`)?.bytes.slice());
    },
    list: async (table, prefix) => {
      requireOpen();
      return find(table, prefix).map((record) => ({ ...record, bytes: record.bytes.slice() }));
    },
    count: async () => {
      requireOpen();
      return records.size;
    },
    countOf: async (table, prefix) => {
      requireOpen();
      return find(table, prefix).length;
    },
    mark: async () => {
      requireOpen();
      return mark;
    },
    erase: async (prefixes) => {
      requireOpen();
      for (const [place, { key }] of records) if (startsWithAny(key, prefixes)) records.delete(place);
      for (const key of local.keys()) if (startsWithAny(key, prefixes)) local.delete(key);
      mark = null;
    },
    putLocal: async (key, bytes) => {
      requireOpen();
      local.set(key, bytes.slice());
    },
    getLocal: async (key) => {
      requireOpen();
      return local.get(key)?.slice();
    },
    listLocal: async (prefix) => {
      requireOpen();
      return [...local]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, bytes]) => ({ key, bytes: bytes.slice() }))
        .sort(byKey);
    },
    removeLocal: async (prefix) => {
      requireOpen();
      for (const key of local.keys()) if (key.startsWith(prefix)) local.delete(key);
    },
    close: () => {
      isOpen = false;
    },
    wipe: async () => {
      records.clear();
      local.clear();
      mark = null;
      isOpen = false;
    },
  };
}

/** By code unit, as IndexedDB sorts its keys. */
const byKey = (a: { readonly key: string }, b: { readonly key: string }) => (a.key < b.key ? -1 : 1);

const startsWithAny = (key: string, prefixes: readonly string[]) => prefixes.some((prefix) => key.startsWith(prefix));
