import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, bytesToBase64url, joinBytes } from '../../../src/protocol/bytes.ts';
import { encodeCbor, splitCborSequence } from '../../../src/protocol/cbor.ts';
import type { Credential } from '../../../src/protocol/exchange/credentials.ts';
import { invitationPath, keyringPath, messagesPath, streamPath } from '../../../src/protocol/exchange/paths.ts';
import { addDevice, createKeyring } from '../../../src/crypto/keyringEntries.ts';
import { importDeviceKeys } from '../../../src/crypto/keys.ts';
import { filledBytes, idOf } from '../../support/cryptoFixtures.ts';
import { ask, createPerson, openSession, type Person } from '../../support/serverPeople.ts';
import { bringIn, expectDone, invite, setUp, type Story } from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

let server: TestServer;
let story: Story;
beforeAll(async () => {
  server = await startTestServer();
  story = await setUp(server, 'ib', 'wijkteam');
});
afterAll(() => server.stop());

const putKeyring = (as: Credential | undefined, { member, entries }: Person, body: Bytes = joinBytes(entries)) =>
  ask(server.url(), 'PUT', keyringPath(member), { as, body });
const messages = (as: Credential, id: string, body?: Bytes) =>
  ask(server.url(), body ? 'POST' : 'GET', messagesPath(id), { as, ...(body ? { body } : {}) });

describe('an invitation', () => {
  it('takes one keyring in; the same again is fine, another is not', async () => {
    const invitation = await invite(story, 'ib');
    const [ouder, opa] = [await createPerson('ouder'), await createPerson('opa')];
    expect((await putKeyring(invitation, ouder)).status).toBe(201);
    expect((await putKeyring(invitation, ouder)).status).toBe(200);
    expect((await putKeyring(invitation, opa)).code).toBe('InvitationOver');
    expect((await story.say('ib', 'GET', keyringPath(ouder.member))).bytes).toEqual(ouder.entries[0]);
    expect((await story.say('ib', 'GET', keyringPath(opa.member))).code).toBe('NotFound');
  });

  it('takes a keyring that has its recovery code already', async () => {
    const person = await createPerson('met code');
    const paper = await importDeviceKeys(filledBytes(61, 64));
    const device = { id: paper.id, agreement: paper.agreement.publicKey, kind: 'paper' as const };
    const added = await addDevice(person.keyring, { device, memberSecret: person.memberSecret }, person.device, person.random.bytes);
    expect((await putKeyring(await invite(story, 'ib'), person, joinBytes([...person.entries, added.bytes]))).status).toBe(201);
    await openSession(server.url(), paper);
  });

  it('lets somebody in again with the keyring they have: a second organisation', async () => {
    const again = await invite(story, 'ib');
    expect((await putKeyring(again, story.person('wijkteam'))).status).toBe(200);
    expect((await putKeyring(await invite(story, 'ib'), story.person('wijkteam'), (await otherKeys('wijkteam')).entries[0])).code).toBe(
      'AlreadyThere',
    );
  });

  it('takes in nothing that is not a keyring, not theirs, or claims a device of another', async () => {
    const invitation = await invite(story, 'ib');
    const person = await createPerson('gast');
    expect((await putKeyring(invitation, person, filledBytes(1, 20))).code).toBe('Malformed');
    expect((await putKeyring(invitation, { ...person, member: idOf(3, 16) })).code).toBe('Malformed');
    const claim = { id: story.person('ib').device.id, agreement: story.person('ib').device.agreement.publicKey, kind: 'device' as const };
    const claimed = await addDevice(
      person.keyring,
      { device: claim, memberSecret: person.memberSecret },
      person.device,
      person.random.bytes,
    );
    expect((await putKeyring(invitation, person, joinBytes([...person.entries, claimed.bytes]))).code).toBe('EntryRefused');
    expect((await putKeyring(invitation, person)).status).toBe(201);
  });

  it('is over after its time, and when its host ended it', async () => {
    const [short, ended] = [await invite(story, 'ib', 60), await invite(story, 'ib')];
    expect((await story.say('wijkteam', 'DELETE', invitationPath(ended.id))).code).toBe('NotFound');
    expect((await story.say('ib', 'DELETE', invitationPath(ended.id))).status).toBe(204);
    server.turnClock(61_000);
    for (const invitation of [short, ended]) {
      expect((await putKeyring(invitation, await createPerson('laat'))).code).toBe('InvitationOver');
      expect((await messages(invitation, invitation.id)).code).toBe('InvitationOver');
    }
    server.turnClock(-61_000);
    expect((await story.say('ib', 'GET', messagesPath(ended.id))).code).toBe('InvitationOver');
  });

  it('is nothing with another secret, and tells nothing then', async () => {
    const { id } = await invite(story, 'ib');
    const person = await createPerson('dief');
    for (const as of [
      { type: 'invitation', id, secret: bytesToBase64url(filledBytes(1)) },
      { type: 'invitation', id, secret: 'x' },
      { type: 'invitation', id: idOf<string>(9, 16), secret: bytesToBase64url(filledBytes(1)) },
      { type: 'setup', secret: bytesToBase64url(filledBytes(1)) },
    ] as const) {
      expect((await putKeyring(as, person)).code).toBe('NoSession');
      expect((await messages(as, id)).code).toBe('NoSession');
    }
    expect((await putKeyring(await story.session('ib'), person)).code).toBe('NotAllowed');
    expect((await putKeyring(undefined, person)).code).toBe('NoSession');
  });

  it('is made by whoever belongs somewhere, for at most a day, and never over another', async () => {
    const access = idOf<string>(6, 32);
    const { id } = await invite(story, 'ib');
    const put = (name: string, body: object, at = idOf<string>(8, 16)) => story.say(name, 'PUT', invitationPath(at), { body });
    expect((await put('wijkteam', { access, seconds: 600 }, id)).code).toBe('AlreadyThere');
    for (const body of [
      {},
      { access, seconds: 59 },
      { access, seconds: 86_401 },
      { access: 'x', seconds: 600 },
      { access, seconds: 600, more: 1 },
    ]) {
      expect((await put('ib', body)).code).toBe('Malformed');
    }
    const guest = await createPerson('buiten');
    await bringIn(story, 'ib', guest);
    const as = await openSession(server.url(), guest.device);
    expect((await ask(server.url(), 'PUT', invitationPath(idOf(8, 16)), { as, body: { access, seconds: 600 } })).code).toBe('NotAllowed');
    expect((await put('ib', { access, seconds: 600 })).status).toBe(204);
    expect((await put('ib', { access, seconds: 600 })).status).toBe(204);
  });

  it('carries what both say, sealed, between them alone; the guest goes on as who they became', async () => {
    const invitation = await invite(story, 'ib');
    const guest = await createPerson('moeder');
    const [asks, answers] = [encodeCbor(filledBytes(1, 50)), encodeCbor(filledBytes(2, 50))];
    expect((await messages(invitation, invitation.id, asks)).status).toBe(204);
    await expectDone(putKeyring(invitation, guest));
    expect((await messages(await story.session('ib'), invitation.id, answers)).status).toBe(204);
    const as = await openSession(server.url(), guest.device);
    for (const party of [invitation, as, await story.session('ib')]) {
      expect(splitCborSequence((await messages(party, invitation.id)).bytes)).toEqual([asks, answers]);
    }
    expect((await messages(await story.session('wijkteam'), invitation.id)).code).toBe('NotFound');
    expect((await messages(await invite(story, 'ib'), invitation.id)).code).toBe('NoSession');
    const much = encodeCbor(new Uint8Array(300_000));
    expect((await messages(as, invitation.id, much)).status).toBe(204);
    const said = await messages(as, invitation.id, much);
    expect([said.status, said.code]).toEqual([507, 'QuotaFull']);
  });

  it('lets its guest read keyrings, and nothing of a circle', async () => {
    const invitation = await invite(story, 'ib');
    expect((await ask(server.url(), 'GET', keyringPath(story.person('ib').member), { as: invitation })).status).toBe(200);
    expect((await ask(server.url(), 'GET', streamPath(story.organisation.doc, 'roster'), { as: invitation })).code).toBe('NoSession');
  });
});

