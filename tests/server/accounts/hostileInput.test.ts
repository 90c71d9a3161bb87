import { request as httpRequest } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bytes, bytesToBase64url, concatBytes } from '../../../src/protocol/bytes.ts';
import { encodeCbor } from '../../../src/protocol/cbor.ts';
import { authorizationOf } from '../../../src/protocol/exchange/credentials.ts';
import {
  blocksPath,
  CBOR_SEQUENCE,
  INBOX_PATH,
  invitationPath,
  keyringPath,
  messagesPath,
  organisationPath,
  presencePath,
  SESSION_PATH,
  streamPath,
} from '../../../src/protocol/exchange/paths.ts';
import { refusals } from '../../../src/protocol/exchange/refusals.ts';
import { filledBytes, idOf } from '../../support/cryptoFixtures.ts';
import { signChallenge, ask } from '../../support/serverPeople.ts';
import {
  addTo,
  append,
  beginChain,
  expectDone,
  invite,
  makeDocument,
  seal,
  setUp,
  signGenesis,
  signNext,
  type Story,
} from '../../support/serverStory.ts';
import { createSeededRandom, type SeededRandom } from '../../support/seededRandom.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

/*
 * Requests that were right, changed a little: in body, path, headers, method. Whatever comes, the answer is a clear one below 500, the
 * server goes on, and what was refused left nothing behind.
 */

const SEED = Number(process.env['SEED'] ?? 20261124);
/** Promise 10 asks for 100,000: what fits in `npm test` is fewer. The long run has the million that it asks for there. */
const REQUESTS = process.env['SOAK'] === undefined ? 5_000 : 1_000_000;

interface Raw {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;
}

let server: TestServer;
let story: Story;
let valid: readonly Raw[];
beforeAll(async () => {
  server = await startTestServer({ pollMilliseconds: 5 });
  story = await setUp(server, 'ib', 'wijkteam', 'leerkracht');
  valid = await makeValid();
});
afterAll(() => server.stop());

/** One of each request that the server knows, right as it stands. */
async function makeValid(): Promise<readonly Raw[]> {
  const plan = await makeDocument(story, 'ib');
  await expectDone(append(story, 'ib', plan, addTo(story.person('wijkteam'), 'professional')));
  const [ib, wijkteam] = [story.person('ib'), story.person('wijkteam')];
  const invitation = await invite(story, 'ib');
  const authorization = authorizationOf(await story.session('ib'));
  const text = (value: object) => concatBytes(new TextEncoder().encode(JSON.stringify(value)));
  const { challenge } = (await ask(server.url(), 'GET', SESSION_PATH)).json() as { challenge: string };
  const fresh = await signGenesis(ib, 'plan');
  const log = beginChain();
  const make = (method: string, path: string, body: Bytes = new Uint8Array(), type: string = CBOR_SEQUENCE, headers = {}): Raw => ({
    method,
    path,
    body,
    headers: { authorization, ...(body.length === 0 ? {} : { 'content-type': type }), ...headers },
  });
  const next = await signNext(plan, ib, addTo(story.person('leerkracht'), 'reader'));
  return [
    make('GET', SESSION_PATH),
    make('POST', SESSION_PATH, text(await signChallenge(ib.device, challenge, 'full')), 'application/json'),
    make('GET', `${INBOX_PATH}?offset=-1`),
    make('GET', `${INBOX_PATH}?offset=-1&live=long-poll`),
    make('PUT', streamPath(fresh.doc, 'roster'), fresh.entries[0]!.bytes),
    make('POST', streamPath(plan.doc, 'roster'), next.bytes, CBOR_SEQUENCE, { 'stream-seq': '0000000002' }),
    make('GET', `${streamPath(plan.doc, 'roster')}?offset=-1`),
    make('POST', streamPath(plan.doc, 'log'), concatBytes(await seal(plan, ib, log), await seal(plan, ib, log))),
    make('POST', streamPath(plan.doc, 'views'), await seal(plan, wijkteam, beginChain())),
    make('GET', `${streamPath(plan.doc, 'log')}?offset=-1&live=long-poll`),
    make('HEAD', streamPath(plan.doc, 'views')),
    make('GET', keyringPath(ib.member)),
    make('POST', keyringPath(ib.member), ib.entries[0]!),
    make('PUT', keyringPath(ib.member), ib.entries[0]!, CBOR_SEQUENCE, { authorization: authorizationOf(invitation) }),
    make('POST', messagesPath(invitation.id), encodeCbor(filledBytes(1)), CBOR_SEQUENCE, { authorization: authorizationOf(invitation) }),
    make('GET', `${messagesPath(invitation.id)}?offset=-1`),
    make('POST', presencePath(plan.doc), filledBytes(1), 'application/octet-stream'),
    make('PUT', invitationPath(idOf(1, 16)), text({ access: idOf<string>(2, 32), seconds: 600 }), 'application/json'),
    make('DELETE', invitationPath(idOf(1, 16))),
    make('GET', organisationPath(story.organisation.doc)),
    make('POST', blocksPath(story.organisation.doc), text({ device: wijkteam.device.id, blocked: false }), 'application/json'),
  ];
}

