import type { Network } from '../../application/ports.ts';

/** Nobody to reach: the trial, and tests that are about one device. */
export const noNetwork: Network = { online: () => false, onHope: () => () => {} };
