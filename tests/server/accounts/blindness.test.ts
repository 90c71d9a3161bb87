import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bytesToBase64url } from '../../../src/protocol/bytes.ts';
import { encodeCbor } from '../../../src/protocol/cbor.ts';
import { INBOX_PATH, messagesPath, presencePath, streamPath } from '../../../src/protocol/exchange/paths.ts';
import { encrypt } from '../../../src/crypto/primitives.ts';
import { backUp } from '../../../src/server/backup/backUp.ts';
import { filledBytes } from '../../support/cryptoFixtures.ts';
import { addTo, append, beginChain, expectDone, invite, makeDocument, seal, setUp, type Story } from '../../support/serverStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';

/*
 * What the server holds, by name. A new column has to be written here, and thought about: ids, roles, public keys, hashes, sizes, times
 * and sealed bytes; nothing that says who somebody is or what they wrote.
 */
const ALLOWED = {
  meta: ['name', 'value'],
  stream: ['id', 'path', 'content_type', 'tail', 'closed', 'seq', 'ttl', 'expires_at', 'mark'],
  message: ['stream', 'position', 'bytes', 'mark'],
  producer: ['stream', 'id', 'epoch', 'seq'],
  server_key: ['name', 'bytes'],
  counter: ['name', 'value'],
  keyring: ['member', 'n', 'hash', 'first'],
  device: ['device', 'member', 'kind', 'revoked', 'last_seen', 'revoked_at'],
  document: ['doc', 'kind', 'founder', 'n', 'hash', 'destroyed', 'bytes', 'change'],
  membership: ['doc', 'member', 'role', 'since', 'until', 'left_at', 'left_change'],
  erased: ['doc', 'envelope', 'operations'],
  chain: ['id', 'doc', 'stream', 'device', 'incarnation', 'seq', 'hash'],
  envelope: ['chain', 'seq', 'hash', 'position'],
  invitation: ['id', 'access', 'member', 'expires', 'ended', 'guest'],
  setup_link: ['hash', 'first', 'expires', 'member', 'doc'],
  block: ['doc', 'device', 'at'],
  run: ['id', 'mark', 'began'],
  fetch: ['doc', 'device', 'at'],
};

let server: TestServer;
let story: Story;
beforeAll(async () => {
  server = await startTestServer({ pollMilliseconds: 50 });
  story = await setUp(server, 'ib', 'wijkteam');
});
afterAll(() => server.stop());

const openCopy = () => new DatabaseSync(join(server.folder, 'knooppunt.sqlite'), { readOnly: true });

