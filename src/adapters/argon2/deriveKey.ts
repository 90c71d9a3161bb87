import { argon2id } from '@noble/hashes/argon2.js';
import type { KdfParameters } from '../../application/ports.ts';

/** Thirty-two bytes. The same passphrase from another keyboard may be coded otherwise, hence NFKC. */
export function deriveKey(passphrase: string, { memoryKiB, passes, salt }: KdfParameters): Uint8Array<ArrayBuffer> {
  return new Uint8Array(argon2id(passphrase.normalize('NFKC'), salt, { m: memoryKiB, t: passes, p: 1, dkLen: 32 }));
}
