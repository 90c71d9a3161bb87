import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeName } from '../../../src/server/watch/routeName.ts';
import { INBOX_PATH, streamPath } from '../../../src/protocol/exchange/paths.ts';
import { ask } from '../../support/serverPeople.ts';
import { setUp, type Story } from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

let server: TestServer;
let story: Story;
beforeAll(async () => {
  server = await startTestServer({ metricsToken: 'a-token' });
  story = await setUp(server, 'ib');
});
afterAll(() => server.stop());

describe('the log', () => {
  it('has a line for each request: method, route without ids, status, time and bytes', async () => {
    await story.session('ib');
    await story.say('ib', 'GET', `${streamPath(story.organisation.doc, 'roster')}?offset=-1`);
    await ask(server.url(), 'GET', '/v1/iets/van/een/vreemde');
    await expect.poll(() => server.logged().at(-1)).toContain('/v1/unknown');
    const lines = server
      .logged()
      .slice(-2)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/v1/doc/{id}/roster', 200],
      ['GET', '/v1/unknown', 404],
    ]);
    for (const line of lines) expect(Object.keys(line)).toEqual(['time', 'method', 'route', 'status', 'ms', 'bytes']);
    expect(lines[0]?.['bytes']).toBeGreaterThan(300);
  });

  it.each([
    ['/', '/app'],
    ['/cases/AbC/conference', '/app'],
    ['/assets/index-3f.js', '/assets/{file}'],
    ['/v1/keyring/abc', '/v1/keyring/{id}'],
    ['/v1/invitation/abc/messages', '/v1/invitation/{id}/messages'],
    ['/v1/organisation/abc/blocks', '/v1/organisation/{id}/blocks'],
    ['/v1/doc/abc/Jansen', '/v1/unknown'],
    ['/v1/stream/a/b', '/v1/stream/{path}'],
  ])('calls %s %s', (path, route) => expect(routeName(path)).toBe(route));
});

describe('the metrics', () => {
  const metrics = (headers: Record<string, string> = {}, method = 'GET') => ask(server.url(), method, '/metrics', { headers });

  it('count requests by route, without an id', async () => {
    await story.say('ib', 'GET', INBOX_PATH);
    const said = await metrics();
    const text = new TextDecoder().decode(said.bytes);
    expect(said.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toMatch(/^knooppunt_requests_total\{route="\/v1\/inbox",method="GET",status="200"\} \d+$/m);
    expect(text).toMatch(/^knooppunt_request_seconds_bucket\{route="\/v1\/inbox",le="\+Inf"\} \d+$/m);
    expect(text).not.toMatch(/[\w-]{40}/);
    for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# TYPE \w+ (counter|histogram|gauge)|\w+(\{.*\})? -?[\d.]+)$/);
  });

  it('are for this machine, or with the token; what a proxy passes on is from elsewhere', async () => {
    expect((await metrics({ 'x-forwarded-for': '198.51.100.1' })).code).toBe('NotFound');
    expect((await metrics({ 'x-forwarded-for': '198.51.100.1', authorization: 'Bearer other' })).status).toBe(404);
    expect((await metrics({ 'x-forwarded-for': '198.51.100.1', authorization: 'Bearer a-token' })).status).toBe(200);
    expect((await metrics({}, 'POST')).status).toBe(404);
  });
});
