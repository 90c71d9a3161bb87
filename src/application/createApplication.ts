import type { CivilDate } from '../core/shared/civilDate.ts';
import type { Application } from './application.ts';
import type { Device } from './createDevice.ts';
import { createCurrentDevice, type Devices } from './currentDevice.ts';
import { unknownStorage } from './device/unknownStorage.ts';
import { unconnected } from './exchange/unconnected.ts';
import { followVerbs } from './circle/followVerbs.ts';
import type { Clock } from './ports.ts';

/** Everything the screens can ask for, before there is a device too. During a trial they talk to one in memory, with the same code. */
export function createApplication(clock: Pick<Clock, 'now' | 'today'>, devices: Devices): Application {
  const current = createCurrentDevice(devices);
  const ask = <K extends Verb>(verb: K) => current.ask((device: Device) => device[verb] as (...input: never[]) => unknown) as Device[K];

  return {
    clock: { now: clock.now, today: () => clock.today() as CivilDate },
    device: current.device,
    saving: current.follow(({ saving }) => saving, { type: 'saved', at: null }),
    storage: current.follow(({ storage }) => storage, unknownStorage),
    caseload: current.follow(({ caseload }) => caseload, { loaded: false, cases: [] }),
    exchange: current.follow(({ exchange }) => exchange, unconnected),
    retryExchange: ask('retryExchange'),
    forgetLeft: ask('forgetLeft'),
    ...followVerbs(current),
    setUpDevice: async (input) => (await current.goHome()).setUpDevice(input),
    startTrial: current.startTrial,
    endTrial: async () => void (await current.goHome()),
    unlock: ask('unlock'),
    unlockWithRecoveryCode: ask('unlockWithRecoveryCode'),
    unlockWithPasskey: ask('unlockWithPasskey'),
    addPasskey: ask('addPasskey'),
    removePasskey: ask('removePasskey'),
    changePassphrase: ask('changePassphrase'),
    lock: ask('lock'),
    // Fields are there only when there is something to write in.
    beforeLock: (handOver) => current.get()?.beforeLock(handOver) ?? (() => undefined),
    saveEverything: ask('saveEverything'),
    noteActivity: ask('noteActivity'),
    setShared: ask('setShared'),
    setAutoLock: ask('setAutoLock'),
    changeProfile: ask('changeProfile'),
    makeRecoveryCode: ask('makeRecoveryCode'),
    verifyRecoveryCode: ask('verifyRecoveryCode'),
    makeBackup: ask('makeBackup'),
    restoreBackup: async (file, secret) => (await current.goHome()).restoreBackup(file, secret),
    createCase: ask('createCase'),
    openCase: ask('openCase'),
    copyCase: current.ask(({ copyCase }) => copyCase),
    parts: {
      open: current.ask(({ parts }) => parts.open),
      openVoice: current.ask(({ parts }) => parts.openVoice),
      list: current.ask(({ parts }) => parts.list),
    },
    removeCase: ask('removeCase'),
    // What there is to wipe of a trial is gone when it ends.
    wipeDevice: async () => {
      const isTrial = current.isTrial();
      const own = await current.goHome();
      if (!isTrial) await own.wipeDevice();
    },
    signOut: ask('signOut'),
    readSchoolExport: ask('readSchoolExport'),
    makeCalendarFile: ask('makeCalendarFile'),
    askPersistence: ask('askPersistence'),
    startRestartTest: ask('startRestartTest'),
    retrySaving: ask('retrySaving'),
  };
}

type Verb = { [K in keyof Device]: Device[K] extends (...input: never[]) => unknown ? K : never }[keyof Device];
