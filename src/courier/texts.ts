import * as v from 'valibot';

/** What stands in a local copy of the courier; undefined when it is not there, or not of this shape. */
export function readText<const S extends v.GenericSchema>(shape: S, bytes: Uint8Array | undefined): v.InferOutput<S> | undefined {
  const parsed = v.safeParse(shape, parse(bytes));
  return parsed.success ? parsed.output : undefined;
}

export const writeText = (value: unknown): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(JSON.stringify(value)));

function parse(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
