import { describe, expect, it } from 'vitest';
import type { Application, OpenCase } from '../../src/application/application.ts';
import type { Database } from '../../src/application/ports.ts';
import type { CivilDate } from '../../src/core/shared/civilDate.ts';
import type { CaseId, EntityId } from '../../src/core/shared/ids.ts';
import { settle } from '../support/fakeClock.ts';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../support/createTestApplication.ts';

const FAMILY = 'family' as EntityId;
const rename = (value: string) => ({ type: 'set', entity: FAMILY, field: 'name', value }) as const;

async function openNewCase(application: Application, name: string): Promise<OpenCase> {
  const made = await application.createCase({ name, children: [] });
  const opened = made.ok ? await application.openCase(made.value) : made;
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** A device that notes how often the log of a case is read whole. */
function createCountingDevice() {
  const device = createTestDevice();
  const reads = { logs: 0 };
  const list: Database['list'] = (table, prefix) => {
    if (table === 'envelope' && prefix !== '') reads.logs++;
    return device.database.list(table, prefix);
  };
  return { device: { ...device, database: { ...device.database, list } }, reads };
}

describe('the list of cases', () => {
  it('is sorted by name, follows every save, and is empty while locked', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const bos = await openNewCase(application, 'Bos');
    await openNewCase(application, 'Aalders');
    const names = () => application.caseload.get().cases.map(({ name }) => name);
    expect(names()).toEqual(['Aalders', 'Bos']);
    await bos.change(rename('Aa'));
    await settle();
    expect(names()).toEqual(['Aa', 'Aalders']);
    await application.lock('asked');
    expect(application.caseload.get()).toEqual({ loaded: false, cases: [] });
  });

  it('comes from its kept lines, without reading a log', async () => {
    const { device, reads } = createCountingDevice();
    const first = await createTestApplication({ device, unlocked: true });
    for (let n = 0; n < 20; n++) (await openNewCase(first.application, `Familie ${String(n).padStart(2, '0')}`)).close();
    await settle();
    first.close();
    reads.logs = 0;
    const { application } = await createTestApplication({ device, unlocked: true });
    expect(application.caseload.get()).toMatchObject({ loaded: true });
    expect(application.caseload.get().cases.length).toBe(20);
    await settle();
    expect(reads.logs).toBe(0);
  });

  it('is made anew on another day: what was due tomorrow is overdue then', async () => {
    const { application, clock, device, close } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application, 'Bos');
    await openCase.change({ type: 'add', kind: 'action', fields: { what: 'bellen', due: '2026-11-24' as CivilDate } });
    await settle();
    expect(application.caseload.get().cases[0]!.actionsOverdue).toBe(0);
    close();
    clock.advance(3 * 86_400_000);
    const again = await createTestApplication({ device, unlocked: true });
    await settle();
    expect(again.application.caseload.get().cases[0]!.actionsOverdue).toBe(1);
  });

  it('is right again when the browser was killed before the line was kept, or the line was lost', async () => {
    const { application, device, close } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application, 'Bos');
    const kept = (await device.database.listLocal('summary/'))[0]!;
    await openCase.change(rename('Boom'));
    await settle();
    close();
    await device.database.putLocal(kept.key, kept.bytes);
    const behind = await createTestApplication({ device, unlocked: true });
    await settle();
    expect(behind.application.caseload.get()).toMatchObject({ loaded: true, cases: [{ name: 'Boom' }] });
    behind.close();
    await device.database.putLocal(kept.key, new Uint8Array(4));
    const lost = await createTestApplication({ device, unlocked: true });
    await settle();
    expect(lost.application.caseload.get()).toMatchObject({ loaded: true, cases: [{ name: 'Boom' }] });
  });

  it('says how long a closed case is kept, and that it is over once the day is there', async () => {
    const { application, clock, device, close } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application, 'Bos');
    const retention = () => application.caseload.get().cases[0]!.retention;
    expect(retention()).toBeNull();
    await openCase.change({ type: 'set', entity: FAMILY, field: 'phase', value: 'closure' });
    await settle();
    const until = `${Number(application.clock.today().slice(0, 4)) + 2}${application.clock.today().slice(4)}`;
    expect(retention()).toEqual({ ground: 'school', years: null, until, isOver: false, mayDestroy: true });
    close();
    clock.advance(731 * 86_400_000);
    const again = await createTestApplication({ device, unlocked: true });
    await settle();
    expect(again.application.caseload.get().cases[0]!.retention).toMatchObject({ until, isOver: true });
  });

  it('keeps nothing readable in its local copies', async () => {
    const { application, device } = await createTestApplication({ exampleFamily: true });
    await settle();
    await application.lock('asked');
    const copies = await device.database.listLocal('');
    expect(copies.length).toBeGreaterThan(1);
    const text = copies.map(({ bytes }) => new TextDecoder('latin1').decode(bytes)).join();
    for (const word of ['Milan', 'Zosia', 'verzonnen', 'goals']) expect(text).not.toContain(word);
  });
});

