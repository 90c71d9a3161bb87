import { describe, expect, it } from 'vitest';
import type { StoredRecord } from '../../../src/application/ports.ts';
import { createDurableStore, type DurableStore } from '../../../src/application/storage/durableStore.ts';
import { heal } from '../../../src/application/storage/heal.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeDisk, loseDatabase, openFakeDisk, type Outcome } from '../../support/fakeDisk.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';

const RUNS = process.env['SOAK'] ? 20_000 : 500;
const STEPS = 30;
const OUTCOMES: readonly Outcome[] = ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'diskFull', 'storageLost', 'dieBefore', 'dieAfter', 'tear'];

interface Result {
  readonly acknowledged: number;
  readonly crashes: number;
  readonly lost: readonly string[];
}

/** One life of a device: saves, failures, crashes, lost databases and restarts, all from one seed. */
async function live(seed: number, { withJournal }: { readonly withJournal: boolean }): Promise<Result> {
  const random = createSeededRandom(seed);
  const clock = createFakeClock();
  const disk = createFakeDisk();
  const acknowledged = new Set<string>();
  let made = 0;
  let crashes = 0;

  /** A process: opens, heals, and dies when told or when a fault says so. */
  async function begin(): Promise<{ readonly durable: DurableStore; readonly die: () => void }> {
    const { database, journal, die } = openFakeDisk(disk, async () => {
      for (let turn = random.below(4); turn > 0; turn--) await Promise.resolve();
      return random.pick(OUTCOMES);
    });
    const healthy = openFakeDisk(disk);
    if (withJournal) await heal(healthy.database, healthy.journal, disk.lost);
    return { durable: createDurableStore({ database, journal: withJournal ? journal : null, clock }), die };
  }

  let process = await begin();
  for (let step = 0; step < STEPS; step++) {
    const action = random.below(10);
    if (action < 7) {
      const keys = Array.from({ length: 1 + random.below(3) }, () => `${String(made++).padStart(6, '0')}`);
      const records = keys.map((key): StoredRecord => ({ table: 'envelope', key, bytes: random.bytes(4) }));
      const note = () => keys.forEach((key) => acknowledged.add(key));
      void process.durable.save(records, note);
    } else if (action === 7) clock.advance(random.below(40_000));
    else if (action === 8) await settle(1);
    else {
      process.die();
      crashes++;
      if (random.below(4) === 0) loseDatabase(disk, random.below(2) === 0);
      process = await begin();
    }
    for (let turn = random.below(12); turn > 0; turn--) await Promise.resolve();
  }
  process.die();
  await begin();
  const there = new Set([...disk.records.values()].map(({ key }) => key));
  const copied = new Set(disk.journal.map(({ key }) => key));
  const lost = [...acknowledged].filter((key) => !there.has(key) || (withJournal && !copied.has(key)));
  return { acknowledged: acknowledged.size, crashes, lost };
}

describe('whatever happens to the storage (SPEC 8)', () => {
  it(`loses no acknowledged edit in ${RUNS} lives of a device`, async () => {
    let [acknowledged, crashes] = [0, 0];
    for (let seed = 1; seed <= RUNS; seed++) {
      const result = await live(seed, { withJournal: true });
      expect(result.lost, `seed ${seed}`).toEqual([]);
      acknowledged += result.acknowledged;
      crashes += result.crashes;
    }
    expect([acknowledged > RUNS * 3, crashes > RUNS]).toEqual([true, true]);
  });

  it('would have noticed: without the journal a lost database is a loss', async () => {
    let lost = 0;
    for (let seed = 1; seed <= 50; seed++) lost += (await live(seed, { withJournal: false })).lost.length;
    expect(lost).toBeGreaterThan(0);
  });
});
