import type { PlanCommand } from '../core/plan/planCommand.ts';
import type { Application, NewFamily } from './application.ts';
import { createDevice, type Device } from './createDevice.ts';
import type { Ports } from './ports.ts';
import { createStore, followCurrent } from './store.ts';

/** What is needed to try the app out: storage that leaves nothing behind, and a family that does not exist. */
export interface Trial {
  readonly createPorts: () => Ports;
  readonly profile: { readonly name: string; readonly discipline: string; readonly organisation: string };
  readonly family: NewFamily;
  /** Fills the new case, in so many saves. */
  readonly saves: (today: string) => readonly (readonly PlanCommand[])[];
}

/** Everything the screens can ask for. During a trial they talk to a device in memory, with the same code. */
export function createApplication(ports: Ports, trial: Trial): Application & { readonly started: Promise<void> } {
  const own = createDevice(ports, { trial: false });
  const current = createStore<Device>(own);
  /** Each verb goes to whichever device is current when it is asked. */
  const ask = <K extends Verb>(verb: K) =>
    ((...input: never[]) => (current.get()[verb] as (...input: never[]) => unknown)(...input)) as Device[K];

  return {
    started: own.started,
    device: followCurrent(current, ({ device }) => device),
    saving: followCurrent(current, ({ saving }) => saving),
    storage: followCurrent(current, ({ storage }) => storage),
    caseload: followCurrent(current, ({ caseload }) => caseload),
    setUpDevice: ask('setUpDevice'),
    startTrial: async () => current.set(await beginTrial(trial)),
    endTrial: async () => current.set(own),
    unlock: ask('unlock'),
    unlockWithRecoveryCode: ask('unlockWithRecoveryCode'),
    changePassphrase: ask('changePassphrase'),
    lock: ask('lock'),
    beforeLock: ask('beforeLock'),
    noteActivity: ask('noteActivity'),
    setAutoLock: ask('setAutoLock'),
    changeProfile: ask('changeProfile'),
    makeRecoveryCode: ask('makeRecoveryCode'),
    verifyRecoveryCode: ask('verifyRecoveryCode'),
    makeBackup: ask('makeBackup'),
    restoreBackup: ask('restoreBackup'),
    createCase: ask('createCase'),
    openCase: ask('openCase'),
    removeCase: ask('removeCase'),
    wipeDevice: ask('wipeDevice'),
    readSchoolExport: ask('readSchoolExport'),
    makeCalendarFile: ask('makeCalendarFile'),
    askPersistence: ask('askPersistence'),
    startRestartTest: ask('startRestartTest'),
    retrySaving: ask('retrySaving'),
  };
}

type Verb = { [K in keyof Device]: Device[K] extends (...input: never[]) => unknown ? K : never }[keyof Device];

/** A device in memory with the example family on it. Dropping the object ends it: there is nothing else. */
async function beginTrial({ createPorts, profile, family, saves }: Trial): Promise<Device> {
  const ports = createPorts();
  const device = createDevice(ports, { trial: true });
  await device.started;
  const isSetUp = await device.setUpDevice({ ...profile, passphrase: '' });
  const made = await device.createCase(family);
  const opened = made.ok ? await device.openCase(made.value) : made;
  if (!isSetUp.ok || !opened.ok) throw new Error('the trial did not begin');
  for (const commands of saves(ports.clock.today())) {
    const changed = await opened.value.change(...commands);
    if (!changed.ok) throw new Error(`the example family is refused: ${changed.error.type}`);
  }
  opened.value.close();
  return device;
}
