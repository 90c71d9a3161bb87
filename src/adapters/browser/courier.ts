import type { Courier } from '../../application/ports.ts';
import { EXCHANGE_LOCK, SYNC_TAG } from '../courier/names.ts';

/** The part of Background Sync that is used here; TypeScript's own DOM types do not know it. */
interface WithSync extends ServiceWorkerRegistration {
  readonly sync: { readonly register: (tag: string) => Promise<void> };
}

/** Null in a browser without Background Sync (Firefox, Safari), and where no service worker runs. */
export function createBrowserCourier(): Courier | null {
  if (!('serviceWorker' in navigator) || !('SyncManager' in globalThis)) return null;
  return {
    call: () => {
      // Refused by a person or the browser: then it goes when the app is opened.
      navigator.serviceWorker.ready.then((registration) => (registration as WithSync).sync.register(SYNC_TAG)).catch(() => undefined);
    },
    hold: () => {
      const waiting = new AbortController();
      let release = () => waiting.abort();
      navigator.locks
        .request(EXCHANGE_LOCK, { signal: waiting.signal }, () => new Promise<void>((resolve) => (release = resolve)))
        .catch(() => undefined);
      return () => release();
    },
    onLeaving: (listener) => {
      const whenHidden = () => {
        if (document.visibilityState === 'hidden') listener();
      };
      document.addEventListener('visibilitychange', whenHidden);
      window.addEventListener('pagehide', listener);
      return () => {
        document.removeEventListener('visibilitychange', whenHidden);
        window.removeEventListener('pagehide', listener);
      };
    },
  };
}
