import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { authorizationOf } from '../../src/protocol/exchange/credentials.ts';
import { CBOR_SEQUENCE, streamPath } from '../../src/protocol/exchange/paths.ts';
import { beginChain, makeDocument, seal, setUp, type Story } from '../support/serverStory.ts';
import { startTestServer } from '../support/testServer.ts';
import { type Figure, median } from './figure.ts';

const CONNECTIONS = 32;
/** Appends of each connection in a round. */
const EACH = 60;
const ROUNDS = 7;
/** At least 0.6 times as many as the baseline. */
const LIMIT = 1 / 0.6;
const NOTE =
  'every append is a signed envelope of its own, verified, admitted and flushed; the baseline is node:http with one insert per transaction of ' +
  'the same body, in SQLite with the same settings; client and server share this process; medians of rounds in turns.';

interface Round {
  readonly perSecond: number;
  /** The slowest but one in a hundred. */
  readonly p99: number;
}

/** Durable appends by 32 connections, against the least that a server can do for as many bytes. */
export async function measureAppends(): Promise<readonly Figure[]> {
  const server = await startTestServer();
  const raw = await startRaw();
  try {
    const story = await setUp(server, 'ib');
    const [ours, theirs]: [Round[], Round[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      const bodies = await prepare(story);
      ours.push(await measure(server.url(), bodies));
      theirs.push(await measure(raw.url, bodies));
    }
    const [value, baseline] = [median(ours.map(({ perSecond }) => perSecond)), median(theirs.map(({ perSecond }) => perSecond))];
    const name = `durable appends, ${CONNECTIONS} connections (baseline: node:http, one insert each)`;
    return [
      { name, value, unit: '/s', aim: 5_000, atLeast: true, baseline, ratio: baseline / value, limit: LIMIT, note: NOTE },
      { name: 'p99 of such an append', value: median(ours.map(({ p99 }) => p99)), unit: 'ms', aim: 50 },
      { name: 'p99 of the baseline', value: median(theirs.map(({ p99 }) => p99)), unit: 'ms' },
    ];
  } finally {
    await raw.stop();
    await server.stop();
  }
}

/** For each connection a document, and its requests as they go over the wire. */
async function prepare(story: Story): Promise<readonly (readonly Uint8Array[])[]> {
  const by = story.person('ib');
  const authorization = authorizationOf(await story.session('ib'));
  return await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const document = await makeDocument(story, 'ib');
      const chain = beginChain();
      const requests: Uint8Array[] = [];
      for (let n = 0; n < EACH; n++) {
        const body = await seal(document, by, chain);
        const head = [
          `POST ${streamPath(document.doc, 'log')} HTTP/1.1`,
          'Host: localhost',
          `Authorization: ${authorization}`,
          `Content-Type: ${CBOR_SEQUENCE}`,
          `Content-Length: ${body.length}`,
        ];
        requests.push(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
      }
      return requests;
    }),
  );
}

/** Each connection asks the next when the one before was answered. */
async function measure(url: string, requests: readonly (readonly Uint8Array[])[]): Promise<Round> {
  const { hostname, port } = new URL(url);
  const sockets = await Promise.all(
    requests.map(async () => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      await once(socket, 'connect');
      return socket;
    }),
  );
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    sockets.map(async (socket, index) => {
      for (const request of requests[index]!) {
        const before = performance.now();
        const answered = readAnswer(socket);
        socket.write(request);
        await answered;
        times.push(performance.now() - before);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  sockets.forEach((socket) => socket.destroy());
  return { perSecond: times.length / seconds, p99: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]! };
}

/** Answers here have no body, and come one at a time. */
function readAnswer(socket: ReturnType<typeof connect>): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (part: Uint8Array) => {
      text += Buffer.from(part).toString('latin1');
      if (!text.includes('\r\n\r\n')) return;
      socket.off('data', take);
      if (/^HTTP\/1.1 20[014] /.test(text)) resolve();
      else reject(new Error(text));
    };
    socket.on('data', take);
  });
}

async function startRaw() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-raw-'));
  const db = new DatabaseSync(join(folder, 'raw.sqlite'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE message (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)');
  const insert = db.prepare('INSERT INTO message (bytes) VALUES (?)');
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      insert.run(Buffer.concat(parts));
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      db.close();
      rmSync(folder, { recursive: true });
    },
  };
}

if (import.meta.main) console.log(await measureAppends());
