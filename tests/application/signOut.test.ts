import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isViewsRow } from '../../src/protocol/storedKeys.ts';
import type { EntityId } from '../../src/core/shared/ids.ts';
import { createTestApplication, createTestDevice, PASSPHRASE, PROFILE, type TestDevice } from '../support/createTestApplication.ts';
import { must, type Teller } from '../support/exchangeStory.ts';
import { settle } from '../support/fakeClock.ts';
import { createFakePasskeys } from '../support/fakePasskeys.ts';
import { createNeighbourhood, isGreen, makeCase, type Neighbourhood } from '../support/neighbours.ts';
import { createSeededRandom } from '../support/seededRandom.ts';
import { until } from '../support/until.ts';

const FAMILY = { name: 'Familie de Wit', children: [] };
const NEW_PERSON = { ...PROFILE, passphrase: PASSPHRASE };
const question = (value: string) => ({ type: 'set', entity: 'family' as EntityId, field: 'questionSchool', value }) as const;

/** Looks without making anything: a memory that was wiped is closed. */
async function expectNothingLeft({ database, journal, storageInfo }: TestDevice): Promise<void> {
  await expect(database.count()).rejects.toThrow('storageLost');
  expect(storageInfo.readRestartMark()).toBeNull();
  await database.open();
  expect(await database.count()).toBe(0);
  expect(await database.listLocal('')).toEqual([]);
  await journal!.open();
  expect((await journal!.read(0)).records).toEqual([]);
}

describe('a shared device', () => {
  it('locks sooner, knows it after unlocking again, and has no other key than the passphrase', async () => {
    const device = createTestDevice({ passkeys: createFakePasskeys() });
    const { application, clock } = await createTestApplication({ device });
    must(await application.setUpDevice({ ...NEW_PERSON, shared: true }));
    expect(application.device.get()).toMatchObject({ locksAt: clock.now() + 180_000 });
    expect(application.storage.get()).toMatchObject({ shared: true, passkey: 'unsupported', autoLockMinutes: 3 });
    await application.setAutoLock(30);
    expect(application.storage.get().autoLockMinutes).toBe(5);
    await application.lock('asked');
    must(await application.unlock(PASSPHRASE));
    expect(application.storage.get()).toMatchObject({ shared: true, autoLockMinutes: 5 });
  });

  it('can be made one later, which takes the passkey away, and be one no more', async () => {
    const passkeys = createFakePasskeys();
    const { application } = await createTestApplication({ device: createTestDevice({ passkeys }), unlocked: true });
    must(await application.addPasskey('Knooppunt op dit apparaat'));
    must(await application.setShared(true));
    expect(application.storage.get()).toMatchObject({ shared: true, autoLockMinutes: 3, passkey: 'unsupported' });
    expect(passkeys.ids()).toEqual([]);
    must(await application.setShared(false));
    expect(application.storage.get()).toMatchObject({ shared: false, autoLockMinutes: 10, passkey: 'none' });
  });

  it('on which nobody wrote is left at once, in every tab, and can be begun on again', async () => {
    const device = createTestDevice();
    const [here, there] = [await createTestApplication({ device }), await createTestApplication({ device })];
    must(await here.application.setUpDevice({ ...NEW_PERSON, shared: true }));
    await settle();
    expect(there.application.device.get().type).toBe('unlocked');
    device.storageInfo.writeRestartMark('a start');
    must(await there.application.signOut());
    await settle();
    expect(here.application.device.get()).toEqual({ type: 'signedOut' });
    expect(there.application.device.get()).toEqual({ type: 'signedOut' });
    await expect(device.database.count()).rejects.toThrow('storageLost');
    // A third tab, while both others still stand there.
    const third = await createTestApplication({ device });
    expect(third.application.device.get()).toEqual({ type: 'new' });
    const begun = third.application.setUpDevice({ ...NEW_PERSON, name: 'Bram de Groot' });
    await settle();
    device.clock.advance(2000);
    must(await begun);
    await settle();
    for (const { application } of [here, there, third])
      expect(application.device.get()).toMatchObject({ type: 'unlocked', profile: { name: 'Bram de Groot' } });
    must(await third.application.createCase(FAMILY));
  });

  it('keeps what is nowhere else: says how much, and goes on; in a file it may go', async () => {
    const { application, device } = await createTestApplication();
    must(await application.setUpDevice({ ...NEW_PERSON, shared: true }));
    must(await application.createCase(FAMILY));
    expect(await application.signOut()).toEqual({ ok: false, error: { type: 'StillWaiting', waiting: 1 } });
    must(await application.createCase(FAMILY));
    await application.lock('asked');
    expect(await application.signOut()).toEqual({ ok: false, error: { type: 'Locked' } });
    must(await application.unlock(PASSPHRASE));
    const { file } = must(await application.makeBackup());
    must(await application.signOut('exported'));
    await expectNothingLeft(device);
    const elsewhere = await createTestApplication();
    must(await elsewhere.application.restoreBackup(file, { passphrase: PASSPHRASE }));
    await until(() => elsewhere.application.caseload.get().cases.length === 2);
  });
});

