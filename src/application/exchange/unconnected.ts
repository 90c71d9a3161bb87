import type { ExchangeState } from '../application.ts';

/** No server to exchange with, or locked. */
export const unconnected: ExchangeState = {
  type: 'unconnected',
  waiting: 0,
  since: null,
  lastDelivered: null,
  lastHeard: null,
  nextTry: null,
  keyring: null,
  progress: null,
  left: [],
  cases: new Map(),
};
