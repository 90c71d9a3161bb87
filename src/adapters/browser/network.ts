import type { Network } from '../../application/ports.ts';

/** What the browser believes of the network. `onLine` true says little; false says that trying is of no use. */
export function createBrowserNetwork(): Network {
  return {
    online: () => navigator.onLine,
    onHope: (listener) => {
      const whenVisible = () => {
        if (document.visibilityState === 'visible') listener();
      };
      window.addEventListener('online', listener);
      window.addEventListener('focus', listener);
      document.addEventListener('visibilitychange', whenVisible);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('focus', listener);
        document.removeEventListener('visibilitychange', whenVisible);
      };
    },
  };
}
