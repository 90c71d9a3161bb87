import { createHash, timingSafeEqual } from 'node:crypto';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { Refusal } from '../../protocol/exchange/refusals.ts';
import { isJson, splitJson } from './contentType.ts';
import { ALL, type StreamRequest, type Tenant } from './tenant.ts';

const PREFIX = '/v1/stream/';

/** The reserved tenant in which the protocol's own conformance suite runs: plain streams, for whoever has the token. */
export function createTestTenant(token: string): Tenant<readonly Uint8Array[]> {
  const admits = (request: StreamRequest): Result<void, Refusal> => (hasToken(request, token) ? ok(undefined) : err('NoSession'));
  return {
    match: (path) => path.startsWith(PREFIX) && path.length > PREFIX.length,
    prepare: async (request) => {
      const admitted = admits(request);
      return admitted.ok ? messagesOf(request) : admitted;
    },
    // Nobody else writes here, so there is nothing more to ask within the transaction.
    admit: (_tx, messages) => ok(messages),
    mayRead: async (request) => {
      const admitted = admits(request);
      return admitted.ok ? ok(ALL) : admitted;
    },
    perishable: true,
    goneOffset: 'Malformed',
  };
}

function messagesOf({ method, headers, body }: StreamRequest): Result<readonly Uint8Array[], Refusal> {
  if (body.length === 0 || method === 'DELETE') return ok([]);
  if (!isJson(String(headers['content-type'] ?? ''))) return ok([body]);
  const messages = splitJson(body);
  return messages === undefined || (messages.length === 0 && method === 'POST') ? err('Malformed') : ok(messages);
}

const hasToken = ({ headers }: StreamRequest, token: string): boolean =>
  timingSafeEqual(digest(headers['authorization']), digest(`Bearer ${token}`));

const digest = (text: unknown): Uint8Array => createHash('sha256').update(String(text)).digest();
