import * as v from 'valibot';
import type { Bytes } from '../../../protocol/bytes.ts';

/** What a small request brings. */
export interface ApiRequest {
  readonly authorization: string | undefined;
  /** The id in the path; '' where there is none. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** Empty when none is read. */
  readonly body: Bytes;
  /** Aborted when whoever asked is gone, or the server stops. */
  readonly signal: AbortSignal;
}

/** Parsed and of the expected shape, or undefined. */
export function parseJson<const S extends v.GenericSchema>(shape: S, body: Uint8Array): v.InferOutput<S> | undefined {
  try {
    const parsed = v.safeParse(shape, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
