import { createBrowserClock } from '../../../src/adapters/browser/clock.ts';
import { createBrowserRandomness } from '../../../src/adapters/browser/randomness.ts';
import { createBrowserStorageInfo } from '../../../src/adapters/browser/storageInfo.ts';
import { createBrowserTabs } from '../../../src/adapters/browser/tabs.ts';
import { createDexieDatabase } from '../../../src/adapters/dexie/database.ts';
import { createFiles } from '../../../src/adapters/files/files.ts';
import { createQuickKeyDerivation } from '../../../src/adapters/memory/keyDerivation.ts';
import { noNetwork } from '../../../src/adapters/memory/network.ts';
import { createOpfsJournal } from '../../../src/adapters/opfs/journal.ts';
import { createWorkerOpener } from '../../../src/adapters/opening/opener.ts';
import type { Journal, Ports } from '../../../src/application/ports.ts';

/** The product's own adapters. Only the passphrase is derived quickly: how long that takes is chosen, not measured. */
export async function createBenchPorts(): Promise<Ports & { readonly journal: Journal }> {
  const clock = createBrowserClock();
  const journal = await createOpfsJournal();
  if (!journal) throw new Error('this browser keeps no journal');
  return {
    clock,
    random: createBrowserRandomness(),
    files: createFiles(clock),
    database: createDexieDatabase('knooppunt'),
    journal,
    keyDerivation: createQuickKeyDerivation(),
    opener: createWorkerOpener(),
    tabs: createBrowserTabs(''),
    storageInfo: createBrowserStorageInfo(),
    passkeys: null,
    server: null,
    network: noNetwork,
    courier: null,
  };
}
