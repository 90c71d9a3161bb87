import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import { cacheControlOf, SECURITY_HEADERS } from './headers.ts';
import type { HandleStream } from './streams/handleStreams.ts';
import type { WatchRequest } from './watch/watchRequests.ts';

/** Pages are addresses that name no file: the app itself decides what stands there. Ids have dots, so only known endings count. */
const isPage = (pathname: string) => !/\.(css|html|ico|js|json|png|svg|txt|webmanifest|woff2)$/i.test(pathname);

/**
 * Hands out the built app, and passes on what is asked of the streams.
 *
 * @param folder the built app (`dist`)
 */
export function createServer(folder: string, handleStream: HandleStream, watch: WatchRequest = () => undefined): Server {
  const serveFile = sirv(folder, { brotli: true, gzip: true, etag: true });
  const server = createHttpServer({ connectionsCheckingInterval: 1_000 }, (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const url = parseUrl(request);
    watch(request, response, url?.pathname ?? '');
    // What was under way while the server stops ends, and its connection with it: kept open, it would hold the stop up.
    response.once('finish', () => server.listening || setImmediate(() => server.closeIdleConnections()));
    if (!url) return answer(response, 400, 'Bad request', {});
    if (!handleStream(request, response, url)) handle(request, response, serveFile, url.pathname);
  });
  // A client that sends its request drop by drop is cut off, instead of holding a connection.
  server.headersTimeout = 5_000;
  server.requestTimeout = 15_000;
  server.keepAliveTimeout = 5_000;
  // Whoever takes nothing of an answer for so long is gone; more than the longest wait of a live reader.
  server.timeout = 120_000;
  server.maxConnections = 5_000;
  return server;
}

/** undefined: no address at all. */
const parseUrl = ({ url }: IncomingMessage): URL | undefined => URL.parse(url ?? '/', 'http://localhost') ?? undefined;

function handle(request: IncomingMessage, response: ServerResponse, serveFile: ReturnType<typeof sirv>, pathname: string): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, 'Method not allowed', { Allow: 'GET, HEAD' });
  if (pathname === '/healthz') return answer(response, 200, 'ok', { 'Cache-Control': 'no-store' });
  const path = isPage(pathname) ? '/index.html' : pathname;
  response.setHeader('Cache-Control', cacheControlOf(path));
  request.url = path;
  // sirv keeps a parsed copy of the address; without it the old one would be served.
  Reflect.deleteProperty(request, '_parsedUrl');
  serveFile(request, response, () => answer(response, 404, 'Not found', { 'Cache-Control': 'no-store' }));
}

function answer(response: ServerResponse, status: number, text: string, headers: Record<string, string>): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end(text);
}
