import { describe, expect, it } from 'vitest';
import { createTestApplication, createTestDevice, PASSPHRASE, PROFILE } from '../support/createTestApplication.ts';

const PIN = '493817';

async function withPin() {
  const device = createTestDevice();
  const test = await createTestApplication({ device });
  await test.application.setUpDevice({ ...PROFILE, passphrase: PIN, isPin: true });
  return { ...test, device };
}

describe('a device that opens with a code of figures', () => {
  it('says so while it is locked, also after a restart', async () => {
    const { application, device, close } = await withPin();
    expect(application.storage.get().secret).toBe('pin');
    close();
    const again = await createTestApplication({ device });
    expect(again.application.storage.get().secret).toBe('pin');
    expect(await again.application.unlock('493818')).toMatchObject({ error: { type: 'WrongPassphrase' } });
    again.clock.advance(60_000);
    expect((await again.application.unlock(PIN)).ok).toBe(true);
  });

  it('makes no file that could be tried elsewhere, and reminds nobody of one', async () => {
    const { application } = await withPin();
    await application.createCase({ name: 'Familie', children: [] });
    expect(application.storage.get().backupDue).toBe(false);
    expect(await application.makeBackup()).toEqual({ ok: false, error: { type: 'PinTooWeak' } });
    expect((await application.changePassphrase(PIN, PASSPHRASE)).ok).toBe(true);
    expect((await application.makeBackup()).ok).toBe(true);
  });

  it('is one of words after those were chosen, in here or with the code on paper', async () => {
    const { application, device, close } = await withPin();
    const code = await application.makeRecoveryCode();
    if (!code.ok) throw new Error(code.error.type);
    await application.lock('asked');
    expect((await application.unlockWithRecoveryCode(code.value, PASSPHRASE)).ok).toBe(true);
    expect(application.storage.get().secret).toBe('passphrase');
    close();
    expect((await createTestApplication({ device })).application.storage.get().secret).toBe('passphrase');
    const other = await withPin();
    await other.application.changePassphrase(PIN, PASSPHRASE);
    expect(other.application.storage.get().secret).toBe('passphrase');
  });

  it('gets another code of figures when that was asked, and keeps no way in by the one before', async () => {
    const { application } = await withPin();
    expect((await application.changePassphrase(PIN, '730418', true)).ok).toBe(true);
    expect(application.storage.get().secret).toBe('pin');
    await application.lock('asked');
    expect(await application.unlock(PIN)).toMatchObject({ error: { type: 'WrongPassphrase' } });
  });

  it('is one of words when nobody said otherwise', async () => {
    expect((await createTestApplication({ unlocked: true })).application.storage.get().secret).toBe('passphrase');
  });
});
