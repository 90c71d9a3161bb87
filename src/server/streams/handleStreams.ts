import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, refuse, refuseAfter } from './answer.ts';
import { readBody } from './readBody.ts';
import { headStream, readStream } from './readStream.ts';
import type { StreamContext, StreamRequest, Tenant } from './tenant.ts';
import { createWaiters } from './waiters.ts';
import { appendToStream, createStream, deleteStream } from './writeStream.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] as const;

/** True: this was a request for a stream, and it is being answered. */
export type HandleStream = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;

/** The protocol over all tenants: the first that knows the path answers. */
// oxlint-disable-next-line typescript/no-explicit-any -- each tenant prepares what only itself admits
export function createStreamHandler(context: StreamContext, tenants: readonly Tenant<any>[]): HandleStream {
  const waiters = createWaiters(context.stopping);
  context.store.onCommit((paths) => waiters.wake(paths));

  return (request, response, url) => {
    const tenant = tenants.find((candidate) => candidate.match(url.pathname));
    if (!tenant) return false;
    void handle(tenant).catch((error: unknown) => refuseAfter(response, error));
    return true;

    // oxlint-disable-next-line typescript/no-explicit-any -- as above
    async function handle(found: Tenant<any>): Promise<void> {
      const method = METHODS.find((known) => known === request.method);
      if (request.method === 'OPTIONS') return answer(response, 204, PREFLIGHT);
      if (!method) return answer(response, 405, { Allow: METHODS.join(', ') });
      const hasBody = method === 'PUT' || method === 'POST';
      const { headers, socket } = request;
      const arrival = { method, path: url.pathname, headers, address: socket.remoteAddress ?? '' };
      const greeted = found.greet?.(arrival);
      if (greeted?.ok === false) return refuse(response, greeted.error, hasBody ? { Connection: 'close' } : {});
      const body = hasBody ? await readBody(request, context.bodyLimit) : new Uint8Array();
      if (body === 'CutOff') return;
      if (body === 'TooLarge') return refuse(response, 'TooLarge', { Connection: 'close' });
      const asked: StreamRequest = { ...arrival, body };
      if (method === 'GET') return await readStream({ context, tenant: found, request: asked, waiters, response }, url.searchParams);
      if (method === 'HEAD') return await headStream(context, found, asked, response);
      const change = { PUT: createStream, POST: appendToStream, DELETE: deleteStream }[method];
      (await change(context, found, asked))(response);
    }
  };
}

/** A conditional request from elsewhere may be asked for; who may read is decided on the request itself. */
const PREFLIGHT = {
  'Access-Control-Allow-Methods': METHODS.join(', '),
  'Access-Control-Allow-Headers':
    'authorization, content-type, if-none-match, stream-seq, stream-closed, producer-id, producer-epoch, producer-seq',
};
