import type { Application } from './application.ts';
import { loadCaseWork } from './cases/loadCaseWork.ts';
import { createCircle } from './circle/createCircle.ts';
import { removeCase } from './cases/removeCase.ts';
import { noteActivity } from './device/autoLock.ts';
import { changePassphrase } from './device/changePassphrase.ts';
import { changeProfile, setAutoLock, setShared } from './device/changeProfile.ts';
import type { Caseload, DeviceContext } from './device/deviceContext.ts';
import { lock } from './device/lock.ts';
import { makeRecoveryCode, unlockWithRecoveryCode, verifyRecoveryCode } from './device/recoveryCode.ts';
import { startRestartTest } from './device/restartTest.ts';
import { saveEverything } from './device/saveEverything.ts';
import { setUpDevice } from './device/setUpDevice.ts';
import { start } from './device/start.ts';
import { readStorageFacts } from './device/storageFacts.ts';
import { unknownStorage } from './device/unknownStorage.ts';
import { unlock } from './device/unlock.ts';
import { wipeDevice } from './device/wipeDevice.ts';
import { unconnected } from './exchange/unconnected.ts';
import type { DeviceState, ExchangeState, SavingState, StorageState } from './application.ts';
import type { Ports } from './ports.ts';
import { noteOtherVersion } from './storage/otherVersion.ts';
import { createTabLink } from './storage/tabLink.ts';
import { createStore } from './store.ts';

/** Everything one device can do; the trial is another one, in memory. */
export type Device = Omit<Application, 'clock' | 'startTrial' | 'endTrial'> & {
  /** Resolves when it is known whether the device is new or locked. */
  readonly started: Promise<void>;
};

/** The verbs, bound to one tab of one device. Begins to start at once. */
export function createDevice(ports: Ports, { trial }: { readonly trial: boolean }): Device {
  return bindVerbs(createDeviceContext(ports, trial));
}

export function createDeviceContext(ports: Ports, trial: boolean): DeviceContext {
  const context: DeviceContext = {
    ports,
    link: createTabLink({ ...ports, onOtherVersion: () => noteOtherVersion(context) }),
    device: createStore<DeviceState>({ type: 'starting' }),
    saving: createStore<SavingState>({ type: 'saved', at: null }),
    storage: createStore<StorageState>(unknownStorage),
    caseload: createStore<Caseload>({ loaded: false, cases: [] }),
    exchange: createStore<ExchangeState>(unconnected),
    session: null,
    durable: null,
    exchanging: null,
    beforeLock: new Set(),
    trial,
  };
  return context;
}

export function bindVerbs(context: DeviceContext): Device {
  const { ports } = context;
  return {
    ...createCircle(context),
    started: start(context),
    device: context.device,
    saving: context.saving,
    storage: context.storage,
    caseload: context.caseload,
    exchange: context.exchange,
    setUpDevice: (input) => setUpDevice(context, input),
    unlock: (passphrase) => unlock(context, passphrase),
    unlockWithRecoveryCode: (code, newPassphrase) => unlockWithRecoveryCode(context, code, newPassphrase),
    unlockWithPasskey: async () => (await loadPasskey()).unlockWithPasskey(context),
    addPasskey: async (label) => (await loadPasskey()).addPasskey(context, label),
    removePasskey: async () => (await loadPasskey()).removePasskey(context),
    changePassphrase: (current, next, isPin) => changePassphrase(context, current, next, isPin),
    lock: (because) => lock(context, because),
    beforeLock: (handOver) => {
      context.beforeLock.add(handOver);
      return () => void context.beforeLock.delete(handOver);
    },
    saveEverything: () => saveEverything(context),
    noteActivity: () => noteActivity(context),
    setShared: (shared) => setShared(context, shared),
    setAutoLock: (minutes) => setAutoLock(context, minutes),
    changeProfile: (input) => changeProfile(context, input),
    makeRecoveryCode: () => makeRecoveryCode(context),
    verifyRecoveryCode: (code) => verifyRecoveryCode(context, code),
    makeBackup: async () => (await loadBackup()).makeBackup(context),
    restoreBackup: async (file, secret) => (await loadBackup()).restoreBackup(context, file, secret),
    createCase: async (family) => (await loadCaseWork()).createCase(context, family),
    openCase: async (caseId, until) => (await loadCaseWork()).openCase(context, caseId, until),
    copyCase: async (caseId) => (await loadCaseWork()).copyCase(context, caseId),
    parts: {
      open: async (caseId, doc) => (await loadCaseWork()).openPart(context, caseId, doc),
      openVoice: async (caseId) => (await loadCaseWork()).openVoice(context, caseId),
      list: async (caseId) => (await loadCaseWork()).listParts(context, caseId),
    },
    removeCase: (caseId) => removeCase(context, caseId),
    wipeDevice: () => wipeDevice(context),
    signOut: async (how) => (await loadSignOut()).signOut(context, how ?? null),
    readSchoolExport: (file) => ports.files.readSchoolExport(file),
    makeCalendarFile: (entry) => ports.files.makeCalendarFile(entry),
    retryExchange: async (doc) => void (await context.link.ask({ type: 'exchange', doc: doc ?? null })),
    forgetLeft: async () => void (await context.link.ask({ type: 'forgetLeft' })),
    askPersistence: async () => {
      await ports.storageInfo.askPersistence();
      await readStorageFacts(context);
    },
    startRestartTest: () => startRestartTest(context),
    retrySaving: async () => void (await context.link.ask({ type: 'retry' })),
  };
}

/** Now and then only. */
const loadBackup = () => import('./device/backup.ts');
const loadSignOut = () => import('./device/signOut.ts');
const loadPasskey = () => import('./device/passkey.ts');
