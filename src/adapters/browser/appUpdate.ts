import type { Workbox } from 'workbox-window';
import { trustedScriptUrl } from './trustedTypes.ts';

const CHECK_EVERY = 60 * 60 * 1000;

interface Flag {
  readonly get: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Registers the service worker, says when a newer version waits and when it has taken over: whoever shows the screens decides when
 * to load them anew. Without a service worker (private window, old browser) the app still works while there is a connection; nothing
 * is reported.
 */
export function createAppUpdate(): { readonly available: Flag; readonly superseded: Flag; readonly load: () => void } {
  const available = createFlag();
  const superseded = createFlag();
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return { available, superseded, load: () => location.reload() };

  let workbox: Workbox | undefined;
  const register = async () => {
    const { Workbox: Registration } = await import('workbox-window');
    workbox = new Registration(trustedScriptUrl('/serviceWorker.js'));
    workbox.addEventListener('waiting', available.raise);
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (isUpdate) superseded.raise();
    });
    // A tab from before there was a service worker is controlled by none, and only hears that the one it saw waiting began.
    workbox.addEventListener('activated', () => {
      if (available.get()) superseded.raise();
    });
    await workbox.register();
  };
  whenAtRest(() => void register().catch(() => undefined));
  setInterval(() => void workbox?.update().catch(() => undefined), CHECK_EVERY);
  return { available, superseded, load: () => workbox?.messageSkipWaiting() };
}

/** Goes up once. */
function createFlag(): Flag & { readonly raise: () => void } {
  let isUp = false;
  const listeners = new Set<() => void>();
  return {
    get: () => isUp,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    raise: () => {
      isUp = true;
      for (const listener of listeners) listener();
    },
  };
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
