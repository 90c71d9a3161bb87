import type { Tabs } from '../../application/ports.ts';

export interface MemoryTab extends Tabs {
  /** As closing the tab does: the next in line becomes the writer, nothing is heard any more. */
  readonly close: () => void;
}

/** A browser with tabs, without a browser. `openTab` once for the trial; more often to test what several tabs do. */
export function createMemoryTabs(): { readonly openTab: (version?: string) => MemoryTab } {
  interface Place {
    readonly listeners: Set<(message: unknown) => void>;
    readonly promote: () => void;
  }
  const open = new Set<Place>();
  let line: Place[] = [];
  let writer: Place | null = null;

  const appoint = () => {
    if (writer) return;
    writer = line.shift() ?? null;
    writer?.promote();
  };

  return {
    openTab: (version = '') => {
      const became = Promise.withResolvers<void>();
      const place: Place = { listeners: new Set(), promote: became.resolve };
      open.add(place);
      return {
        version,
        becomeWriter: async () => {
          if (writer === place) return;
          if (!line.includes(place)) line.push(place);
          appoint();
          await became.promise;
        },
        tryBecomeWriter: async () => {
          if (!writer && line.length === 0) {
            line.push(place);
            appoint();
          }
          return writer === place;
        },
        post: (message) => {
          if (!open.has(place)) return;
          const copy: unknown = structuredClone(message);
          queueMicrotask(() => {
            for (const other of open) if (other !== place) for (const listener of other.listeners) listener(copy);
          });
        },
        listen: (listener) => {
          place.listeners.add(listener);
          return () => void place.listeners.delete(listener);
        },
        close: () => {
          open.delete(place);
          line = line.filter((other) => other !== place);
          if (writer !== place) return;
          writer = null;
          appoint();
        },
      };
    },
  };
}
