import { describe, expect, it } from 'vitest';
import { createTestApplication, createTestDevice, PASSPHRASE, type TestDevice } from '../support/createTestApplication.ts';
import { settle } from '../support/fakeClock.ts';
import { createFakePasskeys } from '../support/fakePasskeys.ts';

const LABEL = 'Knooppunt op dit apparaat';
const FAMILY = { name: 'Familie de Wit', children: [] };

async function withPasskey() {
  const passkeys = createFakePasskeys();
  const device = createTestDevice({ passkeys });
  const test = await createTestApplication({ device, unlocked: true });
  expect(test.application.storage.get().passkey).toBe('none');
  expect((await test.application.addPasskey(LABEL)).ok).toBe(true);
  return { ...test, passkeys };
}

const journalOf = async (device: TestDevice) => (await device.journal!.read(0)).records.filter(({ key }) => key === 'passkey');

describe('a passkey', () => {
  it('opens the same cases after a restart, and the passphrase goes on working', async () => {
    const { application, device, close, passkeys } = await withPasskey();
    await application.createCase(FAMILY);
    expect(passkeys.labels).toEqual([LABEL]);
    close();
    const { application: again } = await createTestApplication({ device });
    expect(again.storage.get().passkey).toBe('made');
    expect(await again.unlockWithPasskey()).toEqual({ ok: true, value: undefined });
    expect(again.caseload.get().cases.map(({ name }) => name)).toEqual([FAMILY.name]);
    await again.lock('asked');
    expect((await again.unlock(PASSPHRASE)).ok).toBe(true);
  });

  it('goes on working with a new passphrase', async () => {
    const { application } = await withPasskey();
    expect((await application.changePassphrase(PASSPHRASE, 'een heel nieuwe zin')).ok).toBe(true);
    await application.lock('asked');
    expect((await application.unlockWithPasskey()).ok).toBe(true);
  });

  it('is a sealed lockbox in database and journal, and neither secret stands there', async () => {
    const { device } = await withPasskey();
    const [kept] = await journalOf(device);
    expect(await device.database.get('device', 'passkey')).toEqual(kept!.bytes);
    // The fake's secret is 32 times 101.
    expect([...kept!.bytes].join(' ')).not.toContain(Array.from({ length: 8 }, () => 101).join(' '));
  });

  it('unlocks every tab', async () => {
    const { application, device } = await withPasskey();
    const other = await createTestApplication({ device });
    await application.lock('asked');
    await settle();
    expect(other.application.device.get().type).toBe('locked');
    expect((await application.unlockWithPasskey()).ok).toBe(true);
    await settle();
    expect(other.application.device.get().type).toBe('unlocked');
  });

  it('stays locked, and says so, when the person stops or another one answers', async () => {
    const { application, passkeys, device } = await withPasskey();
    await application.lock('asked');
    passkeys.answer = 'stop';
    expect(await application.unlockWithPasskey()).toMatchObject({ ok: false, error: { type: 'PasskeyStopped' } });
    passkeys.answer = 'yes';
    const impostor = { ...passkeys, ask: async () => ({ ok: true as const, value: new Uint8Array(32) }) };
    const { application: other } = await createTestApplication({ device: { ...device, passkeys: impostor } });
    expect(await other.unlockWithPasskey()).toMatchObject({ ok: false, error: { type: 'WrongPasskey' } });
    expect(other.device.get().type).toBe('locked');
  });

  it('is gone when it is removed: nothing of it is left in the journal, and it opens nothing', async () => {
    const { application, passkeys, device } = await withPasskey();
    expect((await application.removePasskey()).ok).toBe(true);
    expect(application.storage.get().passkey).toBe('none');
    expect(passkeys.ids()).toEqual([]);
    expect((await journalOf(device)).filter(({ bytes }) => bytes.length > 1)).toEqual([]);
    await application.lock('asked');
    expect(await application.unlockWithPasskey()).toMatchObject({ ok: false, error: { type: 'WrongPasskey' } });
    expect((await application.unlock(PASSPHRASE)).ok).toBe(true);
  });

  it('replaces the one before it', async () => {
    const { application, passkeys } = await withPasskey();
    expect((await application.addPasskey(LABEL)).ok).toBe(true);
    expect(passkeys.ids().length).toBe(1);
    await application.lock('asked');
    expect((await application.unlockWithPasskey()).ok).toBe(true);
  });

  it('changes nothing where the device cannot derive from it', async () => {
    const passkeys = createFakePasskeys();
    const { application, device } = await createTestApplication({ device: createTestDevice({ passkeys }), unlocked: true });
    passkeys.answer = 'noPrf';
    expect(await application.addPasskey(LABEL)).toMatchObject({ ok: false, error: { type: 'PasskeyUnsupported' } });
    expect(application.storage.get().passkey).toBe('none');
    expect(await journalOf(device)).toEqual([]);
  });

  it('is not offered where there is nothing for it', async () => {
    const device = createTestDevice({ passkeys: createFakePasskeys({ isOffered: false }) });
    expect((await createTestApplication({ device })).application.storage.get().passkey).toBe('unsupported');
    expect((await createTestApplication()).application.storage.get().passkey).toBe('unsupported');
  });

  it('does not travel in a backup, and leaves with everything else when the device is wiped', async () => {
    const { application, passkeys, device } = await withPasskey();
    const backup = await application.makeBackup();
    if (!backup.ok) throw new Error(backup.error.type);
    await application.wipeDevice();
    expect(passkeys.ids()).toEqual([]);
    expect(application.storage.get().passkey).not.toBe('made');
    expect((await application.restoreBackup(backup.value.file, { passphrase: PASSPHRASE })).ok).toBe(true);
    expect(await device.database.get('device', 'passkey')).toBeUndefined();
  });
});