describe('a snapshot', () => {
  /** A case with many saves, closed; and how its log is read when it is opened again. */
  async function reopen(spoil: (database: Database, caseId: CaseId) => Promise<void>, until: 'page' | 'whole' = 'whole') {
    const { device, reads } = createCountingDevice();
    const first = await createTestApplication({ device, unlocked: true });
    const openCase = await openNewCase(first.application, 'Bos');
    await openCase.change({ type: 'add', kind: 'point', fields: { text: 'Wie belt?', kind: 'parked' } });
    for (let n = 0; n < 60; n++) await openCase.change(rename(`Bos ${n}`));
    await settle();
    await first.application.lock('asked');
    first.close();
    await spoil(device.database, openCase.caseId);
    const { application } = await createTestApplication({ device, unlocked: true });
    await settle();
    reads.logs = 0;
    const opened = await application.openCase(openCase.caseId, until);
    return {
      opened: opened.ok ? opened.value : null,
      name: opened.ok ? opened.value.view.get().family.name : '',
      logs: reads.logs,
      before: openCase.view.get(),
      after: opened.ok ? opened.value.view.get() : null,
    };
  }

  it('opens a case without reading its log, and the same view comes out', async () => {
    const { name, logs, before, after } = await reopen(async () => {});
    expect([name, logs]).toEqual(['Bos 59', 0]);
    expect(after).toEqual(before);
  });

  it('that does not open is put aside, and the log is folded', async () => {
    const { name, logs } = await reopen(async (database) => {
      for (const { key } of await database.listLocal('snapshot/')) await database.putLocal(key, new Uint8Array(100));
    });
    expect([name, logs]).toEqual(['Bos 59', 1]);
  });

  it('shows the page after a first look, and the rest by itself', async () => {
    const { opened, after, before, logs } = await reopen(async () => {}, 'page');
    expect([after!.family, after!.people, logs]).toEqual([before.family, before.people, 0]);
    expect(after!.points).toEqual([]);
    await opened!.whole();
    expect(opened!.view.get()).toEqual(before);
  });

  it('of which the rest is missing, or of another writing, gives the log', async () => {
    for (const spoilRest of [
      async (database: Database, key: string) => database.putLocal(key, new Uint8Array(100)),
      async (database: Database, key: string) => database.putLocal(key, (await database.getLocal(`${key}/look`))!),
    ]) {
      const { opened, name, before, logs } = await reopen(async (database) => {
        for (const { key } of await database.listLocal('snapshot/')) if (!key.endsWith('/look')) await spoilRest(database, key);
      }, 'page');
      expect([name, logs]).toEqual(['Bos 59', 0]);
      await opened!.whole();
      expect(opened!.view.get()).toEqual(before);
    }
  });

  it('takes an edit that began at the first look: nothing of it becomes a conflict', async () => {
    const { opened } = await reopen(async () => {}, 'page');
    const basis = opened!.basisOf(FAMILY, 'name');
    expect((await opened!.change({ ...rename('Bosch'), basis })).ok).toBe(true);
    expect(opened!.view.get()).toMatchObject({ family: { name: 'Bosch' }, conflicts: [] });
    expect((await opened!.history()).length).toBeGreaterThan(60);
  });

  it('is written when a case is locked away, also after one change', async () => {
    const { application, device } = await createTestApplication({ unlocked: true });
    await openNewCase(application, 'Bos');
    expect(await device.database.listLocal('snapshot/')).toEqual([]);
    await application.lock('asked');
    expect((await device.database.listLocal('snapshot/')).filter(({ key }) => key.endsWith('/look')).length).toBe(1);
    await application.unlock(PASSPHRASE);
    expect(application.caseload.get().cases.length).toBe(1);
  });
});
