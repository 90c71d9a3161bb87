import type { KdfParameters } from '../../application/ports.ts';

/** What the page asks a derivation worker: one of these, once. */
export type Argon2Request =
  | { readonly name: 'calibrate'; readonly salt: Uint8Array<ArrayBuffer> }
  | { readonly name: 'derive'; readonly passphrase: string; readonly parameters: KdfParameters };
