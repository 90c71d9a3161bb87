import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INBOX_PATH, presencePath, streamPath } from '../../../src/protocol/exchange/paths.ts';
import type { Inbox } from '../../../src/protocol/exchange/shapes.ts';
import { base64urlToBytes } from '../../../src/protocol/bytes.ts';
import { filledBytes } from '../../support/cryptoFixtures.ts';
import {
  addTo,
  append,
  beginChain,
  expectDone,
  makeDocument,
  removeFrom,
  seal,
  setUp,
  type Story,
  type TestDocument,
} from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

const WAIT = 1_500;

let server: TestServer;
let story: Story;
let document: TestDocument;
beforeAll(async () => {
  server = await startTestServer({ pollMilliseconds: WAIT });
  story = await setUp(server, 'ib', 'wijkteam', 'leerkracht');
  document = await makeDocument(story, 'ib');
  await expectDone(append(story, 'ib', document, addTo(story.person('wijkteam'), 'professional')));
});
afterAll(() => server.stop());

const inbox = async (name: string, offset = '-1', live = '') =>
  (await expectDone(story.say(name, 'GET', `${INBOX_PATH}?offset=${offset}${live}`))).json() as Inbox;
const waitFor = (name: string, offset: string) => inbox(name, offset, '&live=long-poll');
const write = async (name: string) => {
  const body = await seal(document, story.person(name), beginChain());
  await expectDone(story.say(name, 'POST', streamPath(document.doc, 'log'), { body }));
};
const type = (name: string, sealed = filledBytes(1)) =>
  story.say(name, 'POST', presencePath(document.doc), { body: sealed, type: 'application/octet-stream' });

describe('an inbox', () => {
  it('names what changed, with where its streams end; nothing when nothing did', async () => {
    const first = await inbox('wijkteam');
    expect(first.items.map(({ doc }) => doc).toSorted()).toEqual([document.doc, story.organisation.doc].toSorted());
    expect((await inbox('wijkteam', first.next)).items).toEqual([]);
    await write('ib');
    const then = await inbox('wijkteam', first.next);
    const log = await story.say('wijkteam', 'GET', streamPath(document.doc, 'log'));
    expect(then.items).toEqual([{ ...first.items.find(({ doc }) => doc === document.doc), log: log.headers.get('stream-next-offset') }]);
    expect((await inbox('wijkteam', then.next)).items).toEqual([]);
  });

  it('brings the documents of somebody who was added, and tells who was removed once', async () => {
    const before = await inbox('leerkracht');
    await expectDone(append(story, 'ib', document, addTo(story.person('leerkracht'), 'reader')));
    const added = await inbox('leerkracht', before.next);
    expect(added.items).toMatchObject([{ doc: document.doc, log: expect.stringMatching(/./) }]);
    await expectDone(append(story, 'ib', document, removeFrom(story.person('leerkracht'))));
    const removed = await inbox('leerkracht', added.next);
    expect(removed.items).toEqual([{ doc: document.doc, roster: '', log: '', views: '' }]);
    await write('ib');
    expect((await inbox('leerkracht', removed.next)).items).toEqual([]);
  });

  it('waits until something happens, and answers within a moment', async () => {
    const { next } = await inbox('wijkteam');
    const start = performance.now();
    const waiting = waitFor('wijkteam', next);
    await write('ib');
    expect((await waiting).items).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(WAIT - 200);
  });

  it('answers with nothing when the time is over, also when others were busy', async () => {
    const { next } = await inbox('leerkracht');
    const start = performance.now();
    const waiting = waitFor('leerkracht', next);
    await write('ib');
    expect((await waiting).items).toEqual([]);
    expect(performance.now() - start).toBeGreaterThan(WAIT - 50);
  });

  it('tells nothing by its offset: it stays the same while others are busy', async () => {
    const { next } = await inbox('leerkracht');
    await write('ib');
    await type('ib');
    expect((await inbox('leerkracht', next)).next).toBe(next);
  });

  it('refuses an offset that is none, and one of before a restored backup', async () => {
    const { next } = await inbox('ib');
    for (const offset of ['', 'x', '0', `${next}.1`, next.slice(0, -1), `${next.slice(0, -22)}${'A'.repeat(22)}`, 'now']) {
      expect((await story.say('ib', 'GET', `${INBOX_PATH}?offset=${encodeURIComponent(offset)}`)).code).toBe('Malformed');
    }
    const said = await story.say('ib', 'GET', `${INBOX_PATH}?offset=${next.replace(/^[^.]+/, 'abcdef')}`);
    expect([said.status, said.code]).toEqual([410, 'OtherEpoch']);
    expect((await story.say('ib', 'GET', `${INBOX_PATH}?live=sse`)).code).toBe('Malformed');
  });

  it('refuses an offset of a history that it left in secret, also when it has counted as far again', async () => {
    const file = join(server.folder, 'knooppunt.sqlite');
    await server.restart(() => copyFileSync(file, `${file}.old`));
    await write('ib');
    const { next } = await inbox('wijkteam');
    await server.restart(() => copyFileSync(`${file}.old`, file));
    const ask = () => story.say('wijkteam', 'GET', `${INBOX_PATH}?offset=${next}`);
    expect((await ask()).code).toBe('OtherEpoch');
    await write('ib');
    expect((await ask()).code).toBe('OtherEpoch');
    expect((await inbox('wijkteam', (await inbox('wijkteam')).next)).items).toEqual([]);
  });

  it('goes on after a restart where it was', async () => {
    const { next } = await inbox('wijkteam');
    await server.restart();
    expect((await inbox('wijkteam', next)).items).toEqual([]);
    await write('ib');
    expect((await inbox('wijkteam', next)).items).toHaveLength(1);
  });
});

describe('presence', () => {
  it('reaches who waits in the circle, once, and not who sent it', async () => {
    const [theirs, ours] = [(await inbox('wijkteam')).next, (await inbox('ib')).next];
    const waiting = [waitFor('wijkteam', theirs), waitFor('ib', ours)] as const;
    expect((await type('ib', filledBytes(9))).status).toBe(204);
    const heard = await waiting[0];
    expect(heard.presence.map(({ doc, device, sealed }) => [doc, device, base64urlToBytes(sealed)])).toEqual([
      [document.doc, story.person('ib').device.id, filledBytes(9)],
    ]);
    expect((await inbox('wijkteam', heard.next)).presence).toEqual([]);
    expect((await waiting[1]).presence).toEqual([]);
  });

  it('is over after five seconds, and after a restart', async () => {
    const { next } = await inbox('wijkteam');
    await type('ib');
    server.turnClock(5_001);
    expect((await inbox('wijkteam', next)).presence).toEqual([]);
    await type('ib');
    await server.restart();
    expect((await inbox('wijkteam', next)).presence).toEqual([]);
  });

  it('is refused when it is too large, empty, of another type, or from outside', async () => {
    expect((await type('ib', filledBytes(1, 4_097))).code).toBe('TooLarge');
    expect((await type('ib', filledBytes(1, 0))).code).toBe('Malformed');
    expect((await story.say('ib', 'POST', presencePath(document.doc), { body: filledBytes(1) })).code).toBe('WrongContentType');
    expect((await type('leerkracht')).code).toBe('NotAMember');
  });
});
