import * as v from 'valibot';
import type { ServerProblem } from '../../application/ports.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import { refusalShape } from '../../protocol/exchange/shapes.ts';
import { readBody } from './readBody.ts';

/** One request and its whole answer. Anything that is no clear answer of the server is `Unreachable`: it is tried again. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Nothing at all was heard for so long. Sending a batch over a very slow line takes a while. */
const SILENCE = 45_000;

export async function request(
  url: string,
  init: RequestInit,
  { signal, patience = SILENCE }: { readonly signal?: AbortSignal | undefined; readonly patience?: number } = {},
): Promise<Result<Answer, ServerProblem>> {
  const silence = new AbortController();
  const ends = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal;
  let timer = setTimeout(() => silence.abort(), patience);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE);
  };
  try {
    const response = await fetch(url, { ...init, signal: ends, cache: 'no-store', credentials: 'omit', redirect: 'error' });
    heard();
    const bytes = await readBody(response, heard);
    return response.ok ? ok({ status: response.status, headers: response.headers, bytes }) : err(problemOf(response, bytes));
  } catch {
    return err({ type: 'Unreachable' });
  } finally {
    clearTimeout(timer);
  }
}

/** A proxy in between may answer too: only what our server says of itself is a refusal. */
function problemOf({ status, headers }: Response, bytes: Uint8Array): ServerProblem {
  if (status === 429 || status === 503) return { type: 'TooBusy', seconds: secondsOf(headers.get('retry-after')) };
  const refused = v.safeParse(refusalShape, parseJson(bytes));
  return refused.success ? { type: 'Refused', code: refused.output.error } : { type: 'Unreachable' };
}

const secondsOf = (text: string | null): number => Math.min(300, Math.max(1, Number.parseInt(text ?? '', 10) || 5));

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
