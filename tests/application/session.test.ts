import { describe, expect, it } from 'vitest';
import { settle } from '../support/fakeClock.ts';
import { createTestApplication, createTestDevice, PASSPHRASE, PROFILE } from '../support/createTestApplication.ts';

const FAMILY = { name: 'Familie de Wit', children: [] };

describe('first use', () => {
  it('is new, then unlocked with the own profile, and locked after a restart', async () => {
    const { application, device, close } = await createTestApplication();
    expect(application.device.get()).toEqual({ type: 'new' });
    expect((await application.setUpDevice({ ...PROFILE, passphrase: PASSPHRASE })).ok).toBe(true);
    expect(application.device.get()).toMatchObject({ type: 'unlocked', trial: false, profile: PROFILE });
    expect(application.storage.get()).toMatchObject({ journal: 'open', healed: 'nothing', recoveryCode: 'none', autoLockMinutes: 10 });
    close();
    const again = await createTestApplication({ device });
    expect(again.application.device.get()).toEqual({ type: 'locked', because: 'start', notBefore: null });
  });

  it('stores no name and no passphrase readable', async () => {
    const { device } = await createTestApplication({ unlocked: true });
    const { records } = await device.journal!.read(0);
    const text = records.map(({ key, bytes }) => key + new TextDecoder('latin1').decode(bytes)).join('\n');
    expect(records.length).toBeGreaterThan(3);
    for (const secret of [PROFILE.name, PROFILE.organisation, PASSPHRASE]) expect(text).not.toContain(secret);
  });

  it('says so when there is no storage at all', async () => {
    const device = createTestDevice();
    const broken = { ...device.database, open: () => Promise.reject(new Error('denied')) };
    const { application } = await createTestApplication({ device: { ...device, database: broken } });
    expect(application.device.get()).toEqual({ type: 'unusable', problem: 'noStorage' });
  });

  it('stays away from data of a newer app', async () => {
    const device = createTestDevice();
    await device.database.open();
    await device.database.put([{ table: 'device', key: 'device', bytes: Uint8Array.of(0x81, 0x02) }], null);
    const { application } = await createTestApplication({ device: { ...device, journal: null } });
    expect(application.device.get()).toEqual({ type: 'unusable', problem: 'newerData' });
  });

  it('works without a journal, and says that there is one copy', async () => {
    const { application } = await createTestApplication({ device: createTestDevice({ journal: null }), unlocked: true });
    expect(application.storage.get().journal).toBe('copy');
    expect((await application.createCase(FAMILY)).ok).toBe(true);
  });
});

describe('locking', () => {
  it('ends the worker that opens envelopes, which still holds what it read', async () => {
    let ended = 0;
    const opener = { prepare: () => {}, open: () => Promise.reject(new Error('nothing to open')), end: () => void (ended += 1) };
    const { application } = await createTestApplication({ device: createTestDevice({ opener }), unlocked: true });
    expect(ended).toBe(0);
    await application.lock('asked');
    expect(ended).toBe(1);
  });
});

