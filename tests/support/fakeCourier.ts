import type { Courier } from '../../src/application/ports.ts';

/** A browser that only counts how often it was asked to wake the courier. */
export function createFakeCourier() {
  const listeners = new Set<() => void>();
  const courier = {
    calls: 0,
    held: 0,
    call: () => void courier.calls++,
    hold: () => {
      courier.held++;
      return () => void courier.held--;
    },
    onLeaving: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** The app goes out of sight. */
    leave: () => listeners.forEach((listener) => listener()),
  } satisfies Courier & Record<string, unknown>;
  return courier;
}
