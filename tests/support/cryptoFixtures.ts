import type { DocumentId, EntityId, EnvelopeHash, MemberId, OperationId } from '../../src/core/shared/ids.ts';
import type { Payload } from '../../src/core/document/operation.ts';
import type { EnvelopeInput } from '../../src/crypto/envelope.ts';
import { importDeviceKeys, importDocumentKey } from '../../src/crypto/keys.ts';
import { type Bytes, bytesToBase64url } from '../../src/protocol/bytes.ts';
import { createSeededRandom } from './seededRandom.ts';
import type { Result } from '../../src/core/shared/result.ts';

/** `length` bytes, all the same: for keys in tests. */
export const filledBytes = (value: number, length = 32): Bytes => new Uint8Array(length).fill(value);

export const idOf = <Id extends string>(value: number, length: number): Id => bytesToBase64url(filledBytes(value, length)) as Id;

export const hashOf = (value: number): EnvelopeHash => idOf<EnvelopeHash>(value, 32);

export const someDocument = idOf<DocumentId>(7, 16);
export const someMember = idOf<MemberId>(9, 16);

/** A device and a document key that are the same on every run. */
export async function createSealingKeys(seed = 1) {
  const random = createSeededRandom(seed).bytes;
  return {
    random,
    device: await importDeviceKeys(filledBytes(seed, 64)),
    documentKey: await importDocumentKey(someDocument, 0, filledBytes(5)),
  };
}

export const somePayload: Payload = {
  wall: 1_770_000_000_000,
  lamport: 3,
  ops: [
    ['set', `goal.${someMember}.x` as EntityId, 'wish', 'Rustig naar school', [`${hashOf(3)}/0` as OperationId]],
    ['text', 'family' as EntityId, 'analysis', Uint8Array.of(1, 2, 3)],
  ],
};

export const someInput: EnvelopeInput = {
  incarnation: idOf(4, 8),
  seq: 2,
  parents: [hashOf(1), hashOf(2)],
  roster: { n: 0, hash: idOf(8, 32) },
  payload: somePayload,
};

/** The value of a result that has to be there. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The name of the error of a result that has to fail. */
export const errorOf = (result: Result<unknown, { readonly type: string }>): string | undefined =>
  result.ok ? undefined : result.error.type;

/** A copy with one bit turned. */
export function flipBit(bytes: Uint8Array, bit: number): Bytes {
  const flipped = Uint8Array.from(bytes);
  flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
  return flipped;
}