describe('unlocking', () => {
  it('gives back the same cases after locking, again and again', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    await application.createCase(FAMILY);
    for (let cycle = 0; cycle < 5; cycle++) {
      await application.lock('asked');
      expect(application.device.get()).toEqual({ type: 'locked', because: 'asked', notBefore: null });
      expect(application.caseload.get().cases).toEqual([]);
      expect((await application.unlock(PASSPHRASE)).ok).toBe(true);
      expect(application.caseload.get().cases.map(({ name }) => name)).toEqual([FAMILY.name]);
    }
  });

  it('slows down after wrong passphrases, also over a restart', async () => {
    const { application, clock, device, close } = await createTestApplication({ unlocked: true });
    await application.lock('asked');
    const waits: (number | null)[] = [];
    for (let wrong = 0; wrong < 4; wrong++) {
      const tried = await application.unlock('fout');
      waits.push(!tried.ok && tried.error.type === 'WrongPassphrase' ? tried.error.notBefore && tried.error.notBefore - clock.now() : -1);
    }
    expect(waits).toEqual([null, null, null, 5000]);
    expect(await application.unlock(PASSPHRASE)).toMatchObject({ ok: false, error: { type: 'TooSoon' } });
    close();
    const again = await createTestApplication({ device });
    expect(await again.application.unlock(PASSPHRASE)).toMatchObject({ ok: false, error: { type: 'TooSoon' } });
    for (const [seconds, next] of [
      [5, 15],
      [15, 60],
      [60, 300],
      [300, 300],
    ] as const) {
      clock.advance(seconds * 1000);
      const tried = await again.application.unlock('fout');
      expect(tried).toMatchObject({ ok: false, error: { type: 'WrongPassphrase', notBefore: clock.now() + next * 1000 } });
    }
    clock.advance(300_000);
    expect((await again.application.unlock(PASSPHRASE)).ok).toBe(true);
  });

  it('never waits longer than the longest wait, even when the clock was set back', async () => {
    const { application, clock } = await createTestApplication({ unlocked: true });
    await application.lock('asked');
    for (let wrong = 0; wrong < 4; wrong++) await application.unlock('fout');
    clock.jumpTo(clock.now() - 400 * 86_400_000);
    clock.advance(300_000);
    const tried = await application.unlock(PASSPHRASE);
    expect(tried.ok || tried.error).toMatchObject({ type: 'TooSoon', notBefore: clock.now() + 300_000 });
  });

  it('with a changed passphrase only, and the old one opens nothing that is left', async () => {
    const { application, device } = await createTestApplication({ unlocked: true });
    expect(await application.changePassphrase('fout', 'nieuw')).toMatchObject({ ok: false, error: { type: 'WrongPassphrase' } });
    const before = (await device.journal!.read(0)).records.find(({ key }) => key === 'device')!.bytes;
    expect((await application.changePassphrase(PASSPHRASE, 'een heel nieuwe zin')).ok).toBe(true);
    const kept = (await device.journal!.read(0)).records.filter(({ key }) => key === 'device');
    expect(kept.length).toBe(1);
    expect(kept[0]!.bytes).not.toEqual(before);
    await application.lock('asked');
    expect((await application.unlock(PASSPHRASE)).ok).toBe(false);
    expect((await application.unlock('een heel nieuwe zin')).ok).toBe(true);
  });
});

describe('the automatic lock', () => {
  it('locks after ten minutes without anyone, and tells when', async () => {
    const { application, clock } = await createTestApplication({ unlocked: true });
    expect(application.device.get()).toMatchObject({ locksAt: clock.now() + 600_000 });
    clock.advance(599_000);
    expect(application.device.get().type).toBe('unlocked');
    clock.advance(1000);
    await settle();
    expect(application.device.get()).toMatchObject({ type: 'locked', because: 'idle' });
  });

  it('counts again with every sign of life', async () => {
    const { application, clock } = await createTestApplication({ unlocked: true });
    for (let minute = 0; minute < 30; minute++) {
      clock.advance(60_000);
      application.noteActivity();
    }
    expect(application.device.get()).toMatchObject({ type: 'unlocked', locksAt: clock.now() + 600_000 });
  });

  it('locks when a sleeping laptop wakes up too late', async () => {
    const { application, clock } = await createTestApplication({ unlocked: true });
    clock.jumpTo(clock.now() + 3_600_000);
    application.noteActivity();
    await settle();
    expect(application.device.get()).toMatchObject({ type: 'locked', because: 'idle' });
  });

  it('lasts as long as was chosen, also after unlocking again', async () => {
    const { application, clock } = await createTestApplication({ unlocked: true });
    await application.setAutoLock(3);
    expect(application.device.get()).toMatchObject({ locksAt: clock.now() + 180_000 });
    await application.lock('asked');
    await application.unlock(PASSPHRASE);
    expect(application.device.get()).toMatchObject({ locksAt: clock.now() + 180_000 });
    expect(application.storage.get().autoLockMinutes).toBe(3);
  });

  it('asks the fields first for what they still hold', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const made = await application.createCase(FAMILY);
    const opened = made.ok ? await application.openCase(made.value) : made;
    if (!opened.ok) throw new Error('no case');
    application.beforeLock(
      async () =>
        void (await opened.value.change({ type: 'set', entity: 'family' as never, field: 'questionSchool', value: 'nog niet bewaard' })),
    );
    await application.lock('idle');
    await application.unlock(PASSPHRASE);
    const again = made.ok ? await application.openCase(made.value) : made;
    expect(again.ok && again.value.basisOf('family' as never, 'questionSchool').length).toBe(1);
  });
});