describe('a shared device with a server', () => {
  let street: Neighbourhood;
  let laptop: Teller;
  beforeEach(async () => {
    street = await createNeighbourhood();
    laptop = await street.founder('Anouk Visser');
    must(await laptop.device.setShared(true));
  });
  afterEach(() => street.end());

  it('is never the only holder: signing out waits for a code on paper, and that brings everything back', async () => {
    const caseId = await makeCase(laptop);
    await until(() => isGreen(laptop));
    expect(await laptop.device.signOut()).toEqual({ ok: false, error: { type: 'OnlyHolder' } });
    const code = must(await laptop.device.makeRecoveryCode());
    must(await (await laptop.open(caseId)).change(question('vlak voor het afmelden')));
    must(await laptop.device.signOut());
    expect(laptop.device.device.get()).toEqual({ type: 'signedOut' });
    await expectNothingLeft(laptop.stored);
    const stored = createTestDevice({ random: createSeededRandom(77) });
    const again = await street.start('', { stored, empty: true });
    must(await again.device.devices.recover(code, { ...NEW_PERSON, shared: true }));
    expect(again.device.storage.get().shared).toBe(true);
    await until(() => again.device.caseload.get().cases.length === 1);
    expect((await again.open(caseId)).view.get().family.questionSchool).toBe('vlak voor het afmelden');
  });

  it('keeps what could not be delivered, and lets go once it was', async () => {
    const caseId = await makeCase(laptop);
    must(await laptop.device.makeRecoveryCode());
    await until(() => isGreen(laptop));
    laptop.network.connected = false;
    expect(await laptop.device.signOut()).toEqual({ ok: false, error: { type: 'StillWaiting', waiting: 0 } });
    must(await (await laptop.open(caseId)).change(question('zonder verbinding')));
    expect(await laptop.device.signOut()).toEqual({ ok: false, error: { type: 'StillWaiting', waiting: 1 } });
    expect(laptop.device.device.get().type).toBe('unlocked');
    laptop.network.connected = true;
    must(await laptop.device.signOut());
    await expectNothingLeft(laptop.stored);
  });

  it('takes along what another tab saves while it is being left', async () => {
    const caseId = await makeCase(laptop);
    must(await laptop.device.makeRecoveryCode());
    await until(() => isGreen(laptop));
    const open = await laptop.open(caseId);
    laptop.network.connected = false;
    // The check of the writer alone: what came in after everything was delivered.
    must(await open.change(question('nog net')));
    await laptop.context.link.ask({ type: 'wipe', signOut: 'delivered' });
    expect(laptop.device.device.get().type).toBe('unlocked');
    must(await open.change(question('en nog iets')));
    const waiting = await laptop.stored.database.list('outbox', '');
    expect(waiting.filter(({ key }) => !isViewsRow(key))).toHaveLength(2);
  });
});
