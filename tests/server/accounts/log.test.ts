import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDevice, revokeDevice } from '../../../src/crypto/keyringEntries.ts';
import { importDeviceKeys } from '../../../src/crypto/keys.ts';
import { redactEnvelope } from '../../../src/crypto/verification/envelope.ts';
import { readKeyring } from '../../../src/crypto/verification/keyring.ts';
import { type Bytes, concatBytes, joinBytes } from '../../../src/protocol/bytes.ts';
import { splitCborSequence } from '../../../src/protocol/cbor.ts';
import { INBOX_PATH, keyringPath, streamPath } from '../../../src/protocol/exchange/paths.ts';
import { filledBytes, flipBit, valueOf } from '../../support/cryptoFixtures.ts';
import { ask, askSession, createPerson, openSession } from '../../support/serverPeople.ts';
import {
  addTo,
  append,
  beginChain,
  bringIn,
  type Chain,
  expectDone,
  headOf,
  makeDocument,
  removeFrom,
  seal,
  setUp,
  signNext,
  type Story,
  type TestDocument,
} from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

const DAY = 24 * 60 * 60 * 1000;

let server: TestServer;
let story: Story;
let document: TestDocument;
beforeAll(async () => {
  server = await startTestServer();
  story = await setUp(server, 'ib', 'wijkteam', 'leerkracht');
  document = await makeDocument(story, 'ib');
  await expectDone(append(story, 'ib', document, addTo(story.person('wijkteam'), 'professional')));
});
afterAll(() => server.stop());

const log = () => streamPath(document.doc, 'log');
const send = (name: string, ...envelopes: readonly Bytes[]) => story.say(name, 'POST', log(), { body: joinBytes(envelopes) });
const readLog = async (name = 'ib') => splitCborSequence((await expectDone(story.say(name, 'GET', log()))).bytes) ?? [];
const sealBy = (name: string, chain: Chain) => seal(document, story.person(name), chain);

describe('the log takes envelopes (SPEC 2 and 6)', () => {
  it('as they were sent, and gives them to everyone in the circle', async () => {
    const before = await readLog();
    const chain = beginChain();
    const sent = [await sealBy('ib', chain), await sealBy('ib', chain)];
    expect((await send('ib', ...sent)).status).toBe(204);
    expect((await readLog('wijkteam')).slice(before.length)).toEqual(sent);
  });

  it('once, however often they come', async () => {
    const before = await readLog();
    const chain = beginChain();
    const sent = [await sealBy('ib', chain), await sealBy('ib', chain), await sealBy('ib', chain)];
    for (const part of [sent.slice(0, 2), sent, sent.slice(1), sent]) expect((await send('ib', ...part)).status).toBe(204);
    await Promise.all([send('ib', ...sent), send('wijkteam', ...sent)]);
    expect((await readLog()).slice(before.length)).toEqual(sent);
  });

  it('of another member, when somebody who is in delivers them', async () => {
    const sent = await sealBy('ib', beginChain());
    expect((await send('wijkteam', sent)).status).toBe(204);
    expect(await readLog()).toContainEqual(sent);
  });

  it('from many at once, each in its order', async () => {
    const before = await readLog();
    const chains = Array.from({ length: 8 }, beginChain);
    const sent = await Promise.all(chains.map(async (chain) => [await sealBy('ib', chain), await sealBy('ib', chain)] as const));
    const said = await Promise.all(sent.map(async (two) => [await send('ib', two[0]), await send('wijkteam', two[1])]));
    expect(said.flat().map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => 204));
    expect((await readLog()).slice(before.length)).toHaveLength(16);
  });

  it('after a restart, knowing what it has', async () => {
    const chain = beginChain();
    const first = await sealBy('ib', chain);
    await expectDone(send('ib', first));
    const before = await readLog();
    await server.restart();
    const second = await sealBy('ib', chain);
    expect((await send('ib', first, second)).status).toBe(204);
    expect(await readLog()).toEqual([...before, second]);
  });
});

