/** What a person who types would notice of it. */
export interface MainThread {
  /** Milliseconds of the tasks that took more than 50. */
  readonly tasks: readonly number[];
  /** Milliseconds from each key until the page took it. */
  readonly keys: readonly number[];
}

/** Watches for tasks of more than 50 ms, and how long keys wait. */
export function watchMainThread(): { readonly stop: () => MainThread } {
  const tasks: number[] = [];
  const keys: number[] = [];
  const note = (entries: PerformanceEntryList) => entries.forEach(({ duration }) => tasks.push(duration));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const onKey = (event: Event) => void keys.push(performance.now() - event.timeStamp);
  addEventListener('keydown', onKey);
  return {
    stop: () => {
      note(observer.takeRecords());
      observer.disconnect();
      removeEventListener('keydown', onKey);
      return { tasks, keys };
    },
  };
}
