import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runConformanceTests } from '@durable-streams/server-conformance-tests';
import { afterAll, beforeAll, beforeEach, describe, expect, it, type RunnerTask } from 'vitest';
import { type RunningServer, startServer } from '../../../src/server/startServer.ts';
import { startTestServer } from '../../support/testServer.ts';

const TOKEN = 'conformance';
const POLL = 1_500;
const suite = { baseUrl: '', longPollTimeoutMs: POLL };
const folder = mkdtempSync(join(tmpdir(), 'streams-'));
const ownFetch = globalThis.fetch;
let server: RunningServer;

beforeAll(async () => {
  const onBroken = (error: unknown) => console.error(error);
  server = await startServer({ appFolder: folder, dataFolder: folder, port: 0, conformanceToken: TOKEN, pollMilliseconds: POLL, onBroken });
  suite.baseUrl = server.url;
  // The suite asks without credentials; here every request shows the token.
  globalThis.fetch = (input, init) => ownFetch(input, { ...init, headers: { ...plain(init?.headers), Authorization: `Bearer ${TOKEN}` } });
});

afterAll(async () => {
  globalThis.fetch = ownFetch;
  await server.stop();
  rmSync(folder, { recursive: true });
});

const plain = (headers: HeadersInit | undefined) => Object.fromEntries(new Headers(headers));

/** Forks are an extension that this server does not have; everything else must hold. */
const isFork = (task: RunnerTask): boolean => task.name.startsWith('Fork - ') || (task.suite !== undefined && isFork(task.suite));
let ran = 0;

describe('the protocol', () => {
  beforeEach(({ task, skip }) => {
    if (isFork(task)) skip('forks are an extension');
    ran++;
  });
  runConformanceTests(suite);
});

it('was held against every test that is not about forks', () => expect(ran).toBe(250));

describe('the tenant of the suite', () => {
  it('is closed to whoever does not show the token', async () => {
    for (const headers of [{}, { Authorization: 'Bearer other' }, { Authorization: TOKEN }]) {
      for (const method of ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'])
        expect((await ownFetch(`${server.url}/v1/stream/any`, { method, headers })).status).toBe(401);
    }
  });

  it('does not exist on a server that was given no token', async () => {
    const without = await startTestServer();
    const answers = await Promise.all(
      ['GET', 'PUT', 'POST'].map((method) =>
        ownFetch(`${without.url()}/v1/stream/any`, { method, headers: { Authorization: `Bearer ${TOKEN}` } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    await without.stop();
  });
});
