import { createArgon2KeyDerivation } from './adapters/argon2/keyDerivation.ts';
import { createBrowserClock } from './adapters/browser/clock.ts';
import { createBrowserCourier } from './adapters/browser/courier.ts';
import { createBrowserNetwork } from './adapters/browser/network.ts';
import { createBrowserPasskeys } from './adapters/browser/passkeys.ts';
import { createBrowserRandomness } from './adapters/browser/randomness.ts';
import { createBrowserStorageInfo } from './adapters/browser/storageInfo.ts';
import { createBrowserTabs } from './adapters/browser/tabs.ts';
import { createDexieDatabase } from './adapters/dexie/database.ts';
import { createFiles } from './adapters/files/files.ts';
import { createHttpServer } from './adapters/http/server.ts';
import { createWorkerOpener } from './adapters/opening/opener.ts';
import { createOpfsJournal } from './adapters/opfs/journal.ts';
import { createDevice, type Device } from './application/createDevice.ts';

/** Another one whenever anything of the source is other. */
declare const __BUILD__: string;

/** This browser's own device. `database`: its name. */
export async function createOwnDevice(database: string): Promise<Device> {
  const clock = createBrowserClock();
  const ports = {
    clock,
    random: createBrowserRandomness(),
    files: createFiles(clock),
    database: createDexieDatabase(database),
    journal: await createOpfsJournal(),
    keyDerivation: createArgon2KeyDerivation(),
    opener: createWorkerOpener(),
    tabs: createBrowserTabs(__BUILD__),
    storageInfo: createBrowserStorageInfo(),
    passkeys: createBrowserPasskeys(),
    server: createHttpServer(location.origin),
    network: createBrowserNetwork(),
    courier: createBrowserCourier(),
  };
  return createDevice(ports, { trial: false });
}
