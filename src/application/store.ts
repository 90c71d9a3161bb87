import type { Store } from './application.ts';

/** A store that its owner can write; readers only follow. */
export interface WritableStore<T> extends Store<T> {
  readonly set: (value: T) => void;
  /** The value is the same, and what readers hold beside it is not. */
  readonly tell: () => void;
}

export function createStore<T>(initial: T): WritableStore<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      tell();
    },
    tell,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Follows one store of whichever source is current now, and moves along when that changes. */
export function followCurrent<S, T>(source: Store<S>, pick: (source: S) => Store<T>): Store<T> {
  return {
    get: () => pick(source.get()).get(),
    subscribe: (listener) => {
      let stopInner = pick(source.get()).subscribe(listener);
      const stopOuter = source.subscribe(() => {
        stopInner();
        stopInner = pick(source.get()).subscribe(listener);
        listener();
      });
      return () => {
        stopOuter();
        stopInner();
      };
    },
  };
}
