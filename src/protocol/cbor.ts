import { decode, decodeFirst, encode } from 'cborg';
import * as v from 'valibot';
import { err, ok, type Result } from '../core/shared/result.ts';
import { type Bytes, concatBytes } from './bytes.ts';

/** Plain data as CBOR: arrays, text, bytes, numbers, booleans, null. */
export const encodeCbor = (value: unknown): Bytes => concatBytes(encode(value));

/**
 * The value, or undefined for anything that `encodeCbor` would not write so: longer than needed, indefinite lengths, double
 * keys, `undefined`, NaN, tags, bytes after the end: nothing hides in how bytes are written.
 * Maps become `Map`, never an object whose prototype a key could reach.
 */
export function decodeCbor(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, STRICT);
  } catch {
    return undefined;
  }
}

/** Values written one after the other, or undefined when one of them is not as `encodeCbor` writes it. */
export function decodeCborSequence(bytes: Uint8Array): readonly unknown[] | undefined {
  const values: unknown[] = [];
  try {
    for (let rest = bytes; rest.length > 0;) {
      const [value, after] = decodeFirst(rest, STRICT) as [unknown, Uint8Array];
      values.push(value);
      rest = after;
    }
    return values;
  } catch {
    return undefined;
  }
}

/**
 * The bytes of each value of a sequence, not looked into further; undefined when one of them is not as `encodeCbor` writes it, or when
 * there are more than `most`.
 */
export function splitCborSequence(bytes: Uint8Array, most = Infinity): readonly Bytes[] | undefined {
  const parts: Bytes[] = [];
  try {
    for (let rest = bytes; rest.length > 0;) {
      const [, after] = decodeFirst(rest, STRICT) as [unknown, Uint8Array];
      parts.push(new Uint8Array(rest.subarray(0, rest.length - after.length)));
      rest = after;
      if (parts.length > most) return undefined;
    }
    return parts;
  } catch {
    return undefined;
  }
}

const STRICT = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowNaN: false,
  allowInfinity: false,
  allowBigInt: false,
  useMaps: true,
  rejectDuplicateMapKeys: true,
} as const;

/** Maps with text keys as plain objects, all the way down: for forms with named fields. */
export function mapsToObjects(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mapsToObjects);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, inner]) => [String(key), mapsToObjects(inner)]));
}

/** Decoded and of the expected shape, or undefined. */
export function parseCbor<const S extends v.GenericSchema>(shape: S, bytes: Uint8Array): v.InferOutput<S> | undefined {
  const parsed = v.safeParse(shape, decodeCbor(bytes));
  return parsed.success ? parsed.output : undefined;
}

/** The same for forms that begin with a version number: something newer is not called broken. */
export function parseVersioned<const S extends v.GenericSchema>(
  shape: S,
  version: number,
  bytes: Uint8Array,
): Result<v.InferOutput<S>, { readonly type: 'Malformed' } | { readonly type: 'NewerVersion' }> {
  const wire = decodeCbor(bytes);
  if (v.is(versionShape, wire) && wire[0] > version) return err({ type: 'NewerVersion' });
  const parsed = v.safeParse(shape, wire);
  return parsed.success ? ok(parsed.output) : err({ type: 'Malformed' });
}

const versionShape = v.looseTuple([v.pipe(v.number(), v.integer())]);
