import { Workbox } from 'workbox-window';
import { trustedScriptUrl } from './trustedTypes.ts';

const CHECK_EVERY = 60 * 60 * 1000;

/**
 * Registers the service worker and says when a newer version waits. Without a service worker (private window, old browser) the app
 * still works while there is a connection; nothing is reported.
 */
export function createAppUpdate(): {
  readonly available: { readonly get: () => boolean; readonly subscribe: (listener: () => void) => () => void };
  readonly load: () => void;
} {
  let isAvailable = false;
  const listeners = new Set<() => void>();
  const available = {
    get: () => isAvailable,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return { available, load: () => location.reload() };

  const workbox = new Workbox(trustedScriptUrl('/serviceWorker.js'));
  workbox.addEventListener('waiting', () => {
    isAvailable = true;
    for (const listener of listeners) listener();
  });
  workbox.addEventListener('controlling', ({ isUpdate }) => {
    if (isUpdate) location.reload();
  });
  whenAtRest(() => void workbox.register().catch(() => undefined));
  setInterval(() => void workbox.update().catch(() => undefined), CHECK_EVERY);
  return { available, load: () => workbox.messageSkipWaiting() };
}

const BEGINNING = ['pointerdown', 'keydown'] as const;
/** Longer than the first screen takes to come to rest on a slow phone. */
const AT_REST = 8_000;

/** On a first visit the rest of the app is fetched when the first screen is there, or somebody begins: before, it would be in its way. */
function whenAtRest(act: () => void): void {
  if (navigator.serviceWorker.controller) return act();
  const begin = () => {
    clearTimeout(timer);
    for (const kind of BEGINNING) removeEventListener(kind, begin);
    act();
  };
  for (const kind of BEGINNING) addEventListener(kind, begin);
  const timer = setTimeout(begin, AT_REST);
}
