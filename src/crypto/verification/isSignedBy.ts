import type { DeviceId } from '../../core/shared/ids.ts';
import type { Bytes } from '../../protocol/bytes.ts';
import { idToBytes } from '../../protocol/wireShapes.ts';

const subtle = globalThis.crypto.subtle;

/** Whether this device signed exactly these bytes. A key that is no key signed nothing. */
export async function isSignedBy(device: DeviceId, message: Bytes, signature: Bytes): Promise<boolean> {
  try {
    const key = await subtle.importKey('raw', idToBytes(device), 'Ed25519', false, ['verify']);
    return await subtle.verify('Ed25519', key, signature, message);
  } catch {
    return false;
  }
}
