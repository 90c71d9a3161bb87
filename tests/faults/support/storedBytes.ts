import { expect, type Page } from '@playwright/test';

interface StoredRow {
  readonly store: string;
  readonly key: string;
  /** Bytes in hexadecimal. */
  readonly hex: string;
}

/** All that a browser keeps of the app, as a page of the same origin reads it. */
export interface StoredBytes {
  readonly rows: readonly StoredRow[];
  /** The files of the journal, whole, in hexadecimal. */
  readonly files: Readonly<Record<string, string>>;
}

/** Reads both stores from a page that does not run the app, so that nobody writes meanwhile and the journal's files are let go. */
export async function readStoredBytes(page: Page, origin: string): Promise<StoredBytes> {
  await page.goto(`${origin}/healthz`);
  const [rows, files] = [await readRows(page), await page.evaluate(readFiles)];
  expect(Object.keys(files).sort((a, b) => (a < b ? -1 : 1))).toEqual(['journal-a', 'journal-b']);
  return { rows, files };
}

export const hexOf = (text: string): string => Buffer.from(text).toString('hex');

/** What the app's database holds, of these stores or of all; also while the app runs. */
export const readRows = (page: Page, stores: readonly string[] | null = null): Promise<readonly StoredRow[]> =>
  page.evaluate(readDatabase, stores);

async function readDatabase(stores: readonly string[] | null): Promise<readonly StoredRow[]> {
  const hexFrom = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const answerOf = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not read'));
    });
  const database = await answerOf(indexedDB.open('knooppunt'));
  const rows: StoredRow[] = [];
  for (const store of stores ?? database.objectStoreNames) {
    const from = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([answerOf(from.getAllKeys()), answerOf(from.getAll())]);
    for (const [at, key] of keys.entries()) {
      const value: unknown = values[at];
      rows.push({ store, key: key as string, hex: value instanceof Uint8Array ? hexFrom(value) : '' });
    }
  }
  database.close();
  return rows;
}

async function readFiles(): Promise<StoredBytes['files']> {
  const hexFrom = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const files: Record<string, string> = {};
  const folder = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & { keys: () => AsyncIterable<string> };
  for await (const name of folder.keys()) {
    const file = await (await folder.getFileHandle(name)).getFile();
    files[name] = hexFrom(new Uint8Array(await file.arrayBuffer()));
  }
  return files;
}
