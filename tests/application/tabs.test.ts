import { describe, expect, it } from 'vitest';
import type { Application, OpenCase } from '../../src/application/application.ts';
import { StorageFailure } from '../../src/application/ports.ts';
import type { CaseId, EntityId } from '../../src/core/shared/ids.ts';
import { settle } from '../support/fakeClock.ts';
import { createTestApplication, createTestDevice, PASSPHRASE, PROFILE } from '../support/createTestApplication.ts';

const FAMILY = 'family' as EntityId;
const setQuestion = (value: string) => ({ type: 'set', entity: FAMILY, field: 'questionSchool', value }) as const;
const addAgreement = (text: string) => ({ type: 'add', kind: 'agreement', fields: { text } }) as const;

async function open(application: Application, caseId: CaseId): Promise<OpenCase> {
  const opened = await application.openCase(caseId);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** Two tabs of one browser on one unlocked device, both with the same case open. The first is the writer. */
async function setup(device = createTestDevice()) {
  const writer = await createTestApplication({ device, unlocked: true });
  const follower = await createTestApplication({ device });
  const made = await writer.application.createCase({ name: 'Familie de Wit', children: [] });
  if (!made.ok) throw new Error('no case');
  await follower.application.unlock(PASSPHRASE);
  const [first, second] = [await open(writer.application, made.value), await open(follower.application, made.value)];
  const numbers = async () => (await device.database.list('envelope', '')).map(({ key }) => Number(key.slice(-10)));
  return { device, writer, follower, first, second, caseId: made.value, numbers };
}

describe('two tabs', () => {
  it('are told apart: one has the journal, the other says so', async () => {
    const { writer, follower } = await setup();
    expect([writer.application.storage.get().journal, follower.application.storage.get().journal]).toEqual(['open', 'otherTab']);
  });

  it('both save into one gapless chain and follow each other live', async () => {
    const { first, second, numbers } = await setup();
    const saves = await Promise.all([first, second, first, second, second].map((tab, n) => tab.change(addAgreement(`afspraak ${n}`))));
    expect(saves.every(({ ok }) => ok)).toBe(true);
    await settle();
    expect(await numbers()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const tab of [first, second]) expect(tab.view.get().agreements.length).toBe(5);
  });

  it('keep both values when both change one field from the same value', async () => {
    const { first, second } = await setup();
    const basis = first.basisOf(FAMILY, 'questionSchool');
    await Promise.all([first.change({ ...setQuestion('van de ene'), basis }), second.change({ ...setQuestion('van de andere'), basis })]);
    await settle();
    for (const tab of [first, second]) {
      expect(tab.view.get().conflicts.length).toBe(1);
      const values = tab.view.get().conflicts[0]!.candidates.map(({ value }) => String(value));
      expect(new Set(values)).toEqual(new Set(['van de ene', 'van de andere']));
    }
    await second.change({ type: 'resolve', entity: FAMILY, field: 'questionSchool', value: 'van de ene' });
    await settle();
    for (const tab of [first, second])
      expect([tab.view.get().conflicts.length, tab.view.get().family.questionSchool]).toEqual([0, 'van de ene']);
  });

  it('both write in one note, and no letter is lost', async () => {
    const { first, second } = await setup();
    const write = (tab: OpenCase, after: string) => tab.change({ type: 'write', entity: FAMILY, field: 'analysis', before: '', after });
    await Promise.all([write(first, 'rust '), write(second, 'ruimte ')]);
    await settle();
    expect(first.view.get().family.analysis.split(' ').toSorted()).toEqual(['', 'ruimte', 'rust']);
    expect(second.view.get().family.analysis).toBe(first.view.get().family.analysis);
  });

  it('show the same list, also of a case that the other tab made or removed', async () => {
    const { writer, follower, caseId } = await setup();
    const made = await follower.application.createCase({ name: 'Familie Bos', children: [] });
    await settle();
    const names = (application: Application) => application.caseload.get().cases.map(({ name }) => name);
    for (const { application } of [writer, follower]) expect(names(application)).toEqual(['Familie Bos', 'Familie de Wit']);
    expect((await (await open(writer.application, made.ok ? made.value : caseId)).change(setQuestion('hallo'))).ok).toBe(true);
    await follower.application.removeCase(caseId);
    await settle();
    for (const { application } of [writer, follower]) expect(names(application)).toEqual(['Familie Bos']);
  });

  it('lock together, unlock together, and count each other as activity', async () => {
    const { writer, follower, caseId } = await setup();
    await follower.application.lock('asked');
    await settle();
    expect(writer.application.device.get()).toMatchObject({ type: 'locked', because: 'otherTab' });
    await follower.application.unlock(PASSPHRASE);
    await settle();
    expect(writer.application.device.get().type).toBe('unlocked');
    expect((await (await open(follower.application, caseId)).change(setQuestion('na ontgrendelen'))).ok).toBe(true);
    for (let minute = 0; minute < 20; minute++) {
      writer.clock.advance(60_000);
      follower.application.noteActivity();
      await settle(2);
    }
    expect([writer.application.device.get().type, follower.application.device.get().type]).toEqual(['unlocked', 'unlocked']);
    writer.clock.advance(600_000);
    await settle();
    expect([writer.application.device.get().type, follower.application.device.get().type]).toEqual(['locked', 'locked']);
  });

  it('set up together: the other tab is not new any more', async () => {
    const device = createTestDevice();
    const [first, second] = [await createTestApplication({ device }), await createTestApplication({ device })];
    await second.application.setUpDevice({ ...PROFILE, passphrase: PASSPHRASE });
    await settle();
    expect([first.application.device.get().type, second.application.device.get().type]).toEqual(['unlocked', 'unlocked']);
  });

  it('are wiped together', async () => {
    const { device, writer, follower } = await setup();
    await follower.application.wipeDevice();
    await settle();
    expect([writer.application.device.get().type, follower.application.device.get().type]).toEqual(['new', 'new']);
    expect(await device.database.count()).toBe(0);
    expect((await follower.application.setUpDevice({ ...PROFILE, passphrase: 'nieuw' })).ok).toBe(true);
  });

  it('tell each other that the disk is full, and that it is not any more', async () => {
    const whole = createTestDevice();
    const tight = { full: false };
    const put: typeof whole.database.put = (records, mark) =>
      tight.full ? Promise.reject(new StorageFailure('diskFull')) : whole.database.put(records, mark);
    const { follower, second, first, writer, numbers } = await setup({ ...whole, database: { ...whole.database, put } });
    tight.full = true;
    expect(await second.change(setQuestion('wacht'))).toMatchObject({ ok: false, error: { type: 'NotSaved', problem: 'diskFull' } });
    expect(second.view.get().family.questionSchool).toBe('wacht');
    expect([writer.application.saving.get().type, follower.application.saving.get().type]).toEqual(['failed', 'failed']);
    tight.full = false;
    await follower.application.retrySaving();
    await settle();
    expect(follower.application.saving.get().type).toBe('saved');
    expect((await second.change(setQuestion('verder'))).ok).toBe(true);
    await settle();
    expect([await numbers(), first.view.get().family.questionSchool, first.view.get().conflicts]).toEqual([[0, 1, 2], 'verder', []]);
  });
});

describe('when the writer tab closes', () => {
  it('the other becomes the writer and saves on in the same chain', async () => {
    const { writer, follower, first, second, numbers } = await setup();
    await first.change(addAgreement('een'));
    writer.close();
    await settle();
    expect(follower.application.storage.get().journal).toBe('open');
    expect((await second.change(addAgreement('twee'))).ok).toBe(true);
    expect(second.view.get().agreements.map(({ text }) => text)).toEqual(['een', 'twee']);
    expect(await numbers()).toEqual([0, 1, 2]);
  });

  it.each(['before', 'after'] as const)('%s it stored what was handed over: done once, and acknowledged', async (moment) => {
    const whole = createTestDevice();
    let hold: Promise<void> | null = null;
    const put: typeof whole.database.put = async (records, mark) => {
      const isHeld = hold !== null && records.some(({ table }) => table === 'envelope');
      if (isHeld && moment === 'before') return await new Promise<void>(() => {});
      await whole.database.put(records, mark);
      if (isHeld) await new Promise<void>(() => {});
    };
    const { writer, second, numbers } = await setup({ ...whole, database: { ...whole.database, put } });
    hold = new Promise(() => {});
    const saving = second.change(addAgreement('overgedragen'));
    await settle();
    hold = null;
    writer.close();
    expect((await saving).ok).toBe(true);
    expect(second.view.get().agreements.map(({ text }) => text)).toEqual(['overgedragen']);
    expect(await numbers()).toEqual([0, 1]);
  });
});

describe('two tabs of two versions of the app (SPEC 13d)', () => {
  async function mixed() {
    const device = createTestDevice();
    const old = await createTestApplication({ device, unlocked: true, version: 'oud' });
    const made = await old.application.createCase({ name: 'Familie de Wit', children: [] });
    if (!made.ok) throw new Error('no case');
    const fresh = await createTestApplication({ device, version: 'nieuw' });
    await fresh.application.unlock(PASSPHRASE);
    const [first, second] = [await open(old.application, made.value), await open(fresh.application, made.value)];
    await settle();
    const told = () => [old, fresh].map(({ application }) => application.storage.get().otherVersion);
    return { old, fresh, first, second, told };
  }

  it('know of each other and do nothing that the other says', async () => {
    const { old, fresh, first, second, told } = await mixed();
    expect(told()).toEqual([true, true]);
    expect((await first.change(addAgreement('in de oude'))).ok).toBe(true);
    let saved: unknown = null;
    void second.change(addAgreement('in de nieuwe')).then((result) => (saved = result));
    for (let turn = 0; turn < 5; turn++) {
      old.clock.advance(2_000);
      await settle();
    }
    // Not heard there, not answered here, and not lost: see the next.
    expect([saved, first.view.get().agreements.map(({ text }) => text)]).toEqual([null, ['in de oude']]);
    expect([old, fresh].map(({ application }) => application.device.get().type)).toEqual(['unlocked', 'unlocked']);
    await old.application.changeProfile({ ...PROFILE, name: 'Anders', support: '' });
    await settle();
    expect(fresh.application.device.get()).toMatchObject({ profile: { name: PROFILE.name } });
  });

  it('save what was typed as soon as the other is closed, and say nothing of it any more', async () => {
    const { old, first, second, told } = await mixed();
    expect((await first.change(addAgreement('in de oude'))).ok).toBe(true);
    const saving = second.change(addAgreement('in de nieuwe'));
    await settle();
    old.close();
    expect((await saving).ok).toBe(true);
    expect(new Set(second.view.get().agreements.map(({ text }) => text))).toEqual(new Set(['in de oude', 'in de nieuwe']));
    expect(told()[1]).toBe(false);
  });

  it('lock together all the same, and forget each other when nothing is heard', async () => {
    const { old, fresh, told } = await mixed();
    old.clock.advance(61_000);
    expect(told()).toEqual([false, false]);
    await fresh.application.lock('asked');
    await settle();
    expect(old.application.device.get()).toMatchObject({ type: 'locked', because: 'otherTab' });
    expect(told()).toEqual([true, true]);
  });
});
