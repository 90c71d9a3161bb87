import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/protocol/exchange/credentials.ts';
import { blocksPath, INBOX_PATH, keyringPath, organisationPath, streamPath } from '../../../src/protocol/exchange/paths.ts';
import type { Inbox, OrganisationFacts } from '../../../src/protocol/exchange/shapes.ts';
import { idOf } from '../../support/cryptoFixtures.ts';
import { ask, askSession, createPerson, openSession } from '../../support/serverPeople.ts';
import {
  addTo,
  append,
  beginChain,
  bodyOf,
  expectDone,
  makeDocument,
  removeFrom,
  seal,
  setUp,
  signGenesis,
  type Story,
} from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('setting up', () => {
  it('gives a new link with each start until it was used, and an old one is over', async () => {
    const server = await startTestServer();
    const first = server.setupSecret() as string;
    await server.restart();
    const second = server.setupSecret() as string;
    expect(second).toMatch(/^[\w-]{43}$/);
    const person = await createPerson('directeur');
    const put = (secret: string) =>
      ask(server.url(), 'PUT', keyringPath(person.member), { as: { type: 'setup', secret }, body: person.entries[0]! });
    expect((await put(first)).code).toBe('NoSession');
    expect((await put(second)).status).toBe(201);
    await server.restart();
    const third: Credential = { type: 'setup', secret: server.setupSecret() as string };
    const organisation = await signGenesis(person, 'organisation');
    const found = (document: typeof organisation) =>
      ask(server.url(), 'PUT', streamPath(document.doc, 'roster'), { as: third, body: bodyOf(document) });
    expect((await found(await signGenesis(person, 'plan'))).code).toBe('NotAllowed');
    server.turnClock(7 * DAY + 1000);
    expect((await found(organisation)).code).toBe('InvitationOver');
    server.turnClock(-7 * DAY - 1000);
    expect((await found(organisation)).status).toBe(201);
    expect((await found(await signGenesis(person, 'organisation'))).code).toBe('InvitationOver');
    await server.restart();
    expect(server.setupSecret()).toBeNull();
    await server.stop();
  });
});

