import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, joinBytes } from '../../../src/protocol/bytes.ts';
import { splitCborSequence } from '../../../src/protocol/cbor.ts';
import { CBOR_SEQUENCE, entrySeq, streamPath } from '../../../src/protocol/exchange/paths.ts';
import { flipBit, idOf } from '../../support/cryptoFixtures.ts';
import { createPerson } from '../../support/serverPeople.ts';
import {
  addTo,
  append,
  beginChain,
  bodyOf,
  type Change,
  expectDone,
  headOf,
  makeDocument,
  removeFrom,
  seal,
  setUp,
  signGenesis,
  signNext,
  type Story,
  type TestDocument,
} from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

let server: TestServer;
let story: Story;
beforeAll(async () => {
  server = await startTestServer();
  story = await setUp(server, 'ib', 'wijkteam', 'leerkracht');
  await story.letIn('ib', 'opa');
});
afterAll(() => server.stop());

const rosterOf = ({ doc }: TestDocument) => streamPath(doc, 'roster');
const readRoster = async (document: TestDocument) =>
  splitCborSequence((await expectDone(story.say('ib', 'GET', rosterOf(document)))).bytes);
const post = (name: string, document: TestDocument, body: Bytes, headers: Record<string, string> = {}) =>
  story.say(name, 'POST', rosterOf(document), { body, headers });
const put = (name: string, document: TestDocument, body = bodyOf(document)) => story.say(name, 'PUT', rosterOf(document), { body });
const person = (name: string) => story.person(name);
const addColleague = (name = 'wijkteam') => addTo(person(name), 'professional');

describe('a new document', () => {
  it('comes with log and access log, and the same again is fine', async () => {
    const document = await signGenesis(person('ib'), 'plan');
    expect((await put('ib', document)).status).toBe(201);
    expect((await put('ib', document)).status).toBe(200);
    for (const stream of ['roster', 'log', 'views'] as const) {
      const { status, headers } = await story.say('ib', 'GET', streamPath(document.doc, stream));
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, CBOR_SEQUENCE, 'no-store']);
    }
    expect(await readRoster(document)).toEqual([document.entries[0]!.bytes]);
  });

  it('may come with its first members', async () => {
    const document = await signGenesis(person('ib'), 'plan');
    document.entries.push(await signNext(document, person('ib'), addColleague()));
    expect((await put('ib', document)).status).toBe(201);
    expect((await story.say('wijkteam', 'GET', rosterOf(document))).bytes).toEqual(bodyOf(document));
  });

  it.each<readonly [name: string, code: string, who: string, make: () => Promise<TestDocument>]>([
    ['of somebody else', 'NotAllowed', 'wijkteam', () => signGenesis(person('ib'), 'plan')],
    ['that is an organisation, without a setup link', 'NotAllowed', 'ib', () => signGenesis(person('ib'), 'organisation')],
    ['of who is let in and belongs nowhere', 'NotAllowed', 'opa', () => signGenesis(person('opa'), 'plan')],
    ['bound to another keyring', 'EntryRefused', 'ib', () => signGenesis({ ...person('ib'), first: person('wijkteam').first }, 'plan')],
    ['of who has no keyring here', 'UnknownDevice', 'ib', async () => await signGenesis(await createPerson('oma'), 'plan')],
  ])('%s is refused: %s', async (_name, code, who, make) => {
    const document = await make();
    expect((await put(who, document)).code).toBe(code);
    expect((await story.say('ib', 'GET', rosterOf(document))).code).toBe('NotFound');
  });

  it('that was changed, stands in the place of another, or begins in the middle is refused', async () => {
    const document = await signGenesis(person('ib'), 'plan');
    const body = bodyOf(document);
    expect((await put('ib', document, flipBit(body, body.length * 8 - 1))).code).toBe('NotASignature');
    expect((await put('ib', { ...document, doc: idOf(77, 16) })).code).toBe('Malformed');
    expect((await put('ib', document, (await signNext(document, person('ib'), addColleague())).bytes)).code).toBe('EntryRefused');
    expect((await put('ib', document, new Uint8Array())).code).toBe('Malformed');
    expect((await story.say('ib', 'GET', rosterOf(document))).code).toBe('NotFound');
    const there = await makeDocument(story, 'ib');
    expect((await put('ib', there, bodyOf(await signGenesis(person('ib'), 'team', there.doc)))).code).toBe('AlreadyThere');
  });
});

