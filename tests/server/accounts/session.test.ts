import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importDeviceKeys } from '../../../src/crypto/keys.ts';
import { addDevice, revokeDevice } from '../../../src/crypto/keyringEntries.ts';
import { readKeyring } from '../../../src/crypto/verification/keyring.ts';
import {
  blocksPath,
  INBOX_PATH,
  keyringPath,
  organisationPath,
  presencePath,
  SESSION_PATH,
  streamPath,
} from '../../../src/protocol/exchange/paths.ts';
import { filledBytes, valueOf } from '../../support/cryptoFixtures.ts';
import { ask, askSession, openSession, signChallenge } from '../../support/serverPeople.ts';
import { beginChain, expectDone, makeDocument, seal, setUp, type Story } from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

const HOUR = 60 * 60 * 1000;

let server: TestServer;
let story: Story;
beforeAll(async () => {
  server = await startTestServer();
  story = await setUp(server, 'ib', 'wijkteam', 'leerkracht');
});
afterAll(() => server.stop());

const challengeOf = async () => (await ask(server.url(), 'GET', SESSION_PATH)).json() as { challenge: string; epoch: string; time: number };

describe('a session', () => {
  it('is given to a device that signs what it was given', async () => {
    const said = await askSession(server.url(), story.person('ib').device);
    expect(said.json()).toEqual({ token: expect.any(String), seconds: 3600, member: story.person('ib').member });
    expect(said.headers.get('cache-control')).toBe('no-store');
  });

  it('is refused for a challenge that is not ours, was changed, or is older than a minute', async () => {
    const { device } = story.person('ib');
    const { challenge } = await challengeOf();
    const made = await signChallenge(device, `${Date.now()}.AAAA.AAAA`, 'full');
    expect((await ask(server.url(), 'POST', SESSION_PATH, { body: made })).code).toBe('ChallengeExpired');
    const old = await signChallenge(device, challenge, 'full');
    server.turnClock(61_000);
    expect((await ask(server.url(), 'POST', SESSION_PATH, { body: old })).code).toBe('ChallengeExpired');
    server.turnClock(-61_000);
    expect((await ask(server.url(), 'POST', SESSION_PATH, { body: old })).status).toBe(200);
  });

  it('is refused for a signature of another device, for another scope, or over another challenge', async () => {
    const { challenge } = await challengeOf();
    const theirs = await signChallenge(story.person('wijkteam').device, challenge, 'full');
    for (const body of [
      { ...theirs, device: story.person('ib').device.id },
      { ...theirs, scope: 'worker' },
      { ...theirs, challenge: (await challengeOf()).challenge },
    ]) {
      expect((await ask(server.url(), 'POST', SESSION_PATH, { body })).code).toBe('NotASignature');
    }
  });

  it('is refused to a device that no keyring names', async () => {
    expect((await askSession(server.url(), await importDeviceKeys(filledBytes(3, 64)))).code).toBe('UnknownDevice');
  });

  it('ends after its time by the clock of the server, and outlives a restart', async () => {
    const as = await openSession(server.url(), story.person('ib').device);
    await server.restart();
    expect((await ask(server.url(), 'GET', INBOX_PATH, { as })).status).toBe(200);
    server.turnClock(HOUR + 1000);
    expect((await ask(server.url(), 'GET', INBOX_PATH, { as })).code).toBe('SessionExpired');
    server.turnClock(-HOUR - 1000);
  });

  it('is nothing without a token, with half of one, or with another scheme', async () => {
    const { token } = (await story.session('ib')) as { token: string };
    for (const authorization of [
      '',
      token,
      `Bearer ${token.slice(0, -1)}`,
      `Basic ${token}`,
      `Bearer ${token.replace('full', 'worker')}`,
    ]) {
      expect((await ask(server.url(), 'GET', INBOX_PATH, { headers: { authorization } })).code).toBe('NoSession');
    }
  });

  it('of a service worker reads and delivers envelopes, and nothing else, for 30 days', async () => {
    const ib = story.person('ib');
    const document = await makeDocument(story, 'ib');
    const as = await openSession(server.url(), ib.device, 'worker');
    server.turnClock(29 * 24 * HOUR);
    const log = streamPath(document.doc, 'log');
    const url = server.url();
    expect((await ask(url, 'POST', log, { as, body: await seal(document, ib, beginChain()) })).status).toBe(204);
    for (const path of [log, streamPath(document.doc, 'roster'), keyringPath(ib.member), INBOX_PATH]) {
      expect((await ask(url, 'GET', path, { as })).status).toBe(200);
    }
    const refused = [
      ask(url, 'POST', streamPath(document.doc, 'roster'), { as, body: document.entries[0]!.bytes }),
      ask(url, 'PUT', streamPath(document.doc, 'roster'), { as, body: document.entries[0]!.bytes }),
      ask(url, 'POST', keyringPath(ib.member), { as, body: ib.entries[0]! }),
      ask(url, 'POST', presencePath(document.doc), { as, body: filledBytes(1), type: 'application/octet-stream' }),
      ask(url, 'GET', organisationPath(story.organisation.doc), { as }),
      ask(url, 'POST', blocksPath(story.organisation.doc), { as, body: { device: ib.device.id, blocked: true } }),
    ];
    expect((await Promise.all(refused)).map(({ code }) => code)).toEqual(refused.map(() => 'NotAllowed'));
    server.turnClock(-29 * 24 * HOUR);
  });

  it('of a device that its person revoked is over at once; the device that revoked goes on', async () => {
    const person = story.person('leerkracht');
    const tablet = await importDeviceKeys(filledBytes(44, 64));
    const { memberSecret, random } = person;
    const added = await addDevice(
      person.keyring,
      { device: { id: tablet.id, agreement: tablet.agreement.publicKey, kind: 'device' }, memberSecret },
      person.device,
      random.bytes,
    );
    await expectDone(story.say('leerkracht', 'POST', keyringPath(person.member), { body: added.bytes }));
    const as = await openSession(server.url(), tablet);
    expect((await ask(server.url(), 'GET', INBOX_PATH, { as })).status).toBe(200);
    const keyring = valueOf(await readKeyring([...person.entries, added.bytes]));
    const revoked = await revokeDevice(
      keyring,
      { device: tablet.id, memberSecret, newMemberSecret: filledBytes(8) },
      person.device,
      random.bytes,
    );
    await expectDone(story.say('leerkracht', 'POST', keyringPath(person.member), { body: revoked.bytes }));
    expect((await ask(server.url(), 'GET', INBOX_PATH, { as })).code).toBe('DeviceRevoked');
    expect((await askSession(server.url(), tablet)).code).toBe('DeviceRevoked');
    expect((await story.say('leerkracht', 'GET', INBOX_PATH)).status).toBe(200);
  });
});
