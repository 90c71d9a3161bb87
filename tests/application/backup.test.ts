import { describe, expect, it } from 'vitest';
import { settle } from '../support/fakeClock.ts';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../support/createTestApplication.ts';

async function makeFile(application: Awaited<ReturnType<typeof createTestApplication>>['application']): Promise<Blob> {
  const made = await application.makeBackup();
  if (!made.ok) throw new Error(made.error.type);
  return made.value.file;
}

describe('a backup', () => {
  it('is reminded of when there is a case and none was made, and again after two weeks', async () => {
    const { application, clock } = await createTestApplication({ unlocked: true });
    expect(application.storage.get().backupDue).toBe(false);
    await application.createCase({ name: 'Familie', children: [] });
    expect(application.storage.get().backupDue).toBe(true);
    await makeFile(application);
    expect(application.storage.get()).toMatchObject({ backupDue: false, lastBackup: '2026-11-23' });
    await application.lock('asked');
    clock.advance(14 * 86_400_000);
    await application.unlock(PASSPHRASE);
    expect(application.storage.get()).toMatchObject({ backupDue: true, lastBackup: '2026-11-23' });
  });

  it('holds nothing readable', async () => {
    const { application } = await createTestApplication({ exampleFamily: true });
    const text = new TextDecoder('latin1').decode(await (await makeFile(application)).arrayBuffer());
    for (const word of ['Anouk', 'Visser', 'Milan', 'Regenboog']) expect(text).not.toContain(word);
  });

  it.each(['passphrase', 'recovery code'] as const)('gives an empty device the same cases, with the %s', async (way) => {
    const first = await createTestApplication({ exampleFamily: true });
    const code = await first.application.makeRecoveryCode();
    const file = await makeFile(first.application);
    const secret =
      way === 'passphrase' ? { passphrase: PASSPHRASE } : { recoveryCode: code.ok ? code.value : '', newPassphrase: 'een nieuwe zin' };
    const { application, device } = await createTestApplication({ device: createTestDevice({ clock: first.clock }) });
    expect(await application.restoreBackup(file, secret)).toEqual({ ok: true, value: undefined });
    expect(application.device.get()).toEqual({ ...first.application.device.get() });
    await settle();
    expect(application.caseload.get()).toMatchObject({ loaded: true, cases: [{ name: 'Voorbeeld (verzonnen)' }] });
    const [before, after] = await Promise.all(
      [first.application, application].map(async (one) => {
        const opened = await one.openCase(one.caseload.get().cases[0]!.caseId);
        return opened.ok ? opened.value : null;
      }),
    );
    expect(after!.view.get()).toEqual(before!.view.get());
    // Both may go on: no place in the log is given out twice.
    await before!.change({ type: 'add', kind: 'agreement', fields: { text: 'op het oude apparaat' } });
    await after!.change({ type: 'add', kind: 'agreement', fields: { text: 'op het nieuwe apparaat' } });
    const keysOf = async (of: typeof device) => (await of.database.list('envelope', '')).map(({ key }) => key);
    const [old, fresh] = [await keysOf(first.device), await keysOf(device)];
    expect(old.filter((key) => !fresh.includes(key)).length).toBe(1);
    expect(fresh.filter((key) => !old.includes(key)).length).toBe(1);
    await application.lock('asked');
    expect((await application.unlock(way === 'passphrase' ? PASSPHRASE : 'een nieuwe zin')).ok).toBe(true);
  });

  it('is refused with a clear reason, and the device stays empty', async () => {
    const first = await createTestApplication({ exampleFamily: true });
    const file = await makeFile(first.application);
    const { application, device } = await createTestApplication();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const cut = new Blob([bytes.slice(0, bytes.length - 100)]);
    const refusals = [
      [new Blob(['hallo']), { passphrase: PASSPHRASE }, 'NotABackup'],
      [cut, { passphrase: PASSPHRASE }, 'BackupDamaged'],
      [file, { passphrase: 'fout' }, 'WrongSecret'],
      [file, { recoveryCode: '0000', newPassphrase: 'x' }, 'WrongSecret'],
    ] as const;
    for (const [given, secret, type] of refusals)
      expect(await application.restoreBackup(given, secret)).toEqual({ ok: false, error: { type } });
    expect([await device.database.count(), application.device.get().type]).toEqual([0, 'new']);
    expect(await first.application.restoreBackup(file, { passphrase: PASSPHRASE })).toEqual({
      ok: false,
      error: { type: 'DeviceNotEmpty' },
    });
  });
});
