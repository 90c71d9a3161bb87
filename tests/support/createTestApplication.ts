import { createFiles } from '../../src/adapters/files/files.ts';
import { createMemoryDatabase } from '../../src/adapters/memory/database.ts';
import { createMemoryJournal } from '../../src/adapters/memory/journal.ts';
import { createQuickKeyDerivation } from '../../src/adapters/memory/keyDerivation.ts';
import { noNetwork } from '../../src/adapters/memory/network.ts';
import { createMemoryStorageInfo, type MemoryStorageInfo } from '../../src/adapters/memory/storageInfo.ts';
import { createMemoryTabs, type MemoryTab } from '../../src/adapters/memory/tabs.ts';
import { summariseCase } from '../../src/core/plan/summariseCase.ts';
import type { CivilDate } from '../../src/core/shared/civilDate.ts';
import { addExampleFamily } from '../../src/application/addExampleFamily.ts';
import { beginTrial } from '../../src/application/beginTrial.ts';
import { createApplication } from '../../src/application/createApplication.ts';
import { createDevice } from '../../src/application/createDevice.ts';
import type { Application } from '../../src/application/application.ts';
import type { Database, Journal, Ports } from '../../src/application/ports.ts';
import { exampleFamily } from '../../src/ui/i18n/exampleFamily.ts';
import { createFakeClock, settle, type FakeClock } from './fakeClock.ts';
import { createSeededRandom } from './seededRandom.ts';

/** What stays when tabs close and browsers restart: one device of one person. */
export interface TestDevice {
  readonly database: Database;
  readonly journal: Journal | null;
  readonly storageInfo: MemoryStorageInfo;
  readonly opener: Ports['opener'];
  readonly passkeys: Ports['passkeys'];
  readonly browser: ReturnType<typeof createMemoryTabs>;
  readonly clock: FakeClock;
  readonly random: Ports['random'];
  readonly server: Ports['server'];
  readonly network: Ports['network'];
  readonly courier: Ports['courier'];
}

export interface TestApplication {
  readonly application: Application;
  readonly device: TestDevice;
  readonly clock: FakeClock;
  /** As closing the tab does: nothing of it goes on. */
  readonly close: () => void;
}

export const PASSPHRASE = 'vier woorden die blijven';
export const PROFILE = { name: 'Anouk Visser', discipline: 'internalCoordinator', organisation: 'Basisschool De Regenboog' } as const;

export function createTestDevice(overrides: Partial<TestDevice> = {}): TestDevice {
  return {
    database: createMemoryDatabase(),
    journal: createMemoryJournal(),
    storageInfo: createMemoryStorageInfo(),
    opener: null,
    passkeys: null,
    browser: createMemoryTabs(),
    clock: createFakeClock(),
    random: createSeededRandom(1),
    server: null,
    network: noNetwork,
    courier: null,
    ...overrides,
  };
}

/** The real application over memory, with a clock that stands still. Opening another on the same device is another tab. */
export async function createTestApplication(
  options: { readonly device?: TestDevice; readonly unlocked?: boolean; readonly exampleFamily?: boolean; readonly version?: string } = {},
): Promise<TestApplication> {
  const device = options.device ?? createTestDevice();
  const tab = device.browser.openTab(options.version);
  const own = createDevice(portsOf(device, tab), { trial: false });
  const application = createApplication(device.clock, {
    own: Promise.resolve(own),
    holdsNothing: Promise.resolve(false),
    beginTrial: () => beginTrial(createTrialPorts(device.clock), exampleFamily),
  });
  await own.started;
  if (options.unlocked || options.exampleFamily) await enter(application);
  if (options.exampleFamily) {
    await addExampleFamily(application, exampleFamily, device.clock.today() as CivilDate);
    await untilListFollows(application);
  }
  return { application, device, clock: device.clock, close: () => tab.close() };
}

/** The list follows just behind what was saved: a test with the example family begins when it has. */
async function untilListFollows(application: Application): Promise<void> {
  const { caseId } = application.caseload.get().cases[0]!;
  const opened = await application.openCase(caseId);
  if (!opened.ok) throw new Error(opened.error.type);
  const expected = JSON.stringify(
    summariseCase(caseId, opened.value.view.get(), application.clock.today(), { mayMeet: true, stops: [], retention: null }),
  );
  opened.value.close();
  for (let turn = 0; JSON.stringify({ ...application.caseload.get().cases[0], circle: [] }) !== expected; turn++) {
    if (turn > 1000) throw new Error('the list does not follow what was saved');
    await settle(1);
  }
}

async function enter(application: Application): Promise<void> {
  const { type } = application.device.get();
  if (type === 'new') await application.setUpDevice({ ...PROFILE, passphrase: PASSPHRASE });
  if (type === 'locked') await application.unlock(PASSPHRASE);
}

export const portsOf = (device: TestDevice, tabs: MemoryTab): Ports => ({
  ...device,
  tabs,
  keyDerivation: createQuickKeyDerivation(),
  files: filesOf(device.clock),
});

const createTrialPorts = (clock: FakeClock): Ports => ({
  ...createTestDevice({ clock, random: createSeededRandom(2) }),
  tabs: createMemoryTabs().openTab(),
  keyDerivation: createQuickKeyDerivation(),
  files: filesOf(clock),
});

/** Reads and makes real files, without resting in between: the clock stands still. */
const filesOf = ({ now }: FakeClock): Ports['files'] => createFiles({ now, after: (_, callback) => (callback(), () => undefined) });
