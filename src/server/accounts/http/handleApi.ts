import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, answerJson, refuse, refuseAfter } from '../../streams/answer.ts';
import { readBody } from '../../streams/readBody.ts';
import type { HandleStream } from '../../streams/handleStreams.ts';
import type { AccountsContext } from '../accountsContext.ts';
import { type Route, routes } from './routes.ts';

/** Everything under /v1/ that no stream answers. */
export const createApiHandler =
  (context: AccountsContext): HandleStream =>
  (request, response, url) => {
    if (!url.pathname.startsWith('/v1/')) return false;
    void respond(context, request, response, url).catch((error: unknown) => refuseAfter(response, error));
    return true;
  };

async function respond(context: AccountsContext, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const here = routes.filter(({ path }) => path.test(url.pathname));
  const route = here.find(({ method }) => method === request.method);
  if (here.length === 0) return refuse(response, 'NotFound');
  if (route === undefined) return refuse(response, 'NotFound', { Allow: here.map(({ method }) => method).join(', ') }, 405);
  const arrival = { method: route.method, path: url.pathname, headers: request.headers, address: request.socket.remoteAddress ?? '' };
  const greeted = (route.isOpen ? context.greet.anyone : context.greet.known)(arrival);
  if (!greeted.ok) return refuse(response, greeted.error, route.body === null ? {} : { Connection: 'close' });
  const body = await bodyOf(request, route);
  if (body === 'CutOff') return;
  if (typeof body === 'string') return refuse(response, body, { Connection: 'close' });
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answered = await route.answer(context, {
    authorization: request.headers.authorization,
    id: route.path.exec(url.pathname)?.[1] ?? '',
    query: url.searchParams,
    body,
    signal: AbortSignal.any([gone.signal, context.stopping]),
  });
  if (response.destroyed) return;
  if (!answered.ok) return refuse(response, answered.error);
  return answered.value === undefined ? answer(response, 204) : answerJson(response, 200, answered.value);
}

async function bodyOf(
  request: IncomingMessage,
  { body }: Route,
): Promise<Uint8Array<ArrayBuffer> | 'WrongContentType' | 'TooLarge' | 'CutOff'> {
  if (body === null) return new Uint8Array();
  if (request.headers['content-type'] !== body.type) return 'WrongContentType';
  return await readBody(request, body.most);
}