describe('an organisation', () => {
  let server: TestServer;
  let story: Story;
  beforeAll(async () => {
    server = await startTestServer();
    story = await setUp(server, 'beheerder', 'ib', 'wijkteam');
    await story.letIn('beheerder', 'buiten');
  });
  afterAll(() => server.stop());

  const facts = async (name: string) =>
    (await story.say(name, 'GET', organisationPath(story.organisation.doc))).json() as OrganisationFacts;
  const block = (name: string, whose: string, blocked = true) =>
    story.say(name, 'POST', blocksPath(story.organisation.doc), { body: { device: story.person(whose).device.id, blocked } });

  it('shows its administrator the devices and storage of its people, and nothing else', async () => {
    const seen = await facts('beheerder');
    expect(new Set(seen.devices.map(({ member }) => member))).toEqual(
      new Set(['beheerder', 'ib', 'wijkteam'].map((name) => story.person(name).member)),
    );
    expect(seen.devices.find(({ member }) => member === story.person('beheerder').member)).toEqual({
      member: story.person('beheerder').member,
      device: story.person('beheerder').device.id,
      kind: 'device',
      revoked: false,
      blocked: false,
      lastSeen: new Date().toISOString().slice(0, 10),
    });
    const plan = await makeDocument(story, 'ib');
    const body = await seal(plan, story.person('ib'), beginChain());
    await expectDone(story.say('ib', 'POST', streamPath(plan.doc, 'log'), { body }));
    expect((await facts('beheerder')).storedBytes).toBe(seen.storedBytes + body.length);
    expect((await story.say('beheerder', 'GET', streamPath(plan.doc, 'roster'))).code).toBe('NotAMember');
  });

  it('is closed to its other people, to who is outside, and for a document of another kind', async () => {
    expect((await story.say('ib', 'GET', organisationPath(story.organisation.doc))).code).toBe('NotAllowed');
    expect((await story.say('buiten', 'GET', organisationPath(story.organisation.doc))).code).toBe('NotAMember');
    const plan = await makeDocument(story, 'beheerder');
    expect((await story.say('beheerder', 'GET', organisationPath(plan.doc))).code).toBe('NotAllowed');
    expect((await story.say('beheerder', 'GET', organisationPath(idOf(1, 16)))).code).toBe('NotFound');
    expect((await block('ib', 'wijkteam')).code).toBe('NotAllowed');
    expect((await block('beheerder', 'buiten')).code).toBe('NotAllowed');
    const unknown = { device: idOf<string>(5, 32), blocked: true };
    expect((await story.say('beheerder', 'POST', blocksPath(story.organisation.doc), { body: unknown })).code).toBe('UnknownDevice');
    expect((await story.say('beheerder', 'POST', blocksPath(story.organisation.doc), { body: { blocked: true } })).code).toBe('Malformed');
  });

  it('stops the transport of a device at once, also of one that waits; leads of its circles hear of it', async () => {
    const plan = await makeDocument(story, 'ib');
    await expectDone(append(story, 'ib', plan, addTo(story.person('wijkteam'), 'professional')));
    await expectDone(append(story, 'ib', plan, addTo(story.person('buiten'), 'lead')));
    const lead = (await story.say('ib', 'GET', INBOX_PATH)).json() as Inbox;
    const theirs = (await story.say('wijkteam', 'GET', INBOX_PATH)).json() as Inbox;
    const waiting = story.say('wijkteam', 'GET', `${INBOX_PATH}?offset=${theirs.next}&live=long-poll`);
    const other = (await story.say('buiten', 'GET', INBOX_PATH)).json() as Inbox;
    const waitingLead = story.say('buiten', 'GET', `${INBOX_PATH}?offset=${other.next}&live=long-poll`);
    expect((await block('beheerder', 'wijkteam')).status).toBe(204);
    expect((await waiting).code).toBe('DeviceBlocked');
    const body = await seal(plan, story.person('wijkteam'), beginChain());
    expect((await story.say('wijkteam', 'POST', streamPath(plan.doc, 'log'), { body })).code).toBe('DeviceBlocked');
    expect((await askSession(server.url(), story.person('wijkteam').device)).code).toBe('DeviceBlocked');
    const heard = (await story.say('ib', 'GET', `${INBOX_PATH}?offset=${lead.next}`)).json() as Inbox;
    const stopped = [{ device: story.person('wijkteam').device.id, member: story.person('wijkteam').member }];
    expect(heard.blocked).toEqual(stopped);
    // A lead of another organisation is woken, not only told after the time is over; and it goes on being told when nothing else happens.
    const woken = (await waitingLead).json() as Inbox;
    expect([woken.items.map(({ doc }) => doc), woken.blocked]).toEqual([[plan.doc], stopped]);
    const later = (await story.say('buiten', 'GET', `${INBOX_PATH}?offset=${woken.next}`)).json() as Inbox;
    expect([later.items, later.blocked]).toEqual([[], stopped]);
    expect((await facts('beheerder')).devices.filter(({ blocked }) => blocked)).toHaveLength(1);
    expect((await block('beheerder', 'wijkteam', false)).status).toBe(204);
    expect((await story.say('wijkteam', 'POST', streamPath(plan.doc, 'log'), { body })).status).toBe(204);
  });

  it('has no say over who left it', async () => {
    await expectDone(append(story, 'beheerder', story.organisation, removeFrom(story.person('wijkteam'))));
    expect((await facts('beheerder')).devices.some(({ member }) => member === story.person('wijkteam').member)).toBe(false);
    expect((await block('beheerder', 'wijkteam')).code).toBe('NotAllowed');
    await openSession(server.url(), story.person('wijkteam').device);
  });
});