describe('a keyring', () => {
  it('takes entries of its own devices alone, each once', async () => {
    const person = await createPerson('eigenaar');
    await bringIn(story, 'ib', person);
    const as = await openSession(server.url(), person.device);
    const device = await importDeviceKeys(filledBytes(71, 64));
    const added = await addDevice(
      person.keyring,
      { device: { id: device.id, agreement: device.agreement.publicKey, kind: 'device' }, memberSecret: person.memberSecret },
      person.device,
      person.random.bytes,
    );
    const path = keyringPath(person.member);
    expect((await story.say('ib', 'POST', path, { body: added.bytes })).code).toBe('NotAllowed');
    expect((await ask(server.url(), 'POST', path, { as, body: added.bytes })).status).toBe(204);
    expect((await ask(server.url(), 'POST', path, { as, body: joinBytes([...person.entries, added.bytes]) })).status).toBe(204);
    const other = await addDevice(
      person.keyring,
      { device: { id: idOf(4, 32), agreement: device.agreement.publicKey, kind: 'device' }, memberSecret: person.memberSecret },
      person.device,
      person.random.bytes,
    );
    expect((await ask(server.url(), 'POST', path, { as, body: other.bytes })).code).toBe('EntryMoved');
    expect(splitCborSequence((await ask(server.url(), 'GET', path, { as })).bytes)).toEqual([...person.entries, added.bytes]);
    expect((await ask(server.url(), 'POST', keyringPath(idOf(2, 16)), { as, body: added.bytes })).code).toBe('NotFound');
  });
});

async function otherKeys(name: string): Promise<Person> {
  const other = await createPerson(`${name} nieuw`);

  const { bytes } = await createKeyring(story.person(name).member, other.device, other.memberSecret, other.random.bytes);
  return { ...other, member: story.person(name).member, entries: [bytes] };
}
