import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../src/server/backup/backUp.ts';
import { checkDatabase } from '../../../src/server/backup/checkDatabase.ts';
import { restore } from '../../../src/server/backup/restore.ts';
import { DATABASE_FILE } from '../../../src/server/store/sqlite/openDatabase.ts';
import { migrations } from '../../../src/server/store/sqlite/migrations.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite/sqliteStore.ts';
import type { Store } from '../../../src/server/store/port.ts';

const AT = new Date('2026-11-24T17:30:05Z');
const LATER = new Date('2026-11-24T18:00:00Z');
const PATH = '/v1/doc/one/log';

let folder: string;
let data: string;
let backups: string;
const open: Store[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knooppunt-backup-'));
  data = join(folder, 'data');
  backups = join(folder, 'backups');
});
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function openStore(): Store {
  const store = openSqliteStore(data, {
    onBroken: (error) => {
      throw error;
    },
  });
  open.push(store);
  return store;
}

const append = (store: Store, ...words: readonly string[]) =>
  store.write((tx) => {
    const stream = tx.find(PATH) ?? tx.create(PATH, { contentType: 'application/cbor-seq' });
    return tx.append(
      stream,
      words.map((word) => Buffer.from(word)),
    ).tail;
  });

const readWords = (store: Store): readonly string[] =>
  store.read((tx) => {
    const stream = tx.find(PATH);
    return stream ? tx.read(stream, 0, 1_000_000).messages.map((bytes) => Buffer.from(bytes).toString()) : [];
  });

function makeBackup(at: Date = AT): string {
  const made = backUp(data, backups, at);
  if (!made.ok) throw new Error(made.error.type);
  return made.value.file;
}

describe('a backup', () => {
  it('holds what was committed, while the server goes on writing, and gets its name only when it is whole', async () => {
    const store = openStore();
    await append(store, 'one', 'two');
    const made = backUp(data, backups, AT);
    await append(store, 'three');
    expect(made).toMatchObject({ ok: true, value: { facts: { epoch: store.epoch, version: migrations.length, streams: 1, messages: 2 } } });
    expect(readdirSync(backups)).toEqual(['knooppunt-2026-11-24T17-30-05Z.sqlite']);
    expect(readWords(store)).toEqual(['one', 'two', 'three']);
  });

  it('can be read by its owner alone', async () => {
    await append(openStore(), 'one');
    expect(statSync(makeBackup()).mode & 0o777).toBe(0o600);
    expect(statSync(backups).mode & 0o777).toBe(0o700);
  });

  it('of a server that stands still is the same', async () => {
    const store = openStore();
    await append(store, 'one');
    await store.close();
    expect(checkDatabase(makeBackup())).toMatchObject({ ok: true, value: { messages: 1 } });
  });

  it('does not hold what was erased', async () => {
    const store = openStore();
    await append(store, 'a word that must be gone', 'stays');
    await store.write((tx) => tx.replace(tx.find(PATH)!, 0, Buffer.from('-')));
    const bytes = readFileSync(makeBackup());
    expect(bytes.includes('must be gone')).toBe(false);
    expect(bytes.includes('stays')).toBe(true);
  });

  it('says when there is nothing to copy, and never writes over an earlier one', async () => {
    expect(backUp(data, backups, AT)).toMatchObject({ ok: false, error: { type: 'NoDatabase' } });
    await append(openStore(), 'one');
    makeBackup();
    expect(backUp(data, backups, AT)).toMatchObject({ ok: false, error: { type: 'AlreadyThere' } });
  });
});

describe('the check', () => {
  it('refuses a file of something else, a damaged one, a message out of its place, and one of a newer server', async () => {
    await append(openStore(), 'one', 'x'.repeat(20_000));
    const good = makeBackup();
    const change = (name: string, sql: string) => {
      const file = join(folder, name);
      copyFileSync(good, file);
      const db = new DatabaseSync(file);
      db.exec(sql);
      db.close();
      return checkDatabase(file);
    };
    const text = join(folder, 'text');
    writeFileSync(text, 'no database at all, only words that are long enough to be read as a header of one');
    expect(checkDatabase(text)).toMatchObject({ ok: false, error: { type: 'NotOurs' } });

    const other = join(folder, 'other');
    const db = new DatabaseSync(other);
    db.exec('CREATE TABLE something (else_ TEXT)');
    db.close();
    expect(checkDatabase(other)).toMatchObject({ ok: false, error: { type: 'NotOurs' } });

    const damaged = join(folder, 'damaged');
    const bytes = readFileSync(good);
    bytes.fill(0xff, bytes.length - 3 * 4096);
    writeFileSync(damaged, bytes);
    expect(checkDatabase(damaged)).toMatchObject({ ok: false, error: { type: 'Damaged' } });

    expect(change('moved', 'UPDATE message SET position = 2 WHERE position = 3')).toMatchObject({ ok: false, error: { type: 'Damaged' } });
    expect(change('lost', 'PRAGMA foreign_keys = OFF; DELETE FROM stream')).toMatchObject({ ok: false, error: { type: 'Damaged' } });
    expect(change('newer', `PRAGMA user_version = ${migrations.length + 1}`)).toEqual({
      ok: false,
      error: { type: 'Newer', version: migrations.length + 1 },
    });
  });
});