describe('the log refuses, and keeps nothing of the request (SPEC 9b)', () => {
  const cases: readonly (readonly [name: string, code: string, request: () => Promise<readonly Bytes[]>])[] = [
    ['a place that another envelope has', 'SeqTaken', async () => await forked()],
    [
      'an envelope behind one that is missing here',
      'SeqGap',
      async () => {
        const chain = beginChain();
        await sealBy('ib', chain);
        return [await sealBy('ib', chain)];
      },
    ],
    [
      'a good one together with one that is not',
      'NotASignature',
      async () => {
        const good = await sealBy('ib', beginChain());
        const bad = await sealBy('ib', beginChain());
        return [good, flipBit(bad, bad.length * 8 - 3)];
      },
    ],
    ['bytes that are no envelope', 'Malformed', async () => [Uint8Array.of(0x83, 1, 2, 3)]],
    [
      'an envelope of another document',
      'Malformed',
      async () => [await seal(await makeDocument(story, 'ib'), story.person('ib'), beginChain())],
    ],
    ['an envelope of who was never in', 'NotAMember', async () => [await sealBy('leerkracht', beginChain())]],
    [
      'an envelope of a device nobody knows',
      'UnknownDevice',
      async () => [await seal(document, { ...story.person('ib'), device: await importDeviceKeys(filledBytes(31, 64)) }, beginChain())],
    ],
    [
      'a redacted form that no entry stands for',
      'NotAllowed',
      async () => [valueOf(await redactEnvelope(await sealBy('ib', beginChain()), []))],
    ],
  ];

  async function forked(): Promise<readonly Bytes[]> {
    const chain = beginChain();
    await expectDone(send('ib', await sealBy('ib', chain)));
    return [await seal(document, story.person('ib'), { ...chain, sealed: [] }, 'Iets anders')];
  }

  it.each(cases)('%s: %s', async (_name, code, request) => {
    const envelopes = await request();
    const before = await readLog();
    expect((await send('ib', ...envelopes)).code).toBe(code);
    expect(await readLog()).toEqual(before);
  });

  it('a chain that forked before: the envelope behind ours is not theirs', async () => {
    const ours = beginChain();
    await expectDone(send('ib', await sealBy('ib', ours)));
    const theirs: Chain = { ...ours, sealed: [] };
    await seal(document, story.person('ib'), theirs, 'Iets anders');
    expect((await send('ib', await sealBy('ib', theirs))).code).toBe('SeqTaken');
  });

  it('what changes a stream otherwise: closing it, numbering it, another type, no body', async () => {
    const body = await sealBy('ib', beginChain());
    const before = await readLog();
    for (const headers of [
      { 'stream-closed': 'true' },
      { 'stream-seq': '9' },
      { 'producer-id': 'a', 'producer-epoch': '0', 'producer-seq': '0' },
    ]) {
      expect((await story.say('ib', 'POST', log(), { body, headers: headers as Record<string, string> })).code).toBe('Malformed');
    }
    expect((await story.say('ib', 'POST', log(), { headers: { 'stream-closed': 'true' } })).status).toBe(415);
    expect((await story.say('ib', 'POST', log(), { body, type: 'application/cbor' })).code).toBe('WrongContentType');
    expect((await story.say('ib', 'POST', log(), { body: new Uint8Array() })).code).toBe('Malformed');
    expect((await story.say('ib', 'PUT', log(), { body })).code).toBe('NotAllowed');
    expect((await story.say('ib', 'DELETE', log())).status).toBe(405);
    expect(await readLog()).toEqual(before);
  });

  it('more than one request may hold', async () => {
    expect((await story.say('ib', 'POST', log(), { body: new Uint8Array(4 * 1024 * 1024 + 1) })).code).toBe('TooLarge');
    expect((await story.say('ib', 'POST', log(), { body: new Uint8Array(100_000) })).code).toBe('Malformed');
  });
});

