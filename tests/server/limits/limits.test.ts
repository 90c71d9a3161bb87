import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/server/limits/addressOf.ts';
import { createTokenBuckets } from '../../../src/server/limits/tokenBuckets.ts';
import { INBOX_PATH, SESSION_PATH, streamPath } from '../../../src/protocol/exchange/paths.ts';
import { ask, openSession } from '../../support/serverPeople.ts';
import { addTo, append, beginChain, expectDone, makeDocument, seal, setUp, type Story } from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

describe('a bucket of tokens', () => {
  it('gives a burst at once, and then as many as it fills with', () => {
    const buckets = createTokenBuckets({ perSecond: 2, burst: 3 });
    const take = (now: number, key = 'a') => buckets.take(key, now);
    expect([take(0), take(0), take(0), take(0)]).toEqual([true, true, true, false]);
    expect([take(500), take(500), take(10_000), take(10_000), take(10_000), take(10_000)]).toEqual([true, false, true, true, true, false]);
    expect(take(10_000, 'b')).toBe(true);
  });

  it('takes nothing away when the clock goes back, and remembers no more than it must', () => {
    const buckets = createTokenBuckets({ perSecond: 1, burst: 2 });
    expect([buckets.take('a', 9_000_000), buckets.take('a', 0), buckets.take('a', 0)]).toEqual([true, true, false]);
    for (let key = 0; key < 50_000; key++) expect(buckets.take(String(key), 0)).toBe(true);
  });
});

describe('the address of a request', () => {
  it.each([
    ['203.0.113.5', undefined, '203.0.113.5'],
    ['203.0.113.5', '198.51.100.9', '203.0.113.5'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['127.0.0.1', '10.0.0.1, 198.51.100.9', '198.51.100.9'],
    ['::ffff:127.0.0.1', '198.51.100.9', '198.51.100.9'],
    ['::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ])('from %s saying %s is %s', (remote, forwarded, address) => expect(addressOf(remote, forwarded)).toBe(address));
});

describe('asking too much', () => {
  let server: TestServer;
  let story: Story;
  beforeAll(async () => {
    server = await startTestServer({
      limits: { device: { perSecond: 1, burst: 30 }, document: { perSecond: 0.1, burst: 4 }, documentBytes: 3_000 },
    });
    story = await setUp(server, 'ib', 'wijkteam');
  });
  afterAll(() => server.stop());

  it('is refused for one device, with when to come back; others go on, and so does it after a while', async () => {
    const as = await openSession(server.url(), story.person('wijkteam').device);
    const said = await Promise.all(Array.from({ length: 40 }, () => ask(server.url(), 'GET', INBOX_PATH, { as })));
    const refused = said.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(5);
    expect([refused[0]!.code, refused[0]!.headers.get('retry-after')]).toEqual(['TooMany', '5']);
    expect((await story.say('ib', 'GET', INBOX_PATH)).status).toBe(200);
    server.turnClock(5_000);
    expect((await ask(server.url(), 'GET', INBOX_PATH, { as })).status).toBe(200);
  });

  it('cannot be done in the name of another device', async () => {
    const { device } = story.person('ib');
    const forged = { type: 'session', token: `${device.id}.full.9999999999.${'A'.repeat(43)}` } as const;
    const said = await Promise.all(Array.from({ length: 60 }, () => ask(server.url(), 'GET', INBOX_PATH, { as: forged })));
    expect(new Set(said.map(({ code }) => code))).toEqual(new Set(['NoSession']));
    expect((await story.say('ib', 'GET', INBOX_PATH)).status).toBe(200);
  });

  it('is refused for one document: appends by everyone together, and what it may come to', async () => {
    const plan = await makeDocument(story, 'ib');
    const chain = beginChain();
    const send = async () =>
      await story.say('ib', 'POST', streamPath(plan.doc, 'log'), { body: await seal(plan, story.person('ib'), chain) });
    await expectDone(append(story, 'ib', plan, addTo(story.person('wijkteam'), 'professional')));
    for (let count = 0; count < 3; count++) expect((await send()).status).toBe(204);
    expect((await story.say('wijkteam', 'POST', streamPath(plan.doc, 'log'), { body: new Uint8Array(3) })).code).toBe('TooMany');
    expect((await story.say('wijkteam', 'GET', streamPath(plan.doc, 'log'))).status).toBe(200);
    server.turnClock(60_000);
    const full = await makeDocument(story, 'ib');
    const statuses: number[] = [];
    const other = beginChain();
    for (let count = 0; count < 8; count++) {
      server.turnClock(11_000);
      statuses.push(
        (await story.say('ib', 'POST', streamPath(full.doc, 'log'), { body: await seal(full, story.person('ib'), other) })).status,
      );
    }
    expect(statuses[0]).toBe(204);
    expect(statuses.at(-1)).toBe(507);
    expect((await story.say('ib', 'GET', streamPath(full.doc, 'log'))).status).toBe(200);
  });

  it('is refused for one address before anything else is looked at', async () => {
    const strict = await startTestServer({ limits: { address: { perSecond: 0.1, burst: 5 } } });
    const forwarded = (address: string) => ask(strict.url(), 'GET', SESSION_PATH, { headers: { 'x-forwarded-for': address } });
    for (let count = 0; count < 5; count++) expect((await forwarded('198.51.100.1')).status).toBe(200);
    expect((await forwarded('198.51.100.1')).code).toBe('TooMany');
    expect((await forwarded('198.51.100.2')).status).toBe(200);
    await strict.stop();
  });
});

describe('a body', () => {
  it('of who has nothing to show is not read', async () => {
    const server = await startTestServer();
    const said = await ask(server.url(), 'POST', '/v1/doc/AAAAAAAAAAAAAAAAAAAAAA/log', { body: new Uint8Array(10_000_000) }).catch(
      () => 'cut off',
    );
    expect(said === 'cut off' || (said as { code: string }).code === 'NoSession').toBe(true);
    await server.stop();
  });
});