describe('restoring', () => {
  it('puts the backup in place under a new epoch, and keeps the old database beside it', async () => {
    const before = openStore();
    await append(before, 'one');
    const file = makeBackup();
    await append(before, 'two');
    await before.close();

    const restored = restore(file, data, LATER);
    expect(restored).toMatchObject({ ok: true, value: { facts: { messages: 1 } } });
    const kept = join(data, 'knooppunt-before-restore-2026-11-24T18-00-00Z.sqlite');
    expect(readdirSync(data).sort()).toEqual(['knooppunt-before-restore-2026-11-24T18-00-00Z.sqlite', DATABASE_FILE]);
    expect(checkDatabase(kept)).toMatchObject({ ok: true, value: { epoch: before.epoch, messages: 2 } });

    const after = openStore();
    expect(readWords(after)).toEqual(['one']);
    expect(after.epoch).toMatch(/^[0-9a-f]{12}$/);
    expect(after.epoch).not.toBe(before.epoch);
    await append(after, 'two');
    expect(readWords(after)).toEqual(['one', 'two']);
  });

  it('works in an empty folder, and twice from one backup gives two epochs', async () => {
    const first = openStore();
    await append(first, 'one');
    const file = makeBackup();
    await first.close();
    rmSync(data, { recursive: true });
    expect(restore(file, data, AT)).toMatchObject({ ok: true, value: { kept: null } });
    const second = openStore();
    await second.close();
    expect(restore(file, data, LATER)).toMatchObject({ ok: true });
    expect(new Set([first.epoch, second.epoch, openStore().epoch]).size).toBe(3);
  });

  it('is refused while a server runs on the folder, also one of another process, and changes nothing', async () => {
    const store = openStore();
    await append(store, 'one');
    const file = makeBackup();
    await append(store, 'two');
    expect(restore(file, data, LATER)).toEqual({ ok: false, error: { type: 'InUse' } });
    await append(store, 'three');
    expect(readWords(store)).toEqual(['one', 'two', 'three']);
    await store.close();

    const script = `import { openSqliteStore } from ${JSON.stringify(join(import.meta.dirname, '../../../src/server/store/sqlite/sqliteStore.ts'))};
      openSqliteStore(${JSON.stringify(data)}, { onBroken: () => {} }); console.log('open'); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await once(other.stdout, 'data');
      expect(restore(file, data, LATER)).toEqual({ ok: false, error: { type: 'InUse' } });
    } finally {
      other.kill('SIGKILL');
      await once(other, 'exit');
    }
    // Killed, it holds nothing any more: no lock file stays behind.
    expect(restore(file, data, LATER)).toMatchObject({ ok: true });
    expect(readWords(openStore())).toEqual(['one']);
  });

  it('refuses a bad backup and leaves the database alone', async () => {
    const store = openStore();
    await append(store, 'one');
    const bytes = readFileSync(makeBackup());
    await store.close();
    const bad = join(folder, 'bad.sqlite');
    writeFileSync(bad, bytes.subarray(0, bytes.length - 4096));
    expect(restore(bad, data, LATER)).toMatchObject({ ok: false, error: { type: 'BadBackup', problem: { type: 'Damaged' } } });
    expect(restore(join(folder, 'nowhere'), data, LATER)).toMatchObject({ ok: false, error: { type: 'NoBackup' } });
    expect(readdirSync(data)).toEqual([DATABASE_FILE]);
    expect(readWords(openStore())).toEqual(['one']);
  });

  it('goes over a damaged database, whose log never meets the new one', async () => {
    const store = openStore();
    await append(store, 'one');
    const file = makeBackup();
    await store.close();
    writeFileSync(join(data, DATABASE_FILE), 'this is what a broken disk left of it, and no database any more, however long it is');
    writeFileSync(join(data, `${DATABASE_FILE}-wal`), 'an old log');
    expect(restore(file, data, LATER)).toMatchObject({ ok: true });
    expect(existsSync(join(data, `${DATABASE_FILE}-wal`))).toBe(false);
    expect(readWords(openStore())).toEqual(['one']);
  });
});

describe('the commands', () => {
  const run = async (command: string, ...words: readonly string[]) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../../src/server/backup', command), ...words], {
      env: { ...process.env, KNOOPPUNT_DATA: data },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, said };
  };

  it('say what they did and what to do, and end with 1 when nothing was done', async () => {
    const nothing = await run('backUpCommand.ts');
    expect(nothing).toMatchObject({ code: 1, said: expect.stringContaining('Is KNOOPPUNT_DATA right?') });

    const store = openStore();
    await append(store, 'one');
    const made = await run('backUpCommand.ts', backups);
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Read back whole: 1 streams, 1 messages.') });
    const file = join(backups, readdirSync(backups)[0]!);

    expect(await run('restoreCommand.ts', file)).toMatchObject({ code: 1, said: expect.stringContaining('Stop it first') });
    await store.close();
    expect(await run('restoreCommand.ts', file)).toMatchObject({ code: 0, said: expect.stringContaining('devices bring again') });
    expect(await run('restoreCommand.ts')).toMatchObject({ code: 1, said: expect.stringContaining('which backup?') });
  });
});
