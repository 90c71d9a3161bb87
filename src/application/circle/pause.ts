import type { Ports } from '../ports.ts';

/** Waits until a connection may be back, the time is over, or nobody waits any more. */
export function pause({ clock, network }: Pick<Ports, 'clock' | 'network'>, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      cancel();
      stopHoping();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(milliseconds, done);
    const stopHoping = network.onHope(done);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
