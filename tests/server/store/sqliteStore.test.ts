import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/server/store/sqlite/openDatabase.ts';
import { openSqliteStore, type SqliteStoreOptions } from '../../../src/server/store/sqlite/sqliteStore.ts';
import type { Store, StreamRow, Tx } from '../../../src/server/store/port.ts';

const root = mkdtempSync(join(tmpdir(), 'sqlite-'));
afterAll(() => rmSync(root, { recursive: true }));

const newFolder = () => mkdtempSync(join(root, 'store-'));
const onBroken = (error: unknown) => {
  throw error;
};
const bytes = (text: string) => new TextEncoder().encode(text);
const stream = (tx: Tx): StreamRow => tx.find('/a') ?? tx.create('/a', { contentType: 'text/plain' });
const append = (store: Store, content: string) => store.write((tx) => tx.append(stream(tx), [bytes(content)]));
const contentOf = (store: Store) =>
  store.read((tx) => tx.read(stream(tx), 0, 1_000_000).messages.map((one) => new TextDecoder().decode(one)));
const problemsOf = async (...writes: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(writes)).map((result) =>
    result.status === 'rejected' ? (result.reason as { problem?: string }).problem : 'kept',
  );

describe('the database of the server', () => {
  it.each([
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL',
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF',
    'PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL',
    'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL',
  ])('refuses to run with what does not keep all that was acknowledged: %s', (settings) => {
    expect(() => openDatabase(newFolder(), settings)).toThrow(/WAL with synchronous=FULL/);
    openDatabase(newFolder()).close();
  });

  it('is readable by its owner alone, its log too', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder, { onBroken });
    await append(store, 'x');
    const files = readdirSync(folder);
    expect(files.sort()).toEqual(['knooppunt.sqlite', 'knooppunt.sqlite-shm', 'knooppunt.sqlite-wal']);
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it('commits everything of one tick in one transaction, and what comes later in another', async () => {
    const commits: string[] = [];
    const store = openSqliteStore(newFolder(), {
      onBroken,
      open: (folder) => listenToCommits(openDatabase(folder), () => commits.push('')),
    });
    await Promise.all(Array.from({ length: 100 }, (_, index) => append(store, `${index},`)));
    expect(commits).toHaveLength(1);
    await append(store, 'later');
    expect(commits).toHaveLength(2);
    expect(contentOf(store)).toHaveLength(101);
    await store.close();
  });
});

describe('a disk that fails', () => {
  it('when full: acknowledges nothing of that tick, keeps what was, and goes on when there is room', async () => {
    const folder = newFolder();
    const broken: unknown[] = [];
    const store = openSqliteStore(folder, { onBroken: (error) => broken.push(error) });
    await append(store, 'before');
    const pages = store.read((tx) => tx.get<{ page_count: number }>('PRAGMA page_count')!.page_count);
    store.read((tx) => tx.get(`PRAGMA max_page_count = ${pages}`));
    expect(await problemsOf(append(store, 'small'), append(store, 'x'.repeat(1_000_000)))).toEqual(['full', 'full']);
    expect(contentOf(store)).toEqual(['before']);
    store.read((tx) => tx.get('PRAGMA max_page_count = 1000000'));
    await append(store, 'after');
    expect(contentOf(store)).toEqual(['before', 'after']);
    expect(broken).toEqual([]);
    await store.close();
  });

  it('when a flush fails: acknowledges nothing, never flushes again, and says so once', async () => {
    const folder = newFolder();
    let [isFailing, tries] = [false, 0];
    const broken: unknown[] = [];
    const options: SqliteStoreOptions = {
      onBroken: (error) => broken.push(error),
      open: (place) =>
        listenToCommits(openDatabase(place), () => {
          tries++;
          if (isFailing) throw Object.assign(new Error('disk I/O error'), { errcode: IOERR_FSYNC });
        }),
    };
    const store = openSqliteStore(folder, options);
    await append(store, 'before');
    isFailing = true;
    expect(await problemsOf(append(store, 'one'), append(store, 'two'))).toEqual(['broken', 'broken']);
    isFailing = false;
    expect(await problemsOf(append(store, 'three'))).toEqual(['broken']);
    expect(broken).toHaveLength(1);
    expect(tries).toBe(2);
    await store.close();
    const again = openSqliteStore(folder, { onBroken });
    expect(contentOf(again)).toEqual(['before']);
    await again.close();
  });

  it('when a read or write inside a step fails: its neighbours are not acknowledged either', async () => {
    const broken: unknown[] = [];
    const store = openSqliteStore(newFolder(), { onBroken: (error) => broken.push(error) });
    await append(store, 'before');
    const failing = store.write(() => {
      throw Object.assign(new Error('disk I/O error'), { errcode: IOERR_FSYNC });
    });
    expect(await problemsOf(append(store, 'one'), failing, append(store, 'two'))).toEqual(['broken', 'broken', 'broken']);
    expect(broken).toHaveLength(1);
    expect(contentOf(store)).toEqual(['before']);
    await store.close();
  });

  it('when another process writes for too long: acknowledges nothing, and goes on after it', async () => {
    const folder = newFolder();
    const impatient = (place: string) => {
      const db = openDatabase(place);
      db.exec('PRAGMA busy_timeout = 1');
      return db;
    };
    const store = openSqliteStore(folder, { onBroken, open: impatient });
    await append(store, 'before');
    const other = impatient(folder);
    other.exec('BEGIN IMMEDIATE');
    expect(await problemsOf(append(store, 'one'))).toEqual(['busy']);
    other.exec('ROLLBACK');
    other.close();
    await append(store, 'after');
    expect(contentOf(store)).toEqual(['before', 'after']);
    await store.close();
  });
});

describe('what was erased', () => {
  const SECRET = 'sealed bytes that have to go';
  const onDisk = (folder: string) => readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(SECRET));

  it.each<[string, (tx: Tx) => void]>([
    ['replacing', (tx) => tx.replace(stream(tx), 0, bytes('-'))],
    ['emptying', (tx) => tx.empty(stream(tx))],
    ['removing', (tx) => tx.remove(stream(tx))],
  ])('by %s is in no file any more once that is acknowledged', async (_, erase) => {
    const folder = newFolder();
    const store = openSqliteStore(folder, { onBroken });
    await append(store, SECRET);
    await append(store, 'x'.repeat(100_000));
    expect(onDisk(folder)).toBe(true);
    await store.write(erase);
    expect(onDisk(folder)).toBe(false);
    await store.close();
  });

  it('goes with the next write when somebody was reading the whole (a backup)', async () => {
    const folder = newFolder();
    const store = openSqliteStore(folder, { onBroken });
    await append(store, SECRET);
    const reader = openDatabase(folder);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM message').get();
    const begun = Date.now();
    await store.write((tx) => tx.empty(stream(tx)));
    expect(Date.now() - begun).toBeLessThan(2_000);
    expect(onDisk(folder)).toBe(true);
    reader.exec('ROLLBACK');
    reader.close();
    await append(store, 'next');
    expect(onDisk(folder)).toBe(false);
    await store.close();
  });
});

/** SQLite's code for a flush that failed. */
const IOERR_FSYNC = 1034;

function listenToCommits(db: DatabaseSync, onCommit: () => void): DatabaseSync {
  const exec = db.exec.bind(db);
  db.exec = (sql) => {
    if (sql === 'COMMIT') onCommit();
    exec(sql);
  };
  return db;
}
