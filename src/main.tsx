import { createArgon2KeyDerivation } from './adapters/argon2/keyDerivation.ts';
import { createAppUpdate } from './adapters/browser/appUpdate.ts';
import { createBrowserClock } from './adapters/browser/clock.ts';
import { createBrowserCourier } from './adapters/browser/courier.ts';
import { createBrowserNetwork } from './adapters/browser/network.ts';
import { createBrowserPasskeys } from './adapters/browser/passkeys.ts';
import { createBrowserRandomness } from './adapters/browser/randomness.ts';
import { createBrowserStorageInfo } from './adapters/browser/storageInfo.ts';
import { createBrowserTabs } from './adapters/browser/tabs.ts';
import { createDexieDatabase } from './adapters/dexie/database.ts';
import { createFiles } from './adapters/files/files.ts';
import { createWorkerOpener } from './adapters/opening/opener.ts';
import { createHttpServer } from './adapters/http/server.ts';
import { createMemoryDatabase } from './adapters/memory/database.ts';
import { createMemoryJournal } from './adapters/memory/journal.ts';
import { createQuickKeyDerivation } from './adapters/memory/keyDerivation.ts';
import { noNetwork } from './adapters/memory/network.ts';
import { createMemoryStorageInfo } from './adapters/memory/storageInfo.ts';
import { createMemoryTabs } from './adapters/memory/tabs.ts';
import { createOpfsJournal } from './adapters/opfs/journal.ts';
import { createApplication } from './application/createApplication.ts';
import type { Ports } from './application/ports.ts';
import { nextTask } from './ui/app/nextTask.ts';
import { loadFirstTexts, startScreens } from './ui/app/startScreens.tsx';

/** Another one whenever anything of the source is other. */
declare const __BUILD__: string;

// Asked for first: the network is slower than everything that follows.
const texts = loadFirstTexts();
await nextTask();

const clock = createBrowserClock();
const random = createBrowserRandomness();
const files = createFiles(clock);

const journal = await createOpfsJournal();
await nextTask();

const ports: Ports = {
  clock,
  random,
  files,
  database: createDexieDatabase('knooppunt'),
  journal,
  keyDerivation: createArgon2KeyDerivation(),
  opener: createWorkerOpener(),
  tabs: createBrowserTabs(__BUILD__),
  storageInfo: createBrowserStorageInfo(),
  passkeys: createBrowserPasskeys(),
  server: createHttpServer(location.origin),
  network: createBrowserNetwork(),
  courier: createBrowserCourier(),
};

/** The trial leaves nothing behind: all of it is in memory. */
const createTrialPorts = (): Ports => ({
  clock,
  random,
  files,
  database: createMemoryDatabase(),
  journal: createMemoryJournal(),
  keyDerivation: createQuickKeyDerivation(),
  opener: null,
  tabs: createMemoryTabs().openTab(),
  storageInfo: createMemoryStorageInfo(),
  passkeys: null,
  server: null,
  network: noNetwork,
  courier: null,
});

const loadExample = async () => (await import('./ui/i18n/exampleFamily.ts')).exampleFamily;

const application = createApplication(ports, { createPorts: createTrialPorts, loadExample });

await nextTask();
await startScreens(application, createAppUpdate(), texts);