type Mutation = (raw: Raw, random: SeededRandom) => Raw;
const someBytes = ({ bytes, below }: SeededRandom) => bytes(below(60));
const withBody = (raw: Raw, body: Uint8Array): Raw => ({ ...raw, body: concatBytes(body) });
const withHeader = (raw: Raw, name: string, value: string): Raw => ({ ...raw, headers: { ...raw.headers, [name]: value } });
const replaceAt = (text: string, at: number, letter: string) => text.slice(0, at) + letter + text.slice(at + 1);
const LETTERS = 'azAZ09-_./?&=%~ \t:;"{}[]@';
const STRANGE = [
  '',
  '0',
  '-1',
  'now',
  'true',
  'x'.repeat(600),
  '9'.repeat(40),
  '%00',
  '0000000001',
  'application/json',
  '../..',
  "' OR 1=1 --",
];

const mutations: readonly Mutation[] = [
  (raw, { below }) =>
    withBody(
      raw,
      raw.body.map((byte, at) => (at === below(raw.body.length) ? byte ^ (1 << below(8)) : byte)),
    ),
  (raw, random) => {
    const body = Uint8Array.from(raw.body);
    for (let count = 1 + random.below(3); count > 0 && body.length > 0; count--) body[random.below(body.length)] = random.below(256);
    return withBody(raw, body);
  },
  (raw, { below }) => withBody(raw, raw.body.slice(0, below(raw.body.length + 1))),
  (raw, random) => {
    const at = random.below(raw.body.length + 1);
    return withBody(raw, concatBytes(raw.body.slice(0, at), someBytes(random), raw.body.slice(at)));
  },
  (raw) => withBody(raw, concatBytes(raw.body, raw.body)),
  (raw, random) => withBody(raw, someBytes(random)),
  // Arrays within arrays, far deeper than anything is meant to be.
  (raw, { below }) => withBody(raw, concatBytes(new Uint8Array(1 + below(30_000)).fill(0x81), Uint8Array.of(0))),
  (raw, { below }) => withBody(raw, encodeCbor([filledBytes(1, below(200)), { ['__proto__']: { length: 1 } }, null])),
  (raw, { below, pick }) => ({ ...raw, path: replaceAt(raw.path, 1 + below(raw.path.length - 1), pick(Array.from(LETTERS))) }),
  (raw, { below }) => ({ ...raw, path: raw.path.slice(0, 1 + below(raw.path.length)) }),
  (raw, { bytes }) => ({ ...raw, path: raw.path.replace(/[\w-]{22}/, bytesToBase64url(bytes(16))) }),
  (raw, { pick }) => ({
    ...raw,
    path: `${raw.path}${raw.path.includes('?') ? '&' : '?'}${pick(['offset', 'live', 'cursor', 'fork'])}=${encodeURIComponent(pick(STRANGE))}`,
  }),
  (raw, { pick }) => ({ ...raw, path: pick(valid).path }),
  (raw, { pick }) => ({ ...raw, method: pick(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) }),
  (raw, { pick }) =>
    withHeader(raw, 'content-type', pick(['application/json', 'text/plain', CBOR_SEQUENCE, 'application/octet-stream', ...STRANGE])),
  (raw, { below, pick }) => {
    const header = raw.headers['authorization'] as string;
    return withHeader(raw, 'authorization', replaceAt(header, below(header.length), pick(Array.from(LETTERS))));
  },
  (raw, { pick }) =>
    withHeader(raw, 'authorization', pick(['', 'Bearer', 'Bearer ', 'Setup x', 'Invitation a b', `Bearer ${'.'.repeat(90)}`, ...STRANGE])),
  (raw, { pick }) =>
    withHeader(
      raw,
      pick([
        'stream-seq',
        'stream-closed',
        'stream-ttl',
        'stream-expires-at',
        'producer-id',
        'producer-epoch',
        'producer-seq',
        'if-none-match',
        'content-encoding',
      ]),
      pick(STRANGE),
    ),
  (raw, { pick }) => ({ ...raw, headers: pick(valid).headers }),
];

