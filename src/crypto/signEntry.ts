import { type Bytes, bytesToBase64url, concatBytes } from '../protocol/bytes.ts';
import { encodeCbor } from '../protocol/cbor.ts';
import { idToBytes } from '../protocol/wireShapes.ts';
import { type DeviceKeys, sign } from './keys.ts';
import { ENTRY_VERSION, type EntryPlace, type StreamPurpose } from './verification/entry.ts';
import { contextBytes, hashBytes } from './verification/hash.ts';

/** Signs an entry at its place. */
export async function signEntry<Hash extends string>(
  purpose: StreamPurpose,
  { stream, n, previous }: EntryPlace<Hash>,
  body: object,
  device: DeviceKeys,
): Promise<{ readonly hash: Hash; readonly bytes: Bytes }> {
  const content = encodeCbor([
    ENTRY_VERSION,
    idToBytes(stream),
    n,
    previous === null ? null : idToBytes(previous),
    idToBytes(device.id),
    body,
  ]);
  const hash = await hashBytes(content);
  const signature = await sign(device, concatBytes(contextBytes(purpose), hash));
  return { hash: bytesToBase64url(hash) as Hash, bytes: encodeCbor([content, signature]) };
}
