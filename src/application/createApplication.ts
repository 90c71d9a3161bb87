import type { CivilDate } from '../core/shared/civilDate.ts';
import { addExampleFamily } from './addExampleFamily.ts';
import type { Application, ExampleFamily } from './application.ts';
import { createDevice, type Device } from './createDevice.ts';
import type { Ports } from './ports.ts';
import { createStore, followCurrent } from './store.ts';
import { followVerbs } from './circle/followVerbs.ts';

/** What is needed to try the app out: storage that leaves nothing behind, and a family that does not exist. */
export interface Trial {
  readonly createPorts: () => Ports;
  readonly loadExample: () => Promise<ExampleFamily>;
}

/** Everything the screens can ask for. During a trial they talk to a device in memory, with the same code. */
export function createApplication(ports: Ports, trial: Trial): Application & { readonly started: Promise<void> } {
  const own = createDevice(ports, { trial: false });
  const current = createStore<Device>(own);
  /** Each verb goes to whichever device is current when it is asked. */
  const ask = <K extends Verb>(verb: K) =>
    ((...input: never[]) => (current.get()[verb] as (...input: never[]) => unknown)(...input)) as Device[K];
  /** A person's own data never lands in a trial. */
  const atHome = <T>(step: () => T): T => {
    current.set(own);
    return step();
  };

  return {
    started: own.started,
    clock: { now: ports.clock.now, today: () => ports.clock.today() as CivilDate },
    device: followCurrent(current, ({ device }) => device),
    saving: followCurrent(current, ({ saving }) => saving),
    storage: followCurrent(current, ({ storage }) => storage),
    caseload: followCurrent(current, ({ caseload }) => caseload),
    exchange: followCurrent(current, ({ exchange }) => exchange),
    retryExchange: ask('retryExchange'),
    forgetLeft: ask('forgetLeft'),
    ...followVerbs(current, () => atHome(() => own)),
    setUpDevice: (input) => atHome(() => own.setUpDevice(input)),
    startTrial: async () => current.set(await beginTrial(trial)),
    endTrial: async () => current.set(own),
    unlock: ask('unlock'),
    unlockWithRecoveryCode: ask('unlockWithRecoveryCode'),
    unlockWithPasskey: ask('unlockWithPasskey'),
    addPasskey: ask('addPasskey'),
    removePasskey: ask('removePasskey'),
    changePassphrase: ask('changePassphrase'),
    lock: ask('lock'),
    beforeLock: ask('beforeLock'),
    saveEverything: ask('saveEverything'),
    noteActivity: ask('noteActivity'),
    setShared: ask('setShared'),
    setAutoLock: ask('setAutoLock'),
    changeProfile: ask('changeProfile'),
    makeRecoveryCode: ask('makeRecoveryCode'),
    verifyRecoveryCode: ask('verifyRecoveryCode'),
    makeBackup: ask('makeBackup'),
    restoreBackup: (file, secret) => atHome(() => own.restoreBackup(file, secret)),
    createCase: ask('createCase'),
    openCase: ask('openCase'),
    parts: {
      open: (caseId, doc) => current.get().parts.open(caseId, doc),
      list: (caseId) => current.get().parts.list(caseId),
    },
    removeCase: ask('removeCase'),
    // What there is to wipe of a trial is gone when it ends.
    wipeDevice: async () => (current.get() === own ? await own.wipeDevice() : current.set(own)),
    signOut: ask('signOut'),
    readSchoolExport: ask('readSchoolExport'),
    makeCalendarFile: ask('makeCalendarFile'),
    askPersistence: ask('askPersistence'),
    startRestartTest: ask('startRestartTest'),
    retrySaving: ask('retrySaving'),
  };
}

type Verb = { [K in keyof Device]: Device[K] extends (...input: never[]) => unknown ? K : never }[keyof Device];

/** A device in memory with the example family on it. Dropping the object ends it: there is nothing else. */
async function beginTrial({ createPorts, loadExample }: Trial): Promise<Device> {
  const example = await loadExample();
  const ports = createPorts();
  const device = createDevice(ports, { trial: true });
  await device.started;
  await device.setUpDevice({ ...example.profile, passphrase: '' });
  await addExampleFamily(device, example, ports.clock.today() as CivilDate);
  return device;
}
