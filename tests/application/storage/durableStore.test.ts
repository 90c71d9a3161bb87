import { describe, expect, it } from 'vitest';
import { StorageFailure, type StoredRecord } from '../../../src/application/ports.ts';
import { createDurableStore } from '../../../src/application/storage/durableStore.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeDisk, openFakeDisk, type Outcome, type Step } from '../../support/fakeDisk.ts';

const record = (key: string): StoredRecord => ({ table: 'envelope', key, bytes: new TextEncoder().encode(key) });

function setup(faults: (step: Step) => Outcome | Promise<Outcome> = () => 'ok') {
  const disk = createFakeDisk();
  const clock = createFakeClock();
  const durable = createDurableStore({ ...openFakeDisk(disk, faults), clock });
  return { disk, clock, durable };
}

/** A step that waits until the test lets it go on. */
function createGate() {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  return { opened: promise, open: resolve };
}

describe('an edit is acknowledged only after both have it (SPEC 1b, 1c)', () => {
  it.each(['journal.append', 'database.put'] as const)('waits for %s', async (slow) => {
    const gate = createGate();
    const { durable, disk } = setup((step) => (step === slow ? gate.opened : 'ok'));
    let acknowledged = false;
    const writing = durable.write([record('a')]).then((result) => (acknowledged = result.ok));
    await settle();
    expect([acknowledged, durable.saving.get().type]).toEqual([false, 'saving']);
    expect(disk.records.size + disk.journal.length).toBe(1);
    gate.open('ok');
    await writing;
    expect([acknowledged, durable.saving.get().type, disk.records.size, disk.journal.length]).toEqual([true, 'saved', 1, 1]);
  });

  it('keeps the mark of the journal with the database', async () => {
    const { durable, disk } = setup();
    await durable.write([record('a'), record('b')]);
    expect(disk.mark?.records).toBe(2);
  });

  it('without a journal the database alone is enough (SPEC 1c)', async () => {
    const disk = createFakeDisk();
    const durable = createDurableStore({ database: openFakeDisk(disk).database, journal: null, clock: createFakeClock() });
    expect(await durable.write([record('a')])).toEqual({ ok: true, value: undefined });
    expect([disk.records.size, disk.journal.length, disk.mark]).toEqual([1, 0, null]);
  });

  it('stores what was written together in one go', async () => {
    const steps: Step[] = [];
    const { durable } = setup((step) => (steps.push(step), 'ok'));
    await Promise.all([durable.write([record('a')]), durable.write([record('b')]), durable.write([record('c')])]);
    expect(steps.toSorted()).toEqual(['database.put', 'journal.append']);
  });
});

describe('a full disk', () => {
  it.each(['journal.append', 'database.put'] as const)(
    'at %s: says so, keeps the sealed edit, and stores it later by itself',
    async (failing) => {
      let full = true;
      const { durable, disk, clock } = setup((step) => (full && step === failing ? 'diskFull' : 'ok'));
      const stored: string[] = [];
      expect(await durable.save([record('a')], () => stored.push('a'))).toEqual({
        ok: false,
        error: { type: 'NotSaved', problem: 'diskFull' },
      });
      expect(durable.saving.get()).toEqual({ type: 'failed', problem: 'diskFull', waiting: 1 });
      expect(stored).toEqual([]);
      full = false;
      clock.advance(1000);
      await settle();
      expect(durable.saving.get().type).toBe('saved');
      expect([stored, disk.records.size, disk.journal.length, disk.mark?.records]).toEqual([['a'], 1, 1, 1]);
    },
  );

  it('waits longer each time, and later edits wait behind it in order', async () => {
    let full = true;
    let tries = 0;
    const { durable, disk, clock } = setup((step) => (step === 'journal.append' && ++tries && full ? 'diskFull' : 'ok'));
    const stored: string[] = [];
    await durable.save([record('a')], () => stored.push('a'));
    await durable.save([record('b')], () => stored.push('b'));
    expect(durable.saving.get()).toMatchObject({ type: 'failed', waiting: 2 });
    tries = 0;
    for (let second = 0; second < 60; second++) {
      clock.advance(1000);
      await settle(3);
    }
    expect(tries).toBeLessThan(8);
    full = false;
    await durable.retry();
    expect([stored, disk.journal.map(({ key }) => key)]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(await durable.settle()).toBe(true);
  });

  it('a new edit tries at once', async () => {
    let full = true;
    const { durable } = setup(() => (full ? 'diskFull' : 'ok'));
    await durable.save([record('a')], () => {});
    full = false;
    expect((await durable.write([record('b')])).ok).toBe(true);
    expect(durable.saving.get().type).toBe('saved');
  });
});

describe('erasing', () => {
  it('takes the bytes out of both, and out of what still waits', async () => {
    let full = true;
    const { durable, disk, clock } = setup((step) => (full && step === 'journal.append' ? 'diskFull' : 'ok'));
    await durable.save([record('case/1')], () => {});
    full = false;
    expect((await durable.erase(['case/'])).ok).toBe(true);
    clock.advance(60_000);
    await settle();
    expect([disk.records.size, disk.journal.length]).toEqual([0, 0]);
  });

  it('tells when the disk refuses', async () => {
    const { durable } = setup((step) => (step === 'journal.erase' ? 'storageLost' : 'ok'));
    expect(await durable.erase(['x'])).toEqual({ ok: false, error: { type: 'NotSaved', problem: 'storageLost' } });
  });
});

it('an error that the adapter did not foresee is told as storage lost', async () => {
  const { durable } = setup(() => Promise.reject(new TypeError('closed')));
  expect(await durable.write([record('a')])).toEqual({ ok: false, error: { type: 'NotSaved', problem: 'storageLost' } });
  expect(new StorageFailure('diskFull').problem).toBe('diskFull');
});
