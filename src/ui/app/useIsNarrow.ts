import { useSyncExternalStore } from 'react';

/** The same border as in the style sheets: below it the menu is at the bottom. */
const QUERY = '(width < 1000px)';

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia?.(QUERY);
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
};

/** Phone, or a tablet upright. One menu at a time is in the page, so nobody hears everything twice. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia?.(QUERY).matches ?? false);
