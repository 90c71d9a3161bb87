import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../../src/server/store/sqlite/migrations.ts';
import { DATABASE_FILE } from '../../../src/server/store/sqlite/openDatabase.ts';
import { openSqliteStore } from '../../../src/server/store/sqlite/sqliteStore.ts';
import { earlierVersions } from './earlierVersions.ts';

const root = mkdtempSync(join(tmpdir(), 'migrations-'));
afterAll(() => rmSync(root, { recursive: true }));

const onBroken = (error: unknown) => {
  throw error;
};
const versionOf = (db: DatabaseSync) => db.prepare('PRAGMA user_version').get();
const schemaOf = (db: DatabaseSync) => db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();

describe('migrations', () => {
  it('have an example of every version before this one', () => {
    expect(earlierVersions.map(({ version }) => version)).toEqual(migrations.slice(1).map((_, index) => index + 1));
  });

  it.each(earlierVersions)('bring version $version to this one, with all it held', async ({ sql, version }) => {
    const folder = mkdtempSync(join(root, 'old-'));
    const old = new DatabaseSync(join(folder, DATABASE_FILE));
    old.exec(`${sql}; PRAGMA user_version = ${version}`);
    old.close();

    const store = openSqliteStore(folder, { onBroken });
    expect(store.epoch).toBe('0123456789ab');
    expect(
      store.read((tx) => {
        const stream = tx.find('/v1/stream/old')!;
        return { stream, ...tx.read(stream, 0, 100), producer: tx.producer(stream, 'p') };
      }),
    ).toMatchObject({
      stream: { contentType: 'text/plain', tail: 3, closed: true, seq: '7', ttl: 60, expiresAt: 1_000 },
      messages: [new TextEncoder().encode('old')],
      producer: { epoch: 2, seq: 5 },
    });
    await store.close();

    const [migrated, fresh] = [new DatabaseSync(join(folder, DATABASE_FILE)), new DatabaseSync(':memory:')];
    migrate(fresh);
    expect(schemaOf(migrated)).toEqual(schemaOf(fresh));
    expect(versionOf(migrated)).toEqual({ user_version: migrations.length });
    migrated.close();
  });

  it('leave a database of a newer version alone', () => {
    const db = new DatabaseSync(':memory:');
    db.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    expect(() => migrate(db)).toThrow(/newer version/);
    expect(schemaOf(db)).toEqual([]);
  });

  it('undo a step that fails as a whole, and go on from there next time', () => {
    const db = new DatabaseSync(':memory:');
    const steps = ['CREATE TABLE a (x)', 'CREATE TABLE b (x); SELECT x FROM nowhere'];
    expect(() => migrate(db, steps)).toThrow(/nowhere/);
    expect(versionOf(db)).toEqual({ user_version: 1 });
    expect(schemaOf(db)).toMatchObject([{ name: 'a' }]);
    migrate(db, [steps[0]!, 'CREATE TABLE b (x)']);
    expect(schemaOf(db)).toMatchObject([{ name: 'a' }, { name: 'b' }]);
  });
});
