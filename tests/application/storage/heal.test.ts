import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../../src/application/ports.ts';
import { createDurableStore } from '../../../src/application/storage/durableStore.ts';
import { heal } from '../../../src/application/storage/heal.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeDisk, loseDatabase, openFakeDisk, type FakeDisk, type Outcome, type Step } from '../../support/fakeDisk.ts';

const record = (key: string, content = key): StoredRecord => ({ table: 'envelope', key, bytes: new TextEncoder().encode(content) });
const deviceRecord = (content: string): StoredRecord => ({ ...record('device', content), table: 'device' });

/** One process that writes these, each alone; then it dies. */
async function write(disk: FakeDisk, records: readonly StoredRecord[], faults: (step: Step) => Outcome = () => 'ok'): Promise<void> {
  const { database, journal, die } = openFakeDisk(disk, faults);
  const durable = createDurableStore({ database, journal, clock: createFakeClock() });
  for (const one of records) {
    void durable.save([one], () => {});
    await settle(3);
  }
  die();
}

const start = (disk: FakeDisk) => {
  const { database, journal } = openFakeDisk(disk);
  return heal(database, journal, disk.lost);
};
const keysOf = (disk: FakeDisk) => ({
  database: [...disk.records.values()].map(({ key }) => key).toSorted(),
  journal: [...new Set(disk.journal.map(({ key }) => key))].toSorted(),
});

describe('at the next start', () => {
  it('nothing is done when both stand at the same place', async () => {
    const disk = createFakeDisk();
    await write(disk, [record('a'), record('b')]);
    expect(await start(disk)).toBe('nothing');
  });

  it.each(['dieBefore', 'dieAfter', 'tear'] as const)('after %s in the journal both have what either has', async (outcome) => {
    const disk = createFakeDisk();
    await write(disk, [record('a')]);
    await write(disk, [record('b')], (step) => (step === 'journal.append' ? outcome : 'ok'));
    await start(disk);
    expect(keysOf(disk).database).toEqual(keysOf(disk).journal);
    expect(keysOf(disk).database).toContain('a');
    expect(await start(disk)).toBe('nothing');
  });

  it.each(['dieBefore', 'dieAfter', 'tear'] as const)('after %s in the database both have what either has', async (outcome) => {
    const disk = createFakeDisk();
    await write(disk, [record('a')]);
    await write(disk, [record('b')], (step) => (step === 'database.put' ? outcome : 'ok'));
    await start(disk);
    expect(keysOf(disk)).toEqual({ database: ['a', 'b'], journal: ['a', 'b'] });
    expect(await start(disk)).toBe('nothing');
  });

  it.each([true, false])('a lost database is rebuilt from the journal (the browser told it: %s)', async (told) => {
    const disk = createFakeDisk();
    await write(disk, [record('a'), record('b'), deviceRecord('een')]);
    loseDatabase(disk, told);
    expect(await start(disk)).toBe('rebuilt');
    expect(keysOf(disk).database).toEqual(['a', 'b', 'device']);
  });

  it('a lost journal is written anew from the database', async () => {
    const disk = createFakeDisk();
    await write(disk, [record('a'), record('b')]);
    disk.journal = [];
    expect(await start(disk)).toBe('repaired');
    expect(keysOf(disk).journal).toEqual(['a', 'b']);
  });

  it('the newest form of a rewritten record counts, on whichever side it is', async () => {
    const bytesOf = (disk: FakeDisk) => new TextDecoder().decode(disk.records.get('device device')!.bytes);
    const ahead = createFakeDisk();
    await write(ahead, [deviceRecord('een')]);
    await write(ahead, [deviceRecord('twee')], (step) => (step === 'database.put' ? 'dieBefore' : 'ok'));
    await start(ahead);
    expect(bytesOf(ahead)).toBe('twee');

    const behind = createFakeDisk();
    await write(behind, [deviceRecord('een')]);
    await write(behind, [deviceRecord('twee')], (step) => (step === 'journal.append' ? 'storageLost' : 'ok'));
    await start(behind);
    expect(bytesOf(behind)).toBe('twee');
    expect(new TextDecoder().decode(behind.journal.at(-1)!.bytes)).toBe('twee');
  });

  it('an envelope that was damaged in the database comes from the journal', async () => {
    const disk = createFakeDisk();
    await write(disk, [record('a'), record('b')]);
    disk.records.set('envelope a', record('a', 'kapot'));
    const { database, journal } = openFakeDisk(disk);
    await journal.open();
    await createDurableStore({ database, journal, clock: createFakeClock() }).mend();
    expect(new TextDecoder().decode(disk.records.get('envelope a')!.bytes)).toBe('a');
  });
});