function mutate(random: SeededRandom): Raw {
  let raw = random.pick(valid);
  for (let count = 1 + random.below(2); count > 0; count--) raw = random.pick(mutations)(raw, random);
  return raw;
}

/** As it goes over the wire: fetch would not send most of these. undefined: Node's own client refuses to write it. */
function send({ method, path, headers, body }: Raw): Promise<{ readonly status: number; readonly text: string } | undefined> {
  const { port } = new URL(server.url());
  return new Promise((resolve, reject) => {
    try {
      const asked = httpRequest(
        { host: 'localhost', port, method, path, headers: { ...headers, 'content-length': body.length } },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
        },
      );
      asked.on('error', reject);
      asked.end(body);
    } catch {
      resolve(undefined);
    }
  });
}

/** Everything that is kept. Read again only when SQLite says that somebody committed since. */
function openTables(): { readonly read: () => string; readonly close: () => void } {
  const db = new DatabaseSync(join(server.folder, 'knooppunt.sqlite'), { readOnly: true });
  const names = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).all();
  const tables = names.map(({ name }) => ({ name, rows: db.prepare(`SELECT * FROM ${String(name)}`) }));
  const version = db.prepare('PRAGMA data_version');
  let [seen, content]: [unknown, string] = [undefined, ''];
  return {
    read: () => {
      const now = version.get()!['data_version'];
      if (now !== seen)
        content = JSON.stringify(
          tables.map(({ name, rows }) => [name, rows.all()]),
          inHex,
        );
      seen = now;
      return content;
    },
    close: () => db.close(),
  };
}

const inHex = (_key: string, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value);

/** The code of a refusal; anything else than one is told as it came. */
function codeOf(text: string): string {
  try {
    return String((JSON.parse(text) as { readonly error?: string }).error);
  } catch {
    return text;
  }
}

describe('hostile input', () => {
  it(
    `${REQUESTS} changed requests get a clear answer, and refusals leave nothing behind`,
    { timeout: 300_000 + REQUESTS * 30 },
    async () => {
      const random = createSeededRandom(SEED);
      const counts = new Map<number, number>();
      const tables = openTables();
      let stored = tables.read();
      for (let done = 0; done < REQUESTS;) {
        const raw = mutate(random);
        const said = await send(raw);
        if (said === undefined) continue;
        done++;
        counts.set(said.status, (counts.get(said.status) ?? 0) + 1);
        const isRefused = said.status >= 400;
        const code = isRefused && raw.path.startsWith('/v1/') && said.text !== '' && raw.method !== 'HEAD' ? codeOf(said.text) : undefined;
        if (said.status >= (code === 'QuotaFull' ? 508 : 500) || (code !== undefined && !Object.hasOwn(refusals, code)))
          expect.fail(
            `seed ${SEED}, request ${done}: ${raw.method} ${raw.path} ${JSON.stringify(raw.headers)} ` +
              `${bytesToBase64url(raw.body).slice(0, 200)} -> ${said.status} ${said.text.slice(0, 200)}`,
          );
        if (!isRefused) stored = tables.read();
        else if (tables.read() !== stored) expect(tables.read(), `seed ${SEED}, request ${done}: ${raw.method} ${raw.path}`).toBe(stored);
      }
      tables.close();
      // Most were refused, and in many ways: a harness that only sends what nobody looks at would prove nothing.
      expect([...counts.keys()].filter((status) => status >= 400).length).toBeGreaterThan(7);
      expect((await send(valid[0]!))?.status).toBe(200);
    },
  );
});
