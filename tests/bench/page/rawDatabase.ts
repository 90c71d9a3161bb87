/** IndexedDB without anything in between. */
export async function createRawDatabase() {
  const opening = indexedDB.open('raw', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('bytes'));
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(new Error('the raw database does not open')));
  });
  return {
    /** Milliseconds until one strict put is complete. */
    put: (bytes: Uint8Array<ArrayBuffer>, key: number): Promise<number> => {
      const before = performance.now();
      const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' });
      transaction.objectStore('bytes').put(bytes, key);
      return new Promise((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve(performance.now() - before));
        transaction.addEventListener('abort', () => reject(new Error('the raw put failed')));
      });
    },
  };
}
