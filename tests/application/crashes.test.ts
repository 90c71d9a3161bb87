import { describe, expect, it } from 'vitest';
import type { Application, OpenCase } from '../../src/application/application.ts';
import type { CaseId, EntityId } from '../../src/core/shared/ids.ts';
import { settle } from '../support/fakeClock.ts';
import { PASSPHRASE, PROFILE } from '../support/createTestApplication.ts';
import { createDeviceOnDisk, type DeviceOnDisk } from '../support/deviceOnDisk.ts';
import { loseDatabase, type Outcome, type Step } from '../support/fakeDisk.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

const FAMILY = 'family' as EntityId;

async function open(application: Application, caseId: CaseId): Promise<OpenCase> {
  const opened = await application.openCase(caseId);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** A device with one case on it, closed well. */
async function setup(): Promise<{ readonly device: DeviceOnDisk; readonly caseId: CaseId; readonly doc: string }> {
  const device = createDeviceOnDisk();
  const { application, die } = await device.start();
  await application.setUpDevice({ ...PROFILE, passphrase: PASSPHRASE });
  const made = await application.createCase({ name: 'Familie de Wit', children: [] });
  if (!made.ok) throw new Error('no case');
  await settle();
  die();
  const doc = [...device.disk.records.values()].find(({ table }) => table === 'document')!.key;
  return { device, caseId: made.value, doc };
}

async function startUnlocked(device: DeviceOnDisk, faults?: Parameters<DeviceOnDisk['start']>[0]) {
  const started = await device.start(faults);
  expect((await started.application.unlock(PASSPHRASE)).ok).toBe(true);
  return started;
}

describe('a crash in the middle of a save', () => {
  const moments = (['database.put', 'journal.append'] as const).flatMap((step) =>
    (['dieBefore', 'dieAfter', 'tear'] as const).map((outcome) => [outcome, step] as const),
  );

  it.each(moments)('%s %s: what was acknowledged is there, and the chain goes on without a gap (SPEC 8)', async (outcome, at) => {
    const { device, caseId } = await setup();
    let armed = false;
    const first = await startUnlocked(device, (step) => (armed && step === at ? outcome : 'ok'));
    const openCase = await open(first.application, caseId);
    expect((await openCase.change({ type: 'set', entity: FAMILY, field: 'questionSchool', value: 'bewaard' })).ok).toBe(true);
    armed = true;
    void openCase.change({ type: 'set', entity: FAMILY, field: 'questionPupil', value: 'misschien' });
    await settle();
    first.die();

    const { application } = await startUnlocked(device);
    const again = await open(application, caseId);
    expect(again.view.get().family.questionSchool).toBe('bewaard');
    expect((await again.change({ type: 'set', entity: FAMILY, field: 'questionFamily', value: 'verder' })).ok).toBe(true);
    const keys = [...device.disk.records.values()].filter(({ table }) => table === 'envelope').map(({ key }) => Number(key.slice(-10)));
    expect(keys.toSorted((a, b) => a - b)).toEqual(keys.map((_, n) => n));
    expect(again.view.get().conflicts).toEqual([]);
  });
});

describe('a lost or damaged database', () => {
  it.each([true, false])('is rebuilt, and the case is as it was (told: %s)', async (told) => {
    const { device, caseId } = await setup();
    const first = await startUnlocked(device);
    await (await open(first.application, caseId)).change({ type: 'set', entity: FAMILY, field: 'questionSchool', value: 'bewaard' });
    first.die();
    loseDatabase(device.disk, told);
    const { application } = await startUnlocked(device);
    expect(application.storage.get().healed).toBe('rebuilt');
    const again = await open(application, caseId);
    expect(again.view.get().family.questionSchool).toBe('bewaard');
    // A new chain: numbers given out before the loss are never given out again.
    await again.change({ type: 'set', entity: FAMILY, field: 'questionSchool', value: 'verder' });
    const chains = new Set(
      [...device.disk.records.values()].filter(({ table }) => table === 'envelope').map(({ key }) => key.slice(0, -11)),
    );
    expect(chains.size).toBe(2);
  });

  it.each(['envelope', 'roster'] as const)('one damaged %s is mended from the journal when the case is opened', async (table) => {
    const { device, caseId, doc } = await setup();
    device.disk.local.clear();
    const damaged = [...device.disk.records].find(([, record]) => record.table === table && record.key.startsWith(doc))!;
    device.disk.records.set(damaged[0], { ...damaged[1], bytes: damaged[1].bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) });
    const { application } = await startUnlocked(device);
    expect((await open(application, caseId)).view.get().family.name).toBe('Familie de Wit');
  });

  it('with a journal that cannot be read is not taken for a new device', async () => {
    const { device } = await setup();
    loseDatabase(device.disk, true);
    const { application } = await device.start((step) => (step === 'database.put' ? 'storageLost' : 'ok'));
    expect(application.device.get()).toEqual({ type: 'unusable', problem: 'noStorage' });
  });
});