describe('the server is blind (SPEC 9a)', () => {
  it('has exactly these tables and columns', () => {
    const db = openCopy();
    const names = (
      db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all() as { name: string }[]
    ).map(({ name }) => name);
    const found = Object.fromEntries(
      names.map((name) => [
        name,
        (db.prepare(`SELECT name FROM pragma_table_info(?)`).all(name) as { name: string }[]).map((one) => one.name),
      ]),
    );
    db.close();
    expect(found).toEqual(ALLOWED);
  });

  it('keeps text only where it is an id, a role, a day, a path or a type', async () => {
    const plan = await makeDocument(story, 'ib');
    const body = await seal(plan, story.person('ib'), beginChain());
    await expectDone(story.say('ib', 'POST', streamPath(plan.doc, 'log'), { body }));
    const db = openCopy();
    const odd: string[] = [];
    for (const [table, columns] of Object.entries(ALLOWED)) {
      for (const row of db.prepare(`SELECT * FROM ${table}`).all()) {
        for (const column of columns) {
          const value = row[column];
          if (typeof value === 'string' && !KNOWN_TEXT.test(value)) odd.push(`${table}.${column}: ${value}`);
        }
      }
    }
    db.close();
    expect(odd).toEqual([]);
  });

  it('has none of 200 canaries in its database, its log files, a backup or what it printed', async () => {
    const printed: string[] = [];
    const spies = (['stdout', 'stderr'] as const).map((name) =>
      vi.spyOn(process[name], 'write').mockImplementation((text) => printed.push(String(text)) > 0),
    );
    const canaries = Array.from({ length: 200 }, (_, index) => `kanarie-${index}-${(index * 7919 + 104729).toString(36)}`);
    const ib = story.person('ib');
    const plan = await makeDocument(story, 'ib');
    await expectDone(append(story, 'ib', plan, addTo(story.person('wijkteam'), 'professional')));
    const chain = beginChain();
    const invitation = await invite(story, 'ib');
    const key = await crypto.subtle.importKey('raw', filledBytes(1), 'AES-GCM', false, ['encrypt']);
    for (const [index, canary] of canaries.entries()) {
      const text = new Uint8Array(new TextEncoder().encode(canary));
      const sealed = await encrypt(key, filledBytes(index & 255, 12), text, filledBytes(0));
      const url = `?q=${canary}`;
      switch (index % 5) {
        case 0:
          await expectDone(story.say('ib', 'POST', streamPath(plan.doc, 'log'), { body: await seal(plan, ib, chain, canary) }));
          break;
        case 1:
          await expectDone(story.say('ib', 'POST', messagesPath(invitation.id), { body: encodeCbor(sealed) }));
          break;
        case 2:
          await expectDone(story.say('ib', 'POST', presencePath(plan.doc), { body: sealed, type: 'application/octet-stream' }));
          break;
        case 3:
          await story.say('ib', 'GET', `${INBOX_PATH}${url}&offset=-1`, {
            headers: { 'user-agent': canary, referer: canary, cookie: canary },
          });
          await story.say('ib', 'POST', streamPath(plan.doc, 'log') + url, { body: text });
          break;
        default:
          await story.say('ib', 'GET', `/v1/${canary}`);
          await story.say('ib', 'POST', '/v1/session', { body: { device: canary, challenge: canary } });
          await story.say('ib', 'PUT', streamPath(plan.doc, 'roster'), { body: text, type: canary, headers: { 'producer-id': canary } });
      }
    }
    for (const spy of spies) spy.mockRestore();
    const files = readdirSync(server.folder);
    expect(files.toSorted()).toEqual(['knooppunt.sqlite', 'knooppunt.sqlite-shm', 'knooppunt.sqlite-wal']);
    const backup = backUp(server.folder, mkdtempSync(join(tmpdir(), 'backup-')), new Date());
    if (!backup.ok) throw new Error(backup.error.type);
    const stored = [...files.map((file) => join(server.folder, file)), backup.value.file].map((file) => readFileSync(file));
    rmSync(dirname(backup.value.file), { recursive: true });
    printed.push(...server.logged());
    expect(server.logged().length).toBeGreaterThan(200);
    const hits = canaries.filter((canary) =>
      [canary, bytesToBase64url(new TextEncoder().encode(canary))].some(
        (form) => stored.some((bytes) => bytes.includes(form)) || printed.join('').includes(form),
      ),
    );
    expect(hits).toEqual([]);
    // Nor an id of anyone, in the lines.
    expect(server.logged().filter((line) => /[\w-]{20}/.test(line))).toEqual([]);
    // The search would find something: the ids that are meant to be there.
    expect(stored.at(0)!.includes(plan.doc) || stored.at(-2)!.includes(plan.doc)).toBe(true);
    expect(stored.at(-1)!.includes(plan.doc)).toBe(true);
  });
});

/** An id or hash, a path of ids, a counter, or one of the program's own words. */
const KNOWN_TEXT =
  /^([\w-]{11}|[\w-]{22}|[\w-]{43}|[0-9a-f]{12}|\d{10}|\d{4}-\d{2}-\d{2}|\/v1\/(doc|keyring|invitation)\/[\w-]{22}(\/(roster|log|views|messages))?|application\/cbor-seq|log|views|device|paper|plan|organisation|lead|professional|epoch|change|server)$/;
