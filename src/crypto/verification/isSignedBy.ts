import type { DeviceId } from '../../core/shared/ids.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { idToBytes } from '../../protocol/wireShapes.ts';

const subtle = globalThis.crypto.subtle;

/** A log names few devices very often. What was forgotten is imported anew. */
const imported = new Map<DeviceId, ReturnType<typeof subtle.importKey>>();
const MOST = 500;

function keyOf(device: DeviceId): ReturnType<typeof subtle.importKey> {
  const known = imported.get(device);
  if (known) return known;
  const key = subtle.importKey('raw', idToBytes(device), 'Ed25519', false, ['verify']);
  if (imported.size >= MOST) imported.clear();
  imported.set(device, key);
  return key;
}

/** Whether this device signed exactly these bytes. A key that is no key signed nothing. */
export async function isSignedBy(device: DeviceId, message: Bytes, signature: Bytes): Promise<boolean> {
  try {
    return await subtle.verify('Ed25519', await keyOf(device), signature, message);
  } catch {
    return false;
  }
}
