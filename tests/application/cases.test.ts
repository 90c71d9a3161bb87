import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../src/application/application.ts';
import type { Application } from '../../src/application/application.ts';
import type { EntityId } from '../../src/core/shared/ids.ts';
import { StorageFailure } from '../../src/application/ports.ts';
import { settle } from '../support/fakeClock.ts';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../support/createTestApplication.ts';

const FAMILY = 'family' as EntityId;
const setQuestion = (value: string) => ({ type: 'set', entity: FAMILY, field: 'questionSchool', value }) as const;

async function openNewCase(application: Application, name = 'Familie de Wit'): Promise<OpenCase> {
  const made = await application.createCase({ name, children: [] });
  const opened = made.ok ? await application.openCase(made.value) : made;
  if (!opened.ok) throw new Error(`no case: ${opened.error.type}`);
  return opened.value;
}

async function openAgain(application: Application, { caseId }: OpenCase): Promise<OpenCase> {
  const opened = await application.openCase(caseId);
  if (!opened.ok) throw new Error('not there');
  return opened.value;
}

/** A device whose disk can be full. */
function createTightDevice() {
  const device = createTestDevice();
  const tight = { full: false };
  const database: typeof device.database = {
    ...device.database,
    put: (records, mark) => (tight.full ? Promise.reject(new StorageFailure('diskFull')) : device.database.put(records, mark)),
  };
  return { device: { ...device, database }, tight };
}

describe('a case', () => {
  it('begins with the family, its children and whoever made it', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const child = {
      name: 'Sem',
      birthDate: '2018-03-02' as never,
      school: 'De Regenboog',
      schoolGroup: '5',
      edexmlKey: 'k1',
      brin: '00AA',
    };
    const made = await application.createCase({ name: 'Familie de Wit', children: [child] });
    const opened = made.ok ? await application.openCase(made.value) : made;
    if (!opened.ok) throw new Error('no case');
    const view = opened.value.view.get();
    expect(view.family).toMatchObject({ name: 'Familie de Wit', phase: 'intake' });
    expect(view.children).toMatchObject([child]);
    expect(view.me).toMatchObject({ name: 'Anouk Visser', discipline: 'internalCoordinator' });
    expect(application.caseload.get()).toMatchObject({ loaded: true, cases: [{ name: 'Familie de Wit', phase: 'intake' }] });
  });

  it('without a name is refused, and nothing is made', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const made = await application.createCase({ name: 'x'.repeat(100), children: [] });
    expect(made).toMatchObject({ ok: false, error: { type: 'TextTooLong' } });
    expect(application.caseload.get().cases).toEqual([]);
  });

  it('has everything that was acknowledged after a restart', async () => {
    const { application, device, close } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application);
    for (let n = 0; n < 60; n++) expect((await openCase.change(setQuestion(`vraag ${n}`))).ok).toBe(true);
    close();
    const again = await createTestApplication({ device, unlocked: true });
    expect((await openAgain(again.application, openCase)).view.get().family.questionSchool).toBe('vraag 59');
  });

  it('changes by several commands in one save', async () => {
    const { application, device } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application);
    const before = (await device.database.list('envelope', '')).length;
    const added = await openCase.change(
      { type: 'add', kind: 'strength', fields: { text: 'bouwt uren', domain: 'home' } },
      { type: 'add', kind: 'strength', fields: { text: 'durft bij voetbal', domain: 'leisure' } },
    );
    expect(added.ok && added.value.added.length).toBe(2);
    expect(openCase.view.get().strengths.map(({ text }) => text)).toEqual(['bouwt uren', 'durft bij voetbal']);
    expect((await device.database.list('envelope', '')).length).toBe(before + 1);
  });

  it('is one gapless chain, with every envelope in the outbox too', async () => {
    const { application, device } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application);
    await Promise.all([1, 2, 3, 4, 5].map((n) => openCase.change({ type: 'add', kind: 'agreement', fields: { text: `afspraak ${n}` } })));
    const envelopes = (await device.database.list('envelope', '')).map(({ key }) => key);
    expect(envelopes.map((key) => Number(key.slice(-10)))).toEqual([0, 1, 2, 3, 4, 5]);
    expect((await device.database.list('outbox', '')).map(({ key }) => key)).toEqual(envelopes);
    expect(openCase.view.get().conflicts).toEqual([]);
  });

  it('merges a long note without losing a letter', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application);
    const write = (before: string, after: string) => openCase.change({ type: 'write', entity: FAMILY, field: 'analysis', before, after });
    await Promise.all([write('', 'rust'), write('rust', 'rust en een eigen plek')]);
    expect(openCase.view.get().family.analysis).toBe('rust en een eigen plek');
  });

  it('never meets its own earlier value as a conflict, though the field keeps what it saw first', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application);
    await openCase.change(setQuestion('eerst'));
    const basis = openCase.basisOf(FAMILY, 'questionSchool');
    for (const value of ['eerst a', 'eerst ab', 'eerst abc']) await openCase.change({ ...setQuestion(value), basis });
    expect(openCase.view.get().family.questionSchool).toBe('eerst abc');
    expect(openCase.view.get().conflicts).toEqual([]);
  });

  it('tells who changed what, newest first', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application);
    const added = await openCase.change({ type: 'add', kind: 'agreement', fields: { text: 'app na 15.00 uur' } });
    const agreement = added.ok ? added.value.added[0]! : FAMILY;
    await openCase.change({ type: 'set', entity: agreement, field: 'text', value: 'app na 16.00 uur' });
    await openCase.change({ type: 'remove', entity: agreement });
    const history = (await openCase.history()).filter(({ entity, field }) => entity === agreement && field !== 'order');
    expect(history.map(({ change, value }) => [change, value])).toEqual([
      ['removed', true],
      ['changed', 'app na 16.00 uur'],
      ['added', 'app na 15.00 uur'],
    ]);
  });
});