describe('the recovery code', () => {
  it('is made, verified once, and opens the device with a new passphrase', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    await application.createCase(FAMILY);
    const made = await application.makeRecoveryCode();
    if (!made.ok) throw new Error('no code');
    expect(made.value).toMatch(/^([0-9A-Z]{4} ){6}[0-9A-Z]{4}$/);
    expect(application.storage.get().recoveryCode).toBe('made');
    expect(await application.verifyRecoveryCode('ABCD')).toMatchObject({ ok: false, error: { type: 'WrongRecoveryCode' } });
    expect((await application.verifyRecoveryCode(made.value.toLowerCase())).ok).toBe(true);
    expect(application.storage.get().recoveryCode).toBe('verified');
    await application.lock('asked');
    expect(await application.unlockWithRecoveryCode('0000 0000', 'nieuw')).toMatchObject({
      ok: false,
      error: { type: 'WrongRecoveryCode' },
    });
    expect((await application.unlockWithRecoveryCode(made.value, 'een nieuwe zin')).ok).toBe(true);
    expect(application.caseload.get().cases.length).toBe(1);
    await application.lock('asked');
    expect((await application.unlock(PASSPHRASE)).ok).toBe(false);
    expect((await application.unlock('een nieuwe zin')).ok).toBe(true);
  });

  it('of before opens nothing after a new one was made', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    const [first, second] = [await application.makeRecoveryCode(), await application.makeRecoveryCode()];
    if (!first.ok || !second.ok) throw new Error('no code');
    expect((await application.verifyRecoveryCode(first.value)).ok).toBe(false);
    await application.lock('asked');
    expect((await application.unlockWithRecoveryCode(first.value, 'x')).ok).toBe(false);
    expect((await application.unlockWithRecoveryCode(second.value, 'x')).ok).toBe(true);
  });
});

describe('settings', () => {
  it('keep a changed profile', async () => {
    const { application, device, close } = await createTestApplication({ unlocked: true });
    const next = { name: 'Anouk de Boer', discipline: 'teacher', organisation: 'De Beuk', support: 'Bas van ICT, toestel 12' };
    expect((await application.changeProfile(next)).ok).toBe(true);
    close();
    const again = await createTestApplication({ device, unlocked: true });
    expect(again.application.device.get()).toMatchObject({ profile: next });
  });

  it('know whether the device keeps data over a restart', async () => {
    const { application, device, close } = await createTestApplication({ unlocked: true });
    expect(application.storage.get().restartTest).toBe('notYet');
    await application.startRestartTest();
    expect(application.storage.get().restartTest).toBe('waitingForRestart');
    close();
    device.storageInfo.restartBrowser();
    const kept = await createTestApplication({ device });
    expect(kept.application.storage.get().restartTest).toBe('kept');
    kept.close();
    const emptied = await createTestApplication({ device: { ...createTestDevice(), storageInfo: device.storageInfo } });
    expect(emptied.application.storage.get().restartTest).toBe('lost');
  });

  it('show what the browser answered about keeping data', async () => {
    const { application } = await createTestApplication({ unlocked: true });
    expect(application.storage.get().persisted).toBe('denied');
    await application.askPersistence();
    expect(application.storage.get().persisted).toBe('granted');
  });
});
