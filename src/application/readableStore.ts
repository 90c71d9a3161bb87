/** Something the screen shows and follows; made for React's useSyncExternalStore. `get` returns the same object until it changes. */
export interface Store<T> {
  readonly get: () => T;
  readonly subscribe: (listener: () => void) => () => void;
}
