import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openSqliteStore } from '../../src/server/store/sqlite/sqliteStore.ts';
import { describeStreamStore } from './streamStoreContract.ts';

const folder = mkdtempSync(join(tmpdir(), 'stores-'));
afterAll(() => rmSync(folder, { recursive: true }));

const onBroken = (error: unknown) => {
  throw error;
};

describeStreamStore('sqlite', () => {
  const place = mkdtempSync(join(folder, 'store-'));
  return { open: () => openSqliteStore(place, { onBroken }) };
});