describe('who was removed', () => {
  let chain: Chain;
  beforeAll(async () => {
    chain = beginChain();
    await expectDone(append(story, 'ib', document, addTo(story.person('leerkracht'), 'professional')));
    await expectDone(send('leerkracht', await sealBy('leerkracht', chain)));
    await expectDone(append(story, 'ib', document, removeFrom(story.person('leerkracht'), [headOf(story.person('leerkracht'), chain)])));
  });

  it('delivers what they made for 90 days more, and reads no content (SPEC 6a)', async () => {
    const late = await sealBy('leerkracht', chain);
    expect((await send('leerkracht', late)).status).toBe(204);
    expect(await readLog()).toContainEqual(late);
    for (const stream of ['log', 'views'] as const) {
      expect((await story.say('leerkracht', 'GET', streamPath(document.doc, stream))).code).toBe('NotAMember');
    }
  });

  it('reads the circle up to the entry that says so, and not beyond; writes nothing to it', async () => {
    const path = streamPath(document.doc, 'roster');
    const mine = document.entries.map(({ bytes }) => bytes);
    await expectDone(append(story, 'ib', document, removeFrom(story.person('wijkteam'))));
    await expectDone(append(story, 'ib', document, addTo(story.person('wijkteam'), 'professional')));
    const read = await expectDone(story.say('leerkracht', 'GET', path));
    expect(splitCborSequence(read.bytes)).toEqual(mine);
    const end = read.headers.get('stream-next-offset');
    expect(read.headers.get('stream-up-to-date')).toBe('true');
    expect((await story.say('leerkracht', 'HEAD', path)).headers.get('stream-next-offset')).toBe(end);
    const whole = (await story.say('ib', 'GET', path)).headers.get('stream-next-offset');
    expect(whole! > end!).toBe(true);
    // Neither by asking on from there, nor from where others are, nor live.
    expect((await story.say('leerkracht', 'GET', `${path}?offset=${end}`)).bytes).toHaveLength(0);
    expect((await story.say('leerkracht', 'GET', `${path}?offset=${whole}`)).code).toBe('OtherEpoch');
    const waited = await story.say('leerkracht', 'GET', `${path}?offset=${end}&live=long-poll`);
    expect([waited.status, waited.headers.get('stream-next-offset')]).toEqual([204, end]);
    const entry = await signNext(document, story.person('leerkracht'), addTo(story.person('leerkracht'), 'professional'));
    expect((await story.say('leerkracht', 'POST', path, { body: entry.bytes })).code).toBe('NotAMember');
  });

  it('hears of it while waiting, and of nothing that comes after', async () => {
    const path = streamPath(document.doc, 'roster');
    await story.letIn('ib', 'invaller');
    await expectDone(append(story, 'ib', document, addTo(story.person('invaller'), 'professional')));
    const tail = (await story.say('invaller', 'HEAD', path)).headers.get('stream-next-offset');
    const waiting = story.say('invaller', 'GET', `${path}?offset=${tail}&live=long-poll`);
    await expectDone(append(story, 'ib', document, removeFrom(story.person('invaller'))));
    const last = document.entries.at(-1)!.bytes;
    await expectDone(append(story, 'ib', document, addTo(story.person('invaller'), 'reader')));
    await expectDone(append(story, 'ib', document, removeFrom(story.person('invaller'))));
    const heard = splitCborSequence((await waiting).bytes) ?? [];
    expect(heard[0]).toEqual(last);
    expect(heard.length).toBeLessThanOrEqual(3);
  });

  it('delivers nothing of others, and nothing into the access log', async () => {
    expect((await send('leerkracht', await sealBy('ib', beginChain()))).code).toBe('NotAMember');
    const body = await sealBy('leerkracht', beginChain());
    expect((await story.say('leerkracht', 'POST', streamPath(document.doc, 'views'), { body })).code).toBe('NotAMember');
  });

  it('is refused after 90 days; a member may still deliver for them', async () => {
    const very = await sealBy('leerkracht', chain);
    server.turnClock(91 * DAY);
    const as = await openSession(server.url(), story.person('leerkracht').device);
    expect((await ask(server.url(), 'POST', log(), { as, body: very })).code).toBe('NotAMember');
    server.turnClock(-91 * DAY);
    expect((await send('ib', very)).status).toBe(204);
  });
});

