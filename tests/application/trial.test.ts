import { describe, expect, it } from 'vitest';
import { createTestApplication, PASSPHRASE, PROFILE } from '../support/createTestApplication.ts';

describe('the trial', () => {
  it('shows an invented family on a device that is new, and stores nothing on it', async () => {
    const { application, device, clock } = await createTestApplication();
    let told = 0;
    const stop = application.device.subscribe(() => told++);
    await application.startTrial();
    expect(application.device.get()).toMatchObject({ type: 'unlocked', trial: true, locksAt: null });
    expect(told).toBeGreaterThan(0);
    stop();
    const [example] = application.caseload.get().cases;
    const opened = await application.openCase(example!.caseId);
    expect(opened.ok && opened.value.view.get().goals.length).toBeGreaterThan(1);
    expect(opened.ok && (await opened.value.change({ type: 'add', kind: 'agreement', fields: { text: 'proberen' } })).ok).toBe(true);
    clock.advance(3_600_000);
    expect(application.device.get().type).toBe('unlocked');
    expect([await device.database.count(), (await device.journal!.read(0)).records.length]).toEqual([0, 0]);
  });

  it('is gone with one tap, and the own device begins', async () => {
    const { application } = await createTestApplication();
    await application.startTrial();
    await application.endTrial();
    expect(application.device.get()).toEqual({ type: 'new' });
    expect(application.caseload.get().cases).toEqual([]);
    await application.setUpDevice({ ...PROFILE, passphrase: PASSPHRASE });
    expect(application.device.get()).toMatchObject({ type: 'unlocked', trial: false });
    expect(application.caseload.get().cases).toEqual([]);
  });
});
