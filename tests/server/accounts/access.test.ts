import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentKinds, rosterRoles, type RosterRole } from '../../../src/core/circle/rosterEntry.ts';
import { INBOX_PATH, presencePath, streamPath } from '../../../src/protocol/exchange/paths.ts';
import type { Inbox } from '../../../src/protocol/exchange/shapes.ts';
import { filledBytes } from '../../support/cryptoFixtures.ts';
import { addTo, append, beginChain, expectDone, makeDocument, removeFrom, seal, setUp, type Story } from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

/*
 * Every role, in the circle and after it, at every stream of a document: what the server itself gives and takes. Beyond this the
 * contents are sealed to who may read them.
 */

type Place = 'in' | 'removed' | 'outside';
type Verb = 'read roster' | 'read log' | 'read views' | 'write log' | 'write views' | 'presence' | 'hear';

/** The whole matrix. */
function expected(role: RosterRole, place: Place, verb: Verb): string {
  if (place === 'outside') return verb === 'hear' ? 'nothing' : 'NotAMember';
  // Own envelopes only, and for 90 days; the roster up to the entry that removed them: log.test.ts.
  if (place === 'removed')
    return verb === 'write log' || verb === 'read roster' ? 'yes' : verb === 'hear' ? 'that it is over' : 'NotAMember';
  if (role !== 'auditor') return verb === 'hear' ? 'roster, log, views' : 'yes';
  if (verb === 'hear') return 'roster, views';
  return verb === 'read log' || verb === 'presence' ? 'NotAllowed' : 'yes';
}

let server: TestServer;
let story: Story;
const roles = rosterRoles.filter((role) => role !== 'lead');
beforeAll(async () => {
  server = await startTestServer();
  story = await setUp(server, 'ib');
  for (const role of roles) for (const place of ['in', 'removed']) await story.letIn('ib', `${role} ${place}`);
  await story.letIn('ib', 'outside');
});
afterAll(() => server.stop());

/** A plan with one of each role in it, and one of each role taken out of it. */
async function makeCircle() {
  const document = await makeDocument(story, 'ib');
  const entry = async (change: ReturnType<typeof addTo>) => await expectDone(append(story, 'ib', document, change));
  for (const role of roles) {
    await entry(addTo(story.person(`${role} in`), role));
    await entry(addTo(story.person(`${role} removed`), role));
  }
  const { member: second } = story.person('professional in');
  await expectDone(
    story.say('ib', 'POST', streamPath(document.doc, 'log'), { body: await seal(document, story.person('ib'), beginChain()) }),
  );
  for (const role of roles) {
    const { member } = story.person(`${role} removed`);
    const isFamily = role === 'caregiver' || role === 'youngPerson' || role === 'supporter';
    if (isFamily)
      await expectDone(append(story, 'professional in', document, { change: { type: 'propose', member, reason: 's' }, keyring: null }));
    const { change } = removeFrom(story.person(`${role} removed`));
    await entry({ change: { ...change, ...(isFamily ? { seconded: second } : {}) } as typeof change, keyring: null });
  }
  return document;
}

describe('who gets what from the server', () => {
  it('is the same for each role as the matrix says', async () => {
    const document = await makeCircle();
    const table: string[] = [];
    const wanted: string[] = [];
    const people = [...roles.flatMap((role) => [[role, 'in'] as const, [role, 'removed'] as const]), ['lead', 'outside'] as const];
    for (const [role, place] of people) {
      const name = place === 'outside' ? 'outside' : `${role} ${place}`;
      const envelope = () => seal(document, story.person(name), beginChain());
      const ask: Record<Exclude<Verb, 'hear'>, () => ReturnType<Story['say']>> = {
        'read roster': () => story.say(name, 'GET', streamPath(document.doc, 'roster')),
        'read log': () => story.say(name, 'GET', streamPath(document.doc, 'log')),
        'read views': () => story.say(name, 'GET', streamPath(document.doc, 'views')),
        'write log': async () => await story.say(name, 'POST', streamPath(document.doc, 'log'), { body: await envelope() }),
        'write views': async () => await story.say(name, 'POST', streamPath(document.doc, 'views'), { body: await envelope() }),
        presence: () => story.say(name, 'POST', presencePath(document.doc), { body: filledBytes(1), type: 'application/octet-stream' }),
      };
      for (const [verb, asked] of Object.entries(ask)) {
        const { code } = await asked();
        table.push(`${name}: ${verb}: ${code ?? 'yes'}`);
        wanted.push(`${name}: ${verb}: ${expected(role, place, verb as Verb)}`);
      }
      table.push(`${name}: hear: ${await hear(name, document.doc)}`);
      wanted.push(`${name}: hear: ${expected(role, place, 'hear')}`);
    }
    expect(table).toEqual(wanted);
    expect(table).toHaveLength(15 * 7);
  });

  it('never tells of a document that somebody is not in: not a byte, a count or a size', async () => {
    const before = (await story.say('outside', 'GET', INBOX_PATH)).json() as Inbox;
    for (const kind of documentKinds.filter((one) => one !== 'organisation')) {
      const document = await makeDocument(story, 'ib', kind);
      const body = await seal(document, story.person('ib'), beginChain());
      await expectDone(story.say('ib', 'POST', streamPath(document.doc, 'log'), { body }));
      await expectDone(story.say('ib', 'POST', presencePath(document.doc), { body: filledBytes(1), type: 'application/octet-stream' }));
    }
    const after = (await story.say('outside', 'GET', INBOX_PATH)).json() as Inbox;
    expect(after).toEqual(before);
  });

  it('nor to a parent who is in the plan: with and without consultation and safety every answer is the same', async () => {
    const plan = await makeCircle();
    const parent = 'caregiver in';
    const streams = ['roster', 'log', 'views'] as const;
    const answers = async () => {
      const read = [INBOX_PATH, ...streams.map((stream) => streamPath(plan.doc, stream))].map(async (path) => {
        const { status, headers, bytes } = await story.say(parent, 'GET', path);
        return { path, status, headers: [...headers].filter(([name]) => name !== 'date'), bytes: [...bytes] };
      });
      return await Promise.all(read);
    };
    // Who typed in an earlier test is forgotten by then.
    server.turnClock(10_000);
    const before = await answers();
    for (const kind of ['team', 'safety', 'part', 'personal'] as const) {
      const document = await makeDocument(story, 'ib', kind);
      await expectDone(
        append(story, 'ib', document, addTo(story.person('professional in'), kind === 'personal' ? 'lead' : 'professional')),
      );
      for (const stream of ['log', 'views'] as const) {
        const body = await seal(document, story.person('ib'), beginChain());
        await expectDone(story.say('ib', 'POST', streamPath(document.doc, stream), { body }));
      }
    }
    expect(await answers()).toEqual(before);
  });
});

async function hear(name: string, doc: string): Promise<string> {
  const { items } = (await story.say(name, 'GET', INBOX_PATH)).json() as Inbox;
  const item = items.find((one) => one.doc === doc);
  if (item === undefined) return 'nothing';
  const told = (['roster', 'log', 'views'] as const).filter((stream) => item[stream] !== '');
  return told.length === 0 ? 'that it is over' : told.join(', ');
}