describe('a device that its own person revoked', () => {
  it('is let in only to hand over what it made and to read that it was revoked, for 90 days', async () => {
    const { member, keyring, memberSecret, device, random, entries } = story.person('ib');
    const tablet = await importDeviceKeys(filledBytes(45, 64));
    const agreement = { id: tablet.id, agreement: tablet.agreement.publicKey, kind: 'device' } as const;
    const added = await addDevice(keyring, { device: agreement, memberSecret }, device, random.bytes);
    await expectDone(story.say('ib', 'POST', keyringPath(member), { body: added.bytes }));
    const known = valueOf(await readKeyring([...entries, added.bytes]));
    const revoking = { device: tablet.id, memberSecret, newMemberSecret: filledBytes(8) };
    const revoked = await revokeDevice(known, revoking, device, random.bytes);
    await expectDone(story.say('ib', 'POST', keyringPath(member), { body: revoked.bytes }));

    const url = server.url();
    expect((await askSession(url, tablet)).code).toBe('DeviceRevoked');
    const as = await openSession(url, tablet, 'leaving');
    const chain = beginChain();
    const made = await seal(document, { ...story.person('ib'), device: tablet }, chain);
    expect((await ask(url, 'POST', log(), { as, body: made })).status).toBe(204);
    expect(await readLog()).toContainEqual(made);
    expect(splitCborSequence((await ask(url, 'GET', keyringPath(member), { as })).bytes)).toContainEqual(revoked.bytes);
    const refused = [
      await ask(url, 'GET', keyringPath(story.person('wijkteam').member), { as }),
      await ask(url, 'GET', INBOX_PATH, { as }),
      ...(await Promise.all((['roster', 'log', 'views'] as const).map((name) => ask(url, 'GET', streamPath(document.doc, name), { as })))),
      await ask(url, 'POST', streamPath(document.doc, 'views'), { as, body: await seal(document, story.person('ib'), beginChain()) }),
    ];
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'DeviceRevoked'));
    expect((await ask(url, 'POST', log(), { as, body: await sealBy('ib', beginChain()) })).code).toBe('NotAMember');
    const roster = { as, body: revoked.bytes };
    expect((await ask(url, 'POST', streamPath(document.doc, 'roster'), roster)).code).toBe('NotAllowed');
    expect((await ask(url, 'POST', keyringPath(member), roster)).code).toBe('NotAllowed');

    server.turnClock(91 * DAY);
    const later = await openSession(url, tablet, 'leaving');
    const very = await seal(document, { ...story.person('ib'), device: tablet }, chain);
    expect((await ask(url, 'POST', log(), { as: later, body: very })).code).toBe('DeviceRevoked');
    server.turnClock(-91 * DAY);
  });
});

describe('erasing (SPEC 10)', () => {
  it('takes the ciphertext out of what is stored; later copies and chains still fit', async () => {
    const chain = beginChain();
    const sent = [await sealBy('ib', chain), await sealBy('ib', chain)];
    const unsent = beginChain();
    const late = await sealBy('wijkteam', unsent);
    await expectDone(send('ib', ...sent));
    const before = await readLog();
    const operations = [{ entity: 'goal.x' as never, field: 'wish', preds: [] }];
    const erased = [chain.sealed[0]!, unsent.sealed[0]!].map(({ hash }) => ({ envelope: hash, operations }));
    await expectDone(append(story, 'ib', document, { change: { type: 'redact', erased, cells: [] }, keyring: null }));
    const form = valueOf(await redactEnvelope(sent[0]!, operations));
    expect(await readLog()).toEqual(before.map((bytes) => (Buffer.compare(bytes, sent[0]!) === 0 ? form : bytes)));
    // The same again, in either form, is there already; and what comes later is stored erased.
    expect((await send('ib', ...sent)).status).toBe(204);
    expect((await send('ib', form)).status).toBe(204);
    await expectDone(send('wijkteam', late));
    const after = await readLog();
    expect(after.at(-1)).toEqual(valueOf(await redactEnvelope(late, operations)));
    expect((await send('ib', await sealBy('ib', chain))).status).toBe(204);
    // Offsets of before the erasing still lead to what came after it.
    expect(concatBytes(...(await readLog()))).not.toEqual(concatBytes(...before));
  });

  it('ends a document: log and access log are gone, the roster says why', async () => {
    const ended = await makeDocument(story, 'ib');
    const ib = story.person('ib');
    await expectDone(story.say('ib', 'POST', streamPath(ended.doc, 'log'), { body: await seal(ended, ib, beginChain()) }));
    await expectDone(append(story, 'ib', ended, { change: { type: 'destroy', reason: 'sealed' }, keyring: null }));
    for (const stream of ['log', 'views'] as const) {
      const said = await story.say('ib', 'GET', streamPath(ended.doc, stream));
      expect([said.status, said.code]).toEqual([410, 'Destroyed']);
      const body = await seal(ended, ib, beginChain());
      expect((await story.say('ib', 'POST', streamPath(ended.doc, stream), { body })).code).toBe('Destroyed');
    }
    const roster = splitCborSequence((await story.say('ib', 'GET', streamPath(ended.doc, 'roster'))).bytes);
    expect(roster).toEqual(ended.entries.map(({ bytes }) => bytes));
    expect((await append(story, 'ib', ended, addTo(story.person('wijkteam'), 'professional'))).code).toBe('Destroyed');
  });
});

describe('a member without a keyring here yet', () => {
  it('cannot have signed anything', async () => {
    const stranger = await createPerson('ouder');
    await expectDone(append(story, 'ib', document, addTo(stranger, 'caregiver')));
    const early = await seal(document, stranger, beginChain());
    expect((await send('ib', early)).code).toBe('UnknownDevice');
    await bringIn(story, 'ib', stranger);
    expect((await send('ib', early)).status).toBe(204);
  });
});
