/** What app and service worker call each other by. */
export const SYNC_TAG = 'knooppunt-courier';
export const EXCHANGE_LOCK = 'knooppunt-exchange';
