import { decode, encode } from 'cborg';
import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import { type Bytes, concatBytes } from './bytes.ts';

/** Plain data as CBOR: arrays, text, bytes, numbers, booleans, null. */
export const encodeCbor = (value: unknown): Bytes => concatBytes(encode(value));

/**
 * The value, or undefined for anything that `encodeCbor` would not write so: longer than needed, indefinite lengths, double
 * keys, `undefined`, NaN, bytes after the end. One value has one form, so nothing hides in how bytes are written.
 * Maps become `Map`, never an object whose prototype a key could reach.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, {
      strict: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowNaN: false,
      allowInfinity: false,
      allowBigInt: false,
      useMaps: true,
      rejectDuplicateMapKeys: true,
    });
  } catch {
    return undefined;
  }
}

/** Decoded and of the expected shape, or undefined. */
export function parseCbor<const S extends GenericSchema>(schema: S, bytes: Uint8Array): InferOutput<S> | undefined {
  const parsed = safeParse(schema, decodeCbor(bytes));
  return parsed.success ? parsed.output : undefined;
}
