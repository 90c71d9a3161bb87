import type { JournalDisk } from './journalDesk.ts';
import type { JournalFile } from './journalFiles.ts';

const NAMES = ['journal-a', 'journal-b'] as const;
/** A closed tab, or a killed browser, lets go of its files a little later than of its writer's lock. */
const PATIENCE_MILLISECONDS = 5_000;
const PAUSE_MILLISECONDS = 50;

interface SyncFileHandle {
  readonly createSyncAccessHandle: () => Promise<JournalFile>;
}

/** The origin private file system of this browser. Usable only from a dedicated worker. */
export function createOpfsDisk(): JournalDisk {
  const openOne = async (name: string): Promise<JournalFile> => {
    const folder = await navigator.storage.getDirectory();
    const handle = (await folder.getFileHandle(name, { create: true })) as FileSystemFileHandle & SyncFileHandle;
    return await insist(() => handle.createSyncAccessHandle());
  };
  return {
    openPair: async () => {
      const first = await openOne(NAMES[0]);
      try {
        return [first, await openOne(NAMES[1])];
      } catch (error) {
        first.close();
        throw error;
      }
    },
    removePair: async () => {
      const folder = await navigator.storage.getDirectory();
      for (const name of NAMES) await folder.removeEntry(name).catch(ignoreMissing);
    },
  };
}

async function insist<T>(open: () => Promise<T>): Promise<T> {
  const start = performance.now();
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!isNamed(error, 'NoModificationAllowedError') || performance.now() - start > PATIENCE_MILLISECONDS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
}

function ignoreMissing(error: unknown): void {
  if (!isNamed(error, 'NotFoundError')) throw error;
}

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name;
