/**
 * The oldest versions in which all of the app works. What decides: Ed25519 (Chrome, Edge, Samsung) or X25519 (Firefox) in WebCrypto, and
 * `Map.groupBy` and `AbortSignal.any` (Safari), by MDN's browser-compat-data 8.1. What is asked of a browser is not its version but
 * whether it can do these things: src/oldBrowser.js and src/application/device/start.ts.
 */
export const OLDEST_BROWSERS = {
  Chrome: '137',
  Edge: '137',
  Firefox: '130',
  'Safari/iOS': '17.4',
  'Samsung Internet': '30',
} as const;

export const nameOldestBrowsers = (): string =>
  Object.entries(OLDEST_BROWSERS)
    .map(([name, version]) => `${name} ${version}+`)
    .join(' · ');
