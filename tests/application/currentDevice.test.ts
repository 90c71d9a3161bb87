import { describe, expect, it, vi } from 'vitest';
import { beginTrial } from '../../src/application/beginTrial.ts';
import { createApplication } from '../../src/application/createApplication.ts';
import { createDevice, type Device } from '../../src/application/createDevice.ts';
import { exampleFamily } from '../../src/ui/i18n/exampleFamily.ts';
import { createTestDevice, PASSPHRASE, portsOf, PROFILE, type TestDevice } from '../support/createTestApplication.ts';
import { settle } from '../support/fakeClock.ts';

/** An app whose own device comes when it is told to. */
function openPage(device: TestDevice, isEmpty: boolean) {
  const loading = Promise.withResolvers<Device>();
  const application = createApplication(device.clock, {
    own: loading.promise,
    holdsNothing: Promise.resolve(isEmpty),
    beginTrial: () => beginTrial(portsOf(createTestDevice(), createTestDevice().browser.openTab()), exampleFamily),
  });
  const load = async () => {
    const own = createDevice(portsOf(device, device.browser.openTab()), { trial: false });
    loading.resolve(own);
    await own.started;
    await settle(1);
  };
  return { application, load, fail: () => loading.reject(new Error('no line')) };
}

describe('an app whose device is not loaded yet', () => {
  it('is new at once in a browser that holds nothing, and stays so when the device is there', async () => {
    const { application, load } = openPage(createTestDevice(), true);
    const seen: string[] = [];
    application.device.subscribe(() => seen.push(application.device.get().type));
    await settle(1);
    expect(application.device.get()).toEqual({ type: 'new' });
    expect(application.caseload.get()).toEqual({ loaded: false, cases: [] });
    await load();
    expect(application.device.get()).toEqual({ type: 'new' });
    // Never back to starting: that would take away what somebody was filling in.
    expect(new Set(seen)).toEqual(new Set(['new']));
  });

  it('shows nothing as new in a browser that holds something', async () => {
    const device = createTestDevice();
    const before = openPage(device, true);
    await before.load();
    await before.application.setUpDevice({ ...PROFILE, passphrase: PASSPHRASE });
    const { application, load } = openPage(device, false);
    await settle(1);
    expect(application.device.get()).toEqual({ type: 'starting' });
    await load();
    expect(application.device.get().type).toBe('locked');
  });

  it('sets up when the device is there, if somebody was quicker', async () => {
    const { application, load } = openPage(createTestDevice(), true);
    await settle(1);
    const settingUp = application.setUpDevice({ ...PROFILE, passphrase: PASSPHRASE });
    const keys = vi.fn();
    application.beforeLock(async () => keys())();
    await load();
    expect(await settingUp).toEqual({ ok: true, value: undefined });
    expect(application.device.get()).toMatchObject({ type: 'unlocked', profile: { name: PROFILE.name } });
    expect(keys).not.toHaveBeenCalled();
  });

  it('tells what a link is for without a device', async () => {
    const { application } = openPage(createTestDevice(), true);
    expect(await application.circle.readInvitation('#uitnodiging=half')).toEqual({ ok: false, error: { type: 'Mangled' } });
  });

  it('says so when it does not come', async () => {
    const { application, fail } = openPage(createTestDevice(), true);
    await settle(1);
    fail();
    await settle(1);
    expect(application.device.get()).toEqual({ type: 'unusable', problem: 'notLoaded' });
  });

  it("leaves a trial alone that began before it came, and ends it for what is one's own", async () => {
    const { application, load } = openPage(createTestDevice(), true);
    await application.startTrial();
    await load();
    expect(application.device.get()).toMatchObject({ type: 'unlocked', trial: true });
    await application.wipeDevice();
    expect(application.device.get()).toEqual({ type: 'new' });
  });
});
