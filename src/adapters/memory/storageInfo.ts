import type { StorageInfo } from '../../application/ports.ts';

export interface MemoryStorageInfo extends StorageInfo {
  /** As quitting the browser and starting it again does. */
  readonly restartBrowser: () => void;
}

/** A browser that keeps what it is asked to keep. */
export function createMemoryStorageInfo(): MemoryStorageInfo {
  let isPersisted = false;
  let mark: string | null = null;
  let starts = 1;
  return {
    persisted: async () => isPersisted,
    askPersistence: async () => (isPersisted = true),
    estimate: async () => null,
    readRestartMark: () => mark,
    writeRestartMark: (value) => {
      mark = value;
    },
    browserStart: () => `start ${starts}`,
    restartBrowser: () => {
      starts += 1;
    },
  };
}