describe('a crash while a case is being removed', () => {
  const steps: readonly Step[] = ['database.put', 'journal.append', 'database.erase', 'journal.erase'];
  const outcomes: readonly Outcome[] = ['dieBefore', 'dieAfter'];
  const moments = steps.flatMap((step) => outcomes.flatMap((outcome) => [1, 2, 3].map((time) => [outcome, step, time] as const)));

  it.each(moments)('%s %s (time %i): afterwards it is whole or gone, never half', async (outcome, at, time) => {
    const { device, caseId, doc } = await setup();
    let times = 0;
    let armed = false;
    const first = await startUnlocked(device, (step) => (armed && step === at && ++times === time ? outcome : 'ok'));
    armed = true;
    let removed = false;
    void first.application.removeCase(caseId).then(({ ok }) => (removed = ok));
    await settle();
    first.die();

    const { application } = await startUnlocked(device);
    await settle();
    const isThere = application.caseload.get().cases.length === 1;
    const left = [...device.disk.records.values(), ...device.disk.journal].filter(({ key }) => key.includes(doc));
    if (isThere) expect((await open(application, caseId)).view.get().family.name).toBe('Familie de Wit');
    else expect(left).toEqual([]);
    if (removed) expect(isThere).toBe(false);
  });
});

describe('many lives of one device', () => {
  const RUNS = process.env['SOAK'] ? 1000 : 25;
  const OUTCOMES: readonly Outcome[] = [...Array<Outcome>(20).fill('ok'), 'diskFull', 'storageLost', 'dieBefore', 'dieAfter', 'tear'];

  it(`lose no acknowledged edit, in ${RUNS} runs of saves, failures, kills and lost databases with real sealing`, async () => {
    let acknowledgedInAll = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const random = createSeededRandom(seed);
      const { device, caseId } = await setup();
      const acknowledged = new Set<string>();
      let made = 0;
      for (let life = 0; life < 3; life++) {
        let armed = false;
        const { application, clock, die } = await startUnlocked(device, () => (armed ? random.pick(OUTCOMES) : 'ok'));
        const openCase = await open(application, caseId);
        armed = true;
        for (let n = 0; n < 6; n++) {
          const text = `afspraak ${made++}`;
          void openCase.change({ type: 'add', kind: 'agreement', fields: { text } }).then(({ ok }) => ok && acknowledged.add(text));
          await settle(random.below(40));
          if (random.below(3) === 0) clock.advance(20_000);
        }
        await settle(random.below(60));
        die();
        if (random.below(4) === 0) loseDatabase(device.disk, random.below(2) === 0);
      }
      const { application, die } = await startUnlocked(device);
      const texts = new Set((await open(application, caseId)).view.get().agreements.map(({ text }) => text));
      expect(
        [...acknowledged].filter((text) => !texts.has(text)),
        `seed ${seed}`,
      ).toEqual([]);
      acknowledgedInAll += acknowledged.size;
      die();
    }
    expect(acknowledgedInAll).toBeGreaterThan(RUNS * 2);
  });
});
