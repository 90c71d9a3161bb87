import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DATABASE_FILE } from '../../../src/server/store/sqlite/openDatabase.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite/sqliteStore.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';

it('after the next start not one piece of what was erased stands in the file, also not in a gap of a page that was rearranged', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'knooppunt-store-'));
  const random = createSeededRandom(7);
  const fail = (error: unknown) => {
    throw error;
  };
  try {
    const store = openSqliteStore(folder, { onBroken: fail });
    const messages = Array.from({ length: 400 }, (_, at) => ({ at, bytes: random.bytes(100 + ((at * 37) % 900)) }));
    const streams = ['/erased', '/kept'];
    await store.write((tx) => {
      for (const path of streams) tx.create(path, { contentType: 'application/octet-stream' });
    });
    // In turns, and of many sizes, so that pages are split and rearranged.
    for (const { at, bytes } of messages) await store.write((tx) => tx.append(tx.find(streams[at % 2]!)!, [bytes]));
    await store.write((tx) => tx.empty(tx.find('/erased')!));
    await store.close();
    const again = openSqliteStore(folder, { onBroken: fail });
    await again.close();
    const file = readFileSync(join(folder, DATABASE_FILE));
    const found = messages.filter(({ bytes }) => file.includes(Buffer.from(bytes.subarray(40, 64))));
    expect(found.map(({ at }) => at % 2)).toEqual(Array.from({ length: 200 }, () => 1));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
