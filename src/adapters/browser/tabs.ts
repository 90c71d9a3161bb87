import type { Tabs } from '../../application/ports.ts';

/** The tabs of this browser. The lock is held until the tab closes or dies; the browser then gives it to the next in line. */
export function createBrowserTabs(version: string, name = 'knooppunt'): Tabs {
  const channel = new BroadcastChannel(name);
  let isWriter = false;
  let becoming: Promise<void> | null = null;

  /** Resolves with whether the lock is held now; once held it is never let go. */
  const take = (options: LockOptions) =>
    new Promise<boolean>((resolve, reject) => {
      navigator.locks
        .request(`${name}-writer`, options, (lock) => {
          isWriter = lock !== null;
          resolve(isWriter);
          return isWriter ? new Promise<void>(() => {}) : undefined;
        })
        .catch(reject);
    });

  return {
    version,
    becomeWriter: async () => {
      if (!isWriter) await (becoming ??= take({}).then(() => undefined));
    },
    tryBecomeWriter: async () => isWriter || (await take({ ifAvailable: true })),
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      const hear = ({ data }: MessageEvent<unknown>) => listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
