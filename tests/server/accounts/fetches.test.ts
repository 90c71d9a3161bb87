import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchesPath, INBOX_PATH, organisationFetchesPath, streamPath } from '../../../src/protocol/exchange/paths.ts';
import type { DocumentFetches, Inbox, OrganisationFetches } from '../../../src/protocol/exchange/shapes.ts';
import { ask, openSession } from '../../support/serverPeople.ts';
import {
  addTo,
  append,
  beginChain,
  expectDone,
  makeDocument,
  seal,
  setUp,
  type Story,
  type TestDocument,
} from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let server: TestServer;
let story: Story;
let plan: TestDocument;
beforeAll(async () => {
  server = await startTestServer();
  story = await setUp(server, 'beheerder', 'ib', 'wijkteam', 'toezicht');
  await story.letIn('beheerder', 'buiten');
  plan = await makeDocument(story, 'ib');
  await expectDone(append(story, 'ib', plan, addTo(story.person('wijkteam'), 'professional')));
  await expectDone(append(story, 'ib', plan, addTo(story.person('toezicht'), 'auditor')));
});
afterAll(() => server.stop());

const deviceOf = (name: string) => story.person(name).device.id;
const fetches = async (name: string, doc = plan.doc) =>
  (await expectDone(story.say(name, 'GET', fetchesPath(doc)))).json() as DocumentFetches;
const take = (name: string) => expectDone(story.say(name, 'GET', streamPath(plan.doc, 'log')));

describe('handing out sealed content', () => {
  it('is kept with document, device and minute, before the content goes out; the roster is no content', async () => {
    await expectDone(story.say('wijkteam', 'GET', streamPath(plan.doc, 'roster')));
    await story.say('wijkteam', 'HEAD', streamPath(plan.doc, 'log'));
    expect((await fetches('ib')).devices).toEqual([]);
    await take('wijkteam');
    await take('wijkteam');
    const [row, ...others] = (await fetches('ib')).devices;
    expect(others).toEqual([]);
    expect(row).toEqual({ device: deviceOf('wijkteam'), first: row?.last, last: row?.last, times: 1 });
    expect(row!.last % MINUTE).toBe(0);
    expect(Math.abs(row!.last - Date.now())).toBeLessThan(2 * MINUTE);
    server.turnClock(5 * MINUTE);
    await take('wijkteam');
    expect((await fetches('ib')).devices).toMatchObject([{ times: 2, first: row!.first }]);
  });

  it('is read by whoever is in the circle, also an auditor, and by nobody else', async () => {
    for (const name of ['ib', 'wijkteam', 'toezicht']) expect((await fetches(name)).devices).toHaveLength(1);
    for (const name of ['beheerder', 'buiten']) expect((await story.say(name, 'GET', fetchesPath(plan.doc))).code).toBe('NotAMember');
    expect((await story.say('toezicht', 'GET', streamPath(plan.doc, 'log'))).code).toBe('NotAllowed');
    expect((await fetches('ib')).devices.map(({ device }) => device)).toEqual([deviceOf('wijkteam')]);
  });

  it('is read by an administrator of their own people: ids, the day and how often, no hour and no circle', async () => {
    const read = (name: string) => story.say(name, 'GET', organisationFetchesPath(story.organisation.doc));
    const { fetches: rows } = (await expectDone(read('beheerder'))).json() as OrganisationFetches;
    expect(rows).toEqual([
      {
        member: story.person('wijkteam').member,
        device: deviceOf('wijkteam'),
        doc: plan.doc,
        day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        times: 2,
      },
    ]);
    expect((await read('ib')).code).toBe('NotAllowed');
    expect((await read('buiten')).code).toBe('NotAMember');
    // Who is in none of its circles and of another organisation is not in it, whatever they fetch.
    await expectDone(append(story, 'ib', plan, addTo(story.person('buiten'), 'professional')));
    await take('buiten');
    const again = (await expectDone(read('beheerder'))).json() as OrganisationFetches;
    expect(again.fetches.map(({ member }) => member)).not.toContain(story.person('buiten').member);
    expect((await fetches('ib')).devices.map(({ device }) => device)).toContain(deviceOf('buiten'));
  });

  it('is forgotten after 400 days (SPEC 22d)', async () => {
    server.turnClock(402 * DAY);
    const db = new DatabaseSync(join(server.folder, 'knooppunt.sqlite'), { readOnly: true });
    const count = () => (db.prepare('SELECT count(*) AS rows FROM fetch').get() as { rows: number }).rows;
    expect(count()).toBe(3);
    const as = await openSession(server.url(), story.person('wijkteam').device);
    await expectDone(ask(server.url(), 'GET', streamPath(plan.doc, 'log'), { as }));
    expect(count()).toBe(1);
    db.close();
    server.turnClock(-402 * DAY);
  });

  it('of an access log without a line tells nobody to ask; with one it does', async () => {
    const doc = await makeDocument(story, 'ib');
    const itemOf = async () => ((await story.say('ib', 'GET', INBOX_PATH)).json() as Inbox).items.find((item) => item.doc === doc.doc);
    expect((await itemOf())?.views).toBe('');
    const body = await seal(doc, story.person('ib'), beginChain());
    await expectDone(story.say('ib', 'POST', streamPath(doc.doc, 'views'), { body }));
    expect((await itemOf())?.views).not.toBe('');
  });
});