describe('a roster takes the next entry', () => {
  it('by compare-and-set: of two at once one is too late', async () => {
    const document = await makeDocument(story, 'ib');
    await expectDone(append(story, 'ib', document, addTo(person('wijkteam'), 'lead')));
    const ours = await signNext(document, person('ib'), addColleague('leerkracht'));
    const theirs = await signNext(document, person('wijkteam'), addTo(person('leerkracht'), 'reader'));
    const said = await Promise.all([post('ib', document, ours.bytes), post('wijkteam', document, theirs.bytes)]);
    expect(new Set(said.map(({ code }) => code))).toEqual(new Set(['EntryMoved', undefined]));
    expect(await readRoster(document)).toHaveLength(3);
  });

  it('once, however often it comes and whoever of the circle brings it', async () => {
    const document = await makeDocument(story, 'ib');
    await expectDone(append(story, 'ib', document, addColleague()));
    const entry = await signNext(document, person('ib'), addTo(person('leerkracht'), 'reader'));
    expect((await post('wijkteam', document, entry.bytes)).status).toBe(204);
    expect((await post('ib', document, entry.bytes)).status).toBe(204);
    expect((await post('ib', document, joinBytes([bodyOf(document), entry.bytes]))).status).toBe(204);
    expect(await readRoster(document)).toHaveLength(3);
    expect((await post('ib', document, entry.bytes, { 'stream-seq': entrySeq(2) })).status).toBe(204);
  });

  it.each<readonly [name: string, code: string, by: string, change: () => Change | Promise<Change>]>([
    ['of who may not', 'EntryRefused', 'wijkteam', () => addTo(person('leerkracht'), 'lead')],
    ['that adds who is in', 'EntryRefused', 'ib', () => addColleague()],
    ['that takes away the last lead', 'EntryRefused', 'ib', () => removeFrom(person('ib'))],
    [
      'that binds somebody to other keys',
      'EntryRefused',
      'ib',
      () => addTo({ ...person('leerkracht'), first: person('ib').first }, 'reader'),
    ],
    ['that binds somebody known to no keys', 'EntryRefused', 'ib', () => ({ ...addTo(person('leerkracht'), 'reader'), keyring: null })],
  ])('but none %s: %s', async (_name, code, by, change) => {
    const document = await makeDocument(story, 'ib');
    await expectDone(append(story, 'ib', document, addColleague()));
    expect((await append(story, by, document, await change())).code).toBe(code);
    expect(await readRoster(document)).toHaveLength(2);
  });

  it('but none that is numbered otherwise: it would shut out everyone after it', async () => {
    const document = await makeDocument(story, 'ib');
    const { bytes } = await signNext(document, person('ib'), addColleague());
    for (const seq of ['9999999999', 'a', entrySeq(0)]) {
      expect((await post('ib', document, bytes, { 'stream-seq': seq })).code).toBe('Malformed');
    }
    expect((await post('ib', document, bytes, { 'stream-seq': entrySeq(1) })).status).toBe(204);
  });

  it('but none behind a gap, nor from outside the circle', async () => {
    const document = await makeDocument(story, 'ib');
    const first = await signNext(document, person('ib'), addColleague());
    const second = await signNext({ ...document, entries: [first] }, person('ib'), addColleague('leerkracht'));
    expect((await post('ib', document, second.bytes)).code).toBe('EntryMoved');
    expect((await post('leerkracht', document, first.bytes)).code).toBe('NotAMember');
    expect((await post('opa', document, first.bytes)).code).toBe('NotAMember');
    expect((await post('ib', document, joinBytes([first.bytes, second.bytes]))).status).toBe(204);
  });
});

describe('lowering rights leaves out nothing that is stored here (SPEC 5d)', () => {
  it.each<readonly [name: string, lower: (heads: ReturnType<typeof headOf>[]) => Change]>([
    ['removing', (heads) => removeFrom(person('wijkteam'), heads)],
    ['a lower role', (heads) => ({ change: { type: 'role', member: person('wijkteam').member, role: 'reader', heads }, keyring: null })],
  ])('%s', async (_name, lower) => {
    const document = await makeDocument(story, 'ib');
    await expectDone(append(story, 'ib', document, addColleague()));
    const [one, other] = [beginChain(), beginChain()];
    const log = streamPath(document.doc, 'log');
    const sent = [await seal(document, person('wijkteam'), one), await seal(document, person('wijkteam'), one)];
    await expectDone(story.say('wijkteam', 'POST', log, { body: joinBytes(sent) }));
    await expectDone(story.say('wijkteam', 'POST', log, { body: await seal(document, person('wijkteam'), other) }));
    const [first, second] = [headOf(person('wijkteam'), one), headOf(person('wijkteam'), other)];
    for (const heads of [[], [first], [{ ...first, seq: 0 }, second]]) {
      const said = await append(story, 'ib', document, lower(heads));
      expect([said.status, said.code]).toEqual([409, 'HeadsBehind']);
    }
    expect(await readRoster(document)).toHaveLength(2);
    expect((await append(story, 'ib', document, lower([first, { ...second, seq: 9 }]))).status).toBe(204);
  });

  it('retiring an own device names only what that device made', async () => {
    const document = await makeDocument(story, 'ib');
    const { device } = person('ib');
    const chain = beginChain();
    await expectDone(story.say('ib', 'POST', streamPath(document.doc, 'log'), { body: await seal(document, person('ib'), chain) }));
    const rotate = (revoked: (typeof device.id)[], heads: ReturnType<typeof headOf>[]): Change => ({
      change: { type: 'rotate', epoch: document.entries.length, revoked, heads },
      keyring: null,
    });
    expect((await append(story, 'ib', document, rotate([device.id], []))).code).toBe('HeadsBehind');
    expect((await append(story, 'ib', document, rotate([person('wijkteam').device.id], []))).status).toBe(204);
    expect((await append(story, 'ib', document, rotate([device.id], [headOf(person('ib'), chain)]))).status).toBe(204);
  });
});
