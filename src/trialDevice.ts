import { createBrowserClock } from './adapters/browser/clock.ts';
import { createBrowserRandomness } from './adapters/browser/randomness.ts';
import { createFiles } from './adapters/files/files.ts';
import { createMemoryDatabase } from './adapters/memory/database.ts';
import { createMemoryJournal } from './adapters/memory/journal.ts';
import { createQuickKeyDerivation } from './adapters/memory/keyDerivation.ts';
import { noNetwork } from './adapters/memory/network.ts';
import { createMemoryStorageInfo } from './adapters/memory/storageInfo.ts';
import { createMemoryTabs } from './adapters/memory/tabs.ts';
import { beginTrial } from './application/beginTrial.ts';
import type { Device } from './application/createDevice.ts';
import { exampleFamily } from './ui/i18n/exampleFamily.ts';

/** A device that leaves nothing behind: all of it is in memory. */
export async function createTrialDevice(): Promise<Device> {
  const clock = createBrowserClock();
  const ports = {
    clock,
    random: createBrowserRandomness(),
    files: createFiles(clock),
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
  };
  return await beginTrial(ports, exampleFamily);
}