describe('undo', () => {
  it('takes back the newest own change, one at a time', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application);
    expect(openCase.undoable.get()).toBe(null);
    await openCase.change(setQuestion('een'));
    await openCase.change(setQuestion('twee'));
    expect(openCase.undoable.get()?.commands).toEqual([setQuestion('twee')]);
    await openCase.undo();
    expect(openCase.view.get().family.questionSchool).toBe('een');
    await openCase.undo();
    expect(openCase.view.get().family.questionSchool).toBe('');
    expect(openCase.undoable.get()).toBe(null);
  });

  it('removes what was added, and puts back what was removed', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application);
    const added = await openCase.change({ type: 'add', kind: 'agreement', fields: { text: 'bellen' } });
    const agreement = added.ok ? added.value.added[0]! : FAMILY;
    await openCase.change({ type: 'remove', entity: agreement });
    expect(openCase.view.get().agreements).toEqual([]);
    await openCase.undo();
    expect(openCase.view.get().agreements.map(({ text }) => text)).toEqual(['bellen']);
    await openCase.undo();
    expect(openCase.view.get().agreements).toEqual([]);
  });

  it('gives a note its earlier text back', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const openCase = await openNewCase(application);
    await openCase.change({ type: 'write', entity: FAMILY, field: 'analysis', before: '', after: 'rust' });
    await openCase.change({ type: 'write', entity: FAMILY, field: 'analysis', before: 'rust', after: 'rust en ruimte' });
    await openCase.undo();
    expect(openCase.view.get().family.analysis).toBe('rust');
  });
});

