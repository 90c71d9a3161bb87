import type { RecordTable } from '../../application/ports.ts';
import type { Shelf } from '../../courier/ports.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The app's database as the service worker sees it: what is sealed is read, and only local copies are written. Never makes a database: one
 * that was wiped stays away. Null: there is none. Lets go at once when the app changes or removes it; whatever is asked then fails.
 */
export async function openSealedShelf(
  name: string,
  factory: IDBFactory = indexedDB,
): Promise<(Shelf & { readonly close: () => void }) | null> {
  const db = await open(name, factory);
  if (!db) return null;
  db.onversionchange = () => db.close();

  const read = <T>(table: string, ask: (store: IDBObjectStore) => IDBRequest<T>) => answerOf(ask(db.transaction(table).objectStore(table)));
  const write = (change: (store: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      const writing = db.transaction('local', 'readwrite', { durability: 'strict' });
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error ?? new Error('not written'));
      change(writing.objectStore('local'));
    });
  const beginning = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

  const listOf = async (table: RecordTable | 'local', prefix: string) => {
    const store = db.transaction(table).objectStore(table);
    const [keys, values] = await Promise.all([
      // Every key in these tables is a text.
      answerOf(store.getAllKeys(beginning(prefix)) as IDBRequest<string[]>),
      answerOf<Bytes[]>(store.getAll(beginning(prefix))),
    ]);
    return keys.map((key, at) => ({ key: key as string, bytes: values[at]! }));
  };

  return {
    list: async (table, prefix) => (await listOf(table, prefix)).map((row) => ({ table, ...row })),
    listLocal: (prefix) => listOf('local', prefix),
    get: (table, key) => read<Bytes | undefined>(table, (store) => store.get(key)),
    getLocal: (key) => read<Bytes | undefined>('local', (store) => store.get(key)),
    putLocal: (key, bytes) => write((store) => store.put(bytes, key)),
    putBeside: (other, key, bytes) =>
      write((store) => {
        const asked = store.getKey(other);
        asked.onsuccess = () => {
          if (asked.result !== undefined) store.put(bytes, key);
        };
      }),
    removeLocal: (prefix) => write((store) => store.delete(beginning(prefix))),
    close: () => db.close(),
  };
}

function open(name: string, factory: IDBFactory): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(name);
    // It was not there: what would be made now is taken back.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => (opening.error?.name === 'AbortError' ? resolve(null) : reject(opening.error ?? new Error('not opened')));
  });
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not read'));
  });
