const STREAMS = /^\/v1\/(doc|keyring|invitation|organisation)\/[^/]+(\/(?:roster|log|views|fetches|presence|messages|blocks))?$/;
const PLAIN = new Set(['/v1/session', '/v1/inbox', '/healthz', '/metrics']);

/** A path without what stands in it: never an id, and nothing that a stranger wrote. So there are few of them, too. */
export function routeName(pathname: string): string {
  if (PLAIN.has(pathname)) return pathname;
  const [, kind, rest = ''] = STREAMS.exec(pathname) ?? [];
  if (kind !== undefined) return `/v1/${kind}/{id}${rest}`;
  if (pathname.startsWith('/v1/stream/')) return '/v1/stream/{path}';
  if (pathname.startsWith('/v1/')) return '/v1/unknown';
  return pathname.startsWith('/assets/') ? '/assets/{file}' : '/app';
}
