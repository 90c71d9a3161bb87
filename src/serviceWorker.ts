/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { openSealedShelf } from './adapters/courier/sealedShelf.ts';
import { EXCHANGE_LOCK, SYNC_TAG } from './adapters/courier/names.ts';
import { createHttpServer } from './adapters/http/server.ts';
import { runErrand } from './courier/runErrand.ts';
import { NavigationRoute, registerRoute } from 'workbox-routing';

/** Of Background Sync, which TypeScript's own types do not know. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
  readonly addEventListener: (type: 'sync', listener: (event: SyncEvent) => void) => void;
};

// Everything the app needs, fetched once; from then on it opens without any server.
precacheAndRoute([...self.__WB_MANIFEST]);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/healthz$/] }));

// A new version waits until the person says "Nieuwe versie laden": two versions never work on the same data at once.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
});

/** As long as an app that is closing takes to let go. One that goes on exchanges by itself. */
const PATIENCE = 10_000;

// Background Sync: only wakes the courier; what waits stands in the app's own database.
self.addEventListener('sync', (event: SyncEvent) => {
  if (event.tag === SYNC_TAG) event.waitUntil(bringWhenAlone());
});

async function bringWhenAlone(): Promise<void> {
  const alone = await navigator.locks.request(EXCHANGE_LOCK, { signal: AbortSignal.timeout(PATIENCE) }, bring).catch(isNotAlone);
  // Thrown, so that the browser wakes us again.
  if (alone === 'again') throw new Error('not delivered yet');
}

const isNotAlone = () => 'done' as const;

async function bring(): Promise<'done' | 'again'> {
  const shelf = await openSealedShelf('knooppunt').catch(() => null);
  if (!shelf) return 'done';
  try {
    return (await runErrand({ shelf, server: createHttpServer(self.location.origin), clock: Date })) ? 'done' : 'again';
  } catch {
    // The app removed or changed its database in the meantime.
    return 'done';
  } finally {
    shelf.close();
  }
}
