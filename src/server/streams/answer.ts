import type { ServerResponse } from 'node:http';
import { StoreFailure } from '../store/port.ts';
import { refusals, type Refusal } from '../../protocol/exchange/refusals.ts';

export type Headers = Readonly<Record<string, string>>;

/** Nothing of a stream may stay behind in a cache. */
export const NO_STORE: Headers = { 'Cache-Control': 'no-store' };

/** An answer without a body. */
export function answer(response: ServerResponse, status: number, headers: Headers = {}): void {
  response.writeHead(status, { ...NO_STORE, ...headers }).end();
}

export function answerJson(response: ServerResponse, status: number, value: unknown, headers: Headers = {}): void {
  response.writeHead(status, { ...NO_STORE, 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value));
}

/** Why not, as a code that programs decide on. `status` where the protocol wants another than the code's own. */
export const refuse = (response: ServerResponse, code: Refusal, headers: Headers = {}, status: number = refusals[code]): void =>
  answerJson(response, status, { error: code }, { ...(code === 'TooMany' ? RETRY : {}), ...headers });

/** The store failed, or something that nobody foresaw: clear codes too, and nothing was kept. */
export function refuseAfter(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  if (!(error instanceof StoreFailure)) return refuse(response, 'Failed');
  refuse(response, error.problem === 'full' ? 'QuotaFull' : 'Unavailable', { 'Retry-After': '30' });
}

/** Seconds: by then some of what was asked too fast is forgiven. */
const RETRY: Headers = { 'Retry-After': '5' };
