import type { MemberId } from '../../../core/shared/ids.ts';

/** Requests that wait until something changed for their member. One for a whole caseload, so a thousand idle devices cost little. */
export interface Waiting {
  /** Resolves when woken, when the time is over, or when the request was given up. */
  readonly wait: (member: MemberId, milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly wake: (members: readonly MemberId[]) => void;
  /** The server stops: everyone is answered. */
  readonly wakeAll: () => void;
}

export function createWaiting(): Waiting {
  const waiting = new Map<MemberId, Set<() => void>>();
  const wake = (members: Iterable<MemberId>) => {
    for (const member of members) waiting.get(member)?.forEach((done) => done());
  };
  return {
    wait: (member, milliseconds, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          const others = waiting.get(member);
          others?.delete(done);
          if (others?.size === 0) waiting.delete(member);
          resolve();
        };
        const timer = setTimeout(done, milliseconds);
        waiting.set(member, (waiting.get(member) ?? new Set()).add(done));
        signal.addEventListener('abort', done);
        if (signal.aborted) done();
      }),
    wake,
    wakeAll: () => wake([...waiting.keys()]),
  };
}
