import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { parentPort } from 'node:worker_threads';

export type Asked = readonly (readonly [device: string, message: Uint8Array, signature: Uint8Array])[];
export type Judged = readonly boolean[];

/** A server hears from few devices very often. What was forgotten is made anew. */
const known = new Map<string, KeyObject>();
const MOST = 2_000;

function keyOf(device: string): KeyObject {
  const key = known.get(device) ?? createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: device }, format: 'jwk' });
  if (known.size >= MOST) known.clear();
  known.set(device, key);
  return key;
}

/** The answers of `isSignedBy`. */
function judge([device, message, signature]: Asked[number]): boolean {
  try {
    return verify(null, message, keyOf(device), signature);
  } catch {
    return false;
  }
}

parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(asked.map(judge) satisfies Judged));
