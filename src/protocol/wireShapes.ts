import * as v from 'valibot';
import type { EntityId, EnvelopeHash, OperationId } from '../core/shared/ids.ts';
import { type Bytes, base64urlToBytes, bytesToBase64url, concatBytes } from './bytes.ts';

const isBytes = (length: number | undefined) => (input: unknown) =>
  input instanceof Uint8Array && (length === undefined || input.length === length);

/** Bytes of exactly this length (or any), in their own memory. */
export const bytesShape = (length?: number) => v.pipe(v.custom<Uint8Array>(isBytes(length)), v.transform(toOwnMemory));

/** Copied only when they are a part of something bigger: a snapshot is megabytes. */
const toOwnMemory = (bytes: Uint8Array): Bytes =>
  bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer ? (bytes as Bytes) : concatBytes(bytes);

/** Raw bytes on the wire, base64url text in the program. */
export const idShape = <Id extends string = string>(length: number) =>
  v.pipe(
    bytesShape(length),
    v.transform((bytes) => bytesToBase64url(bytes) as Id),
  );

/** An id or key of so many bytes, written as base64url: in forms with named fields. */
export const idTextShape = <Id extends string = string>(length: number) =>
  v.pipe(
    v.string(),
    v.check((text) => base64urlToBytes(text)?.length === length),
    v.transform((text) => text as Id),
  );

/** A whole number from 0 that survives the trip unchanged. */
export const countShape = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const entityShape = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(500),
  v.transform((id) => id as EntityId),
);

export const fieldShape = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

/** Operations by number on the wire: 32 bytes and a place, instead of 45 letters. */
export const predsShape = v.array(
  v.pipe(
    v.strictTuple([idShape<EnvelopeHash>(32), countShape]),
    v.transform(([hash, index]) => `${hash}/${index}` as OperationId),
  ),
);

export const predsToWire = (preds: readonly OperationId[]) =>
  preds.map((pred) => {
    const [hash = '', index] = pred.split('/');
    return [idToBytes(hash), Number(index)];
  });

/** What an erased operation leaves behind: where it was and what it replaced, so that old values do not come back. */
export const erasedShape = v.pipe(
  v.strictTuple([entityShape, fieldShape, predsShape]),
  v.transform(([entity, field, preds]) => ({ entity, field, preds })),
);

/** The raw bytes of an id or key. A text that is none is a bug: ids come only from their factories and parsers. */
export function idToBytes(id: string): Bytes {
  const bytes = base64urlToBytes(id);
  if (bytes === undefined) throw new Error('not an id in base64url');
  return bytes;
}
