import type { KdfParameters, KeyDerivation } from '../../application/ports.ts';
import { trustedScriptUrl } from '../browser/trustedTypes.ts';
import type { Argon2Request } from './argon2Request.ts';
import argon2WorkerUrl from './argon2.worker.ts?worker&url';

/** Argon2id without wasm, each time in a worker of its own: the passphrase does not outlive the derivation. */
export function createArgon2KeyDerivation(): KeyDerivation {
  return {
    calibrate: (salt) => askOnce<KdfParameters>({ name: 'calibrate', salt }),
    derive: (passphrase, parameters) => askOnce<Uint8Array<ArrayBuffer>>({ name: 'derive', passphrase, parameters }),
  };
}

function askOnce<Answer>(request: Argon2Request): Promise<Answer> {
  const worker = new Worker(trustedScriptUrl(argon2WorkerUrl), { type: 'module', name: 'argon2' });
  return new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('key derivation failed')));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
