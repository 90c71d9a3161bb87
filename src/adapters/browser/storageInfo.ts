import type { StorageInfo } from '../../application/ports.ts';

const RESTART_MARK = 'knooppunt.restartMark';
const BROWSER_START = 'knooppunt.browserStart';

/** What the browser says of its storage. Where it says nothing, or throws, the answer is "unknown". */
export function createBrowserStorageInfo(): StorageInfo {
  /** For a window that refuses sessionStorage: one start per page then. */
  const fallback = crypto.randomUUID();
  return {
    persisted: () => attempt(() => navigator.storage.persisted(), null),
    askPersistence: () => attempt(() => navigator.storage.persist(), false),
    estimate: async () => {
      const { usage, quota } = await attempt((): Promise<StorageEstimate> => navigator.storage.estimate(), {} as StorageEstimate);
      return usage === undefined || quota === undefined ? null : { usedBytes: usage, availableBytes: Math.max(0, quota - usage) };
    },
    readRestartMark: () => attemptNow(() => localStorage.getItem(RESTART_MARK), null),
    writeRestartMark: (mark) =>
      attemptNow(() => (mark === null ? localStorage.removeItem(RESTART_MARK) : localStorage.setItem(RESTART_MARK, mark)), undefined),
    browserStart: () =>
      attemptNow(() => {
        const start = sessionStorage.getItem(BROWSER_START) ?? fallback;
        sessionStorage.setItem(BROWSER_START, start);
        return start;
      }, fallback),
  };
}

/** `navigator.storage` itself can be missing, so the asking is tried as well as the answer. */
async function attempt<Answer, Otherwise>(ask: () => Promise<Answer>, otherwise: Otherwise): Promise<Answer | Otherwise> {
  try {
    return await ask();
  } catch {
    return otherwise;
  }
}

function attemptNow<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}
