import { calibrate } from './calibrate.ts';
import { deriveKey } from './deriveKey.ts';
import type { Argon2Request } from './argon2Request.ts';

/** Composition root of the worker that answers one request and is gone, with everything it knew. */
addEventListener('message', ({ data }: MessageEvent<Argon2Request>) => {
  postMessage(data.name === 'derive' ? deriveKey(data.passphrase, data.parameters) : calibrate(data.salt, () => performance.now()));
});