describe('a full disk', () => {
  it('says so, shows the text, and stores it once when there is room', async () => {
    const { device, tight } = createTightDevice();
    const { application, clock, close } = await createTestApplication({ device, unlocked: true });
    const openCase = await openNewCase(application);
    tight.full = true;
    expect(await openCase.change(setQuestion('blijft staan'))).toEqual({ ok: false, error: { type: 'NotSaved', problem: 'diskFull' } });
    expect(application.saving.get()).toMatchObject({ type: 'failed', problem: 'diskFull', waiting: 1 });
    expect(openCase.view.get().family.questionSchool).toBe('blijft staan');
    expect((await openCase.change(setQuestion('blijft ook staan'))).ok).toBe(false);
    tight.full = false;
    clock.advance(60_000);
    await settle();
    expect(application.saving.get().type).toBe('saved');
    expect(openCase.view.get().conflicts).toEqual([]);
    close();
    const again = await createTestApplication({ device, unlocked: true });
    expect((await openAgain(again.application, openCase)).view.get().family.questionSchool).toBe('blijft ook staan');
    expect((await device.database.list('envelope', '')).map(({ key }) => Number(key.slice(-10)))).toEqual([0, 1, 2]);
  });

  it('does not double a note that the field sends again', async () => {
    const { device, tight } = createTightDevice();
    const { application } = await createTestApplication({ device, unlocked: true });
    const openCase = await openNewCase(application);
    const write = (after: string) => openCase.change({ type: 'write', entity: FAMILY, field: 'analysis', before: '', after });
    tight.full = true;
    await write('rust');
    await write('rust en ruimte');
    tight.full = false;
    expect((await write('rust en ruimte thuis')).ok).toBe(true);
    expect(openCase.view.get().family.analysis).toBe('rust en ruimte thuis');
  });

  it('keeps waiting edits over a lock, at their own place in the log', async () => {
    const { device, tight } = createTightDevice();
    const { application } = await createTestApplication({ device, unlocked: true });
    const openCase = await openNewCase(application);
    tight.full = true;
    await openCase.change(setQuestion('wacht'));
    await application.lock('asked');
    await application.unlock(PASSPHRASE);
    const again = await openAgain(application, openCase);
    expect(again.view.get().family.questionSchool).toBe('wacht');
    tight.full = false;
    expect((await again.change(setQuestion('verder'))).ok).toBe(true);
    const keys = (await device.database.list('envelope', '')).map(({ key }) => Number(key.slice(-10)));
    expect(keys).toEqual([0, 1, 2]);
    expect(again.view.get().family.questionSchool).toBe('verder');
  });

  it('is no moment to load the page anew', async () => {
    const { device, tight } = createTightDevice();
    const { application } = await createTestApplication({ device, unlocked: true });
    const openCase = await openNewCase(application);
    tight.full = true;
    application.beforeLock(async () => void (await openCase.change(setQuestion('nog in het veld'))));
    expect(await application.saveEverything()).toEqual({ ok: false, error: { type: 'NotSaved', problem: 'diskFull' } });
    tight.full = false;
    expect((await application.saveEverything()).ok).toBe(true);
    expect(openCase.view.get().family.questionSchool).toBe('nog in het veld');
  });

  it('makes no half case', async () => {
    const { device, tight } = createTightDevice();
    const { application, clock } = await createTestApplication({ device, unlocked: true });
    tight.full = true;
    expect(await application.createCase({ name: 'Familie de Wit', children: [] })).toMatchObject({
      ok: false,
      error: { type: 'NotSaved' },
    });
    tight.full = false;
    clock.advance(600_000 - 1);
    await settle();
    expect(await device.database.list('document', '')).toEqual([]);
    expect(application.saving.get().type).toBe('saved');
  });
});

describe('removing a case', () => {
  it('leaves no byte of it in database and journal, and others untouched', async () => {
    const { application, device } = await createTestApplication({ unlocked: true });
    const gone = await openNewCase(application, 'Familie Weg');
    await gone.change(setQuestion('weg'));
    const stays = await openNewCase(application, 'Familie Blijft');
    const documents = await device.database.list('document', '');
    const doc = (await device.database.list('envelope', ''))
      .map(({ key }) => key)
      .find((key) => key.endsWith('/0000000001'))!
      .split('/')[0]!;
    const before = (await device.journal!.read(0)).records.filter(({ key }) => key.startsWith(doc));
    expect(before.length).toBeGreaterThan(4);
    gone.close();
    expect((await application.removeCase(gone.caseId)).ok).toBe(true);
    const left = [
      ...(await device.journal!.read(0)).records,
      ...(await device.database.list('envelope', '')),
      ...(await device.database.list('document', '')),
      ...(await device.database.list('roster', '')),
      ...(await device.database.list('device', '')),
      ...(await device.database.listLocal('')),
    ];
    expect(left.filter(({ key }) => key.includes(doc))).toEqual([]);
    const bytesLeft = new Set(left.map(({ bytes }) => Buffer.from(bytes).toString('hex')));
    expect(before.filter(({ bytes }) => bytes.length > 0 && bytesLeft.has(Buffer.from(bytes).toString('hex')))).toEqual([]);
    expect((await device.database.list('document', '')).length).toBe(documents.length - 1);
    expect(application.caseload.get().cases.map(({ name }) => name)).toEqual(['Familie Blijft']);
    expect((await stays.change(setQuestion('nog hier'))).ok).toBe(true);
    expect(await application.openCase(gone.caseId)).toMatchObject({ ok: false, error: { type: 'UnknownCase' } });
  });
});

describe('wiping the device', () => {
  it('leaves nothing, and the device is new', async () => {
    const { application, device } = await createTestApplication({ unlocked: true });
    await openNewCase(application);
    await application.wipeDevice();
    expect(application.device.get()).toEqual({ type: 'new' });
    expect(application.caseload.get().cases).toEqual([]);
    expect([
      await device.database.count(),
      (await device.journal!.read(0)).records.length,
      (await device.database.listLocal('')).length,
    ]).toEqual([0, 0, 0]);
    expect((await application.setUpDevice({ name: 'Nieuw', discipline: 'teacher', organisation: 'x', passphrase: 'y' })).ok).toBe(true);
    expect((await application.createCase({ name: 'Familie', children: [] })).ok).toBe(true);
  });
});
