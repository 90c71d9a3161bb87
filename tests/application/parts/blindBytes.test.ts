import { afterEach, describe, expect, it } from 'vitest';
import { createBrowserClock } from '../../../src/adapters/browser/clock.ts';
import { createMemoryDatabase } from '../../../src/adapters/memory/database.ts';
import { createMemoryJournal } from '../../../src/adapters/memory/journal.ts';
import type { Session } from '../../../src/application/device/deviceContext.ts';
import { askSession } from '../../../src/application/exchange/access.ts';
import type { RecordTable, ServerPort, StoredRecord } from '../../../src/application/ports.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { CaseId, DocumentId, EntityId } from '../../../src/core/shared/ids.ts';
import { authorizationOf } from '../../../src/protocol/exchange/credentials.ts';
import { fetchesPath, INBOX_PATH, keyringPath, streamPath } from '../../../src/protocol/exchange/paths.ts';
import { createTestDevice, type TestDevice } from '../../support/createTestApplication.ts';
import { httpServerOf, must, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { createNeighbourhood, isGreen, letIntoCase, makeCase, type Neighbourhood } from '../../support/neighbours.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';
import { until } from '../../support/until.ts';

/*
 * Byte for byte: a mother's device and all that a server ever answers her are the same with and without what professionals write among
 * themselves. Two servers that were one until the consultation began, with the same keys; and her device twice, with the same seed.
 */

const REASON = 'Wie betaalt wat';
const TABLES: readonly RecordTable[] = ['device', 'document', 'roster', 'keyring', 'envelope', 'outbox'];
const NOW = Date.now();

let street: Neighbourhood;
let twin: TestServer;
afterEach(async () => {
  await twin.stop();
  await street.end();
});

/** The same device once more, with everything that is stored on it. */
async function copyDevice({ database, journal, storageInfo }: TestDevice): Promise<TestDevice> {
  const copy = { database: createMemoryDatabase(), journal: createMemoryJournal() };
  await copy.database.open();
  await copy.journal.open();
  const rows = (await Promise.all(TABLES.map(async (table) => await database.list(table, '')))).flat();
  await copy.database.put(rows, await database.mark());
  await copy.journal.append((await journal!.read(0)).records);
  return createTestDevice({ ...copy, storageInfo, random: createSeededRandom(4711) });
}

/** All that she may ask is asked by hand; then her device comes back online at this server, hears everything and closes. */
async function comeBack(session: Session, stored: TestDevice, url: () => string, plan: DocumentId) {
  const { access } = must(await askSession(httpServerOf(url), session, () => NOW));
  const ask = async (path: string) => {
    const response = await fetch(`${url()}${path}`, { headers: { authorization: authorizationOf(access) } });
    const headers = [...response.headers].filter(([header]) => header !== 'date');
    return [path, response.status, headers, Buffer.from(await response.arrayBuffer()).toString('hex')];
  };
  const answers = [];
  for (const stream of ['roster', 'log', 'views'] as const) answers.push(await ask(`${streamPath(plan, stream)}?offset=-1`));
  answers.push(await ask(`${keyringPath(session.member)}?offset=-1`));
  // Of the two that tell a number of the whole server or a time, all but that.
  const inbox = await (await fetch(`${url()}${INBOX_PATH}?offset=-1`, { headers: { authorization: authorizationOf(access) } })).text();
  const fetches = await (await fetch(`${url()}${fetchesPath(plan)}`, { headers: { authorization: authorizationOf(access) } })).text();
  const clock = { ...createBrowserClock(), now: () => NOW };
  const mother = await startTeller('Sanne de Wit', httpServerOf(url), { stored, clock });
  await until(() => mother.device.caseload.get().cases.length === 1 && isGreen(mother));
  const open = await mother.open(mother.device.caseload.get().cases[0]!.caseId);
  await until(() => open.view.get().agreements.length === 1 && isGreen(mother));
  open.close();
  mother.close();
  const rows = (await Promise.all(TABLES.map(async (table) => await stored.database.list(table, '')))).flat();
  // All that came to it, as it came. What she sealed herself has a nonce of its own each time: `blind.test.ts` weighs that.
  const isOwn = ({ table, key }: StoredRecord) => table === 'device' || table === 'document' || key.includes(session.keys.id);
  return {
    rows: rows.filter((row) => !isOwn(row)).map(({ table, key, bytes }) => `${table} ${key} ${Buffer.from(bytes).toString('hex')}`),
    answers,
    inbox: inbox.replace(/"next":"(\w+)\.[\w-]{22}"/, '"next":"$1"'),
    fetches: fetches.replaceAll(/\d{13}/g, 'a time'),
  };
}

/** Two professionals write and look in a part of their own. */
async function consult(host: Teller, guest: Teller, caseId: CaseId, kind: 'team' | 'safety'): Promise<void> {
  const reason = kind === 'team' ? REASON : 'Dit mag nergens staan';
  const doc = must(await host.device.circle.addDocument(caseId, kind, { title: 'Overleg', reason }));
  must(await host.device.circle.letInto(caseId, doc, guest.session().member));
  await until(() => guest.session().documents.has(doc));
  for (const teller of [host, guest]) {
    const part = must(await teller.device.parts.open(caseId, doc));
    must(await part.change({ type: 'add', kind: 'entry', fields: { text: `Van ${teller.name}`, on: '2026-09-08' as CivilDate } }));
    await part.note('printed');
    part.close();
  }
}

describe('a parent whose professionals consult, byte for byte', () => {
  it('has the same device, and gets the same answers, as one whose professionals do not', async () => {
    street = await createNeighbourhood();
    const sent: (readonly [path: string, body: Uint8Array<ArrayBuffer>])[] = [];
    const overheard = (port: ServerPort): ServerPort =>
      new Proxy(port, {
        get: (target, verb: keyof ServerPort) =>
          verb === 'append'
            ? async (...asked: Parameters<ServerPort['append']>) => {
                sent.push([asked[1], asked[2]]);
                return await target.append(...asked);
              }
            : target[verb],
      });
    const [bram, mother] = [await street.start('Bram de Groot'), await street.start('Sanne de Wit')];
    const anouk = await street.start('Anouk Visser', { through: overheard });
    must(await anouk.device.organisation.found(`https://knooppunt.example/#setup=${street.server.setupSecret()}`, 'De Regenboog'));
    const caseId = await makeCase(anouk);
    const plan = await anouk.open(caseId);
    must(await plan.change({ type: 'set', entity: 'family' as EntityId, field: 'teamReason', value: REASON }));
    await letIntoCase(anouk, bram, caseId, 'professional');
    await letIntoCase(anouk, mother, caseId, 'caregiver');
    await until(() => [anouk, bram, mother].every(isGreen));
    const doc = [...mother.session().documents.keys()][0]!;
    const session = mother.session();
    mother.close();
    const devices = [await copyDevice(mother.stored), await copyDevice(mother.stored)] as const;
    await street.server.restart(async () => void (twin = await startTestServer({ pollMilliseconds: 300, twinOf: street.server.folder })));

    for (const kind of ['team', 'safety'] as const) await consult(anouk, bram, caseId, kind);
    await until(() => [anouk, bram].every(isGreen));
    sent.length = 0;
    must(await plan.change({ type: 'add', kind: 'agreement', fields: { text: 'Wij bellen op vrijdag' } }));
    const saves = () => sent.filter(([path]) => path === streamPath(doc, 'log'));
    await until(() => saves().length > 0 && isGreen(anouk));
    // The same save comes to the other server too, and nothing else of what happened meanwhile.
    expect(saves()).toHaveLength(1);
    const quiet = httpServerOf(twin.url);
    const { access } = must(await askSession(quiet, anouk.session(), () => NOW));
    must(await quiet.append(access, ...saves()[0]!));

    const withNotes = await comeBack(session, devices[0], street.server.url, doc);
    const without = await comeBack(session, devices[1], twin.url, doc);
    expect([...anouk.session().documents.values()].filter(({ kind }) => kind === 'team' || kind === 'safety')).toHaveLength(2);
    expect(withNotes.answers).toEqual(without.answers);
    expect([withNotes.inbox, withNotes.fetches]).toEqual([without.inbox, without.fetches]);
    expect(without.rows.length).toBeGreaterThan(3);
    expect(withNotes.rows).toEqual(without.rows);
  });
});
