import type { ServerResponse } from 'node:http';

/** Who waits for a path to change. One list for all live readers, woken after each commit. */
export interface Waiters {
  /**
   * Asks at once, and again each time the path changed; resolves with the first answer, or undefined when the time is over, the reader
   * left or the server stops. A change between asking and waiting is never missed, because asking comes after listening.
   */
  readonly until: <T>(
    path: string,
    milliseconds: number,
    response: ServerResponse,
    ask: () => { readonly value: T } | undefined,
  ) => Promise<{ readonly value: T } | undefined>;
  /** Wakes whoever waits for one of these. */
  readonly wake: (paths: Iterable<string>) => void;
}

export function createWaiters(stopping: AbortSignal): Waiters {
  const byPath = new Map<string, Set<() => void>>();
  const waiting = new Set<() => void>();
  stopping.addEventListener('abort', () => waiting.forEach((leave) => leave()));
  return {
    until: (path, milliseconds, response, ask) =>
      new Promise((resolve, reject) => {
        const listeners = byPath.get(path) ?? new Set<() => void>();
        byPath.set(path, listeners);
        const stopWaiting = () => {
          clearTimeout(timer);
          listeners.delete(look);
          if (listeners.size === 0) byPath.delete(path);
          response.off('close', leave);
          waiting.delete(leave);
        };
        const leave = () => {
          stopWaiting();
          resolve(undefined);
        };
        // One reader's failure is its own: it may not reach whoever appended, or who waits beside it.
        const look = () => {
          try {
            const found = ask();
            if (!found) return;
            stopWaiting();
            resolve(found);
          } catch (error) {
            stopWaiting();
            reject(error as Error);
          }
        };
        const timer = setTimeout(leave, milliseconds);
        listeners.add(look);
        response.once('close', leave);
        waiting.add(leave);
        if (stopping.aborted || response.destroyed) leave();
        else look();
      }),
    wake: (paths) => {
      for (const path of paths) for (const look of byPath.get(path) ?? []) look();
    },
  };
}
