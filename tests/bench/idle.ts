import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { fork } from 'node:child_process';
import { authorizationOf } from '../../src/protocol/exchange/credentials.ts';
import { INBOX_PATH } from '../../src/protocol/exchange/paths.ts';
import { ask, openSession } from '../support/serverPeople.ts';
import { makeDocument, setUp, type Story } from '../support/serverStory.ts';
import { startTestServer } from '../support/testServer.ts';
import type { Figure } from './figure.ts';

const DEVICES = 1_000;
const SECONDS = 25;
const NOTE = `the server process alone, after collecting garbage; each device has the inbox's long-poll open (20 s) and asks again, over ${SECONDS} s.`;

/** What a device costs that only waits to hear. The server is a process of its own. */
export async function measureIdle(): Promise<readonly Figure[]> {
  const server = fork(import.meta.filename, ['--serve'], { execArgv: ['--expose-gc'] });
  const tell = async <T>(message: string): Promise<T> => {
    const answered = once(server, 'message');
    server.send(message);
    return (await answered)[0] as T;
  };
  const [{ url, authorization, offset }] = (await once(server, 'message')) as [Begun];
  const sockets: Socket[] = [];
  try {
    const before = await tell<Usage>('usage');
    let answered = 0;
    for (let n = 0; n < DEVICES; n++) sockets.push(await waitOnInbox(url, authorization, offset, () => answered++));
    const during = await tell<Usage>('usage');
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
    const after = await tell<Usage>('usage');
    const seconds = (performance.now() - begun) / 1000;
    if (answered < DEVICES) throw new Error(`only ${answered} devices were answered`);
    const memory = (after.memory - before.memory) / DEVICES / 1000;
    const processor = ((after.processor - during.processor) / seconds / DEVICES) * 1e6;
    return [
      { name: `memory per waiting device, of ${DEVICES}`, value: memory, unit: 'kB', note: NOTE },
      { name: 'processor time per waiting device and second', value: processor, unit: 'µs' },
      { name: `${DEVICES} waiting devices, of one processor`, value: (processor * DEVICES) / 1e4, unit: '%' },
    ];
  } finally {
    sockets.forEach((socket) => socket.destroy());
    server.disconnect();
  }
}

interface Begun {
  readonly url: string;
  readonly authorization: string;
  readonly offset: string;
}

interface Usage {
  readonly memory: number;
  /** Seconds. */
  readonly processor: number;
}

/** Asks, and asks again as soon as it is answered, as a device does. */
async function waitOnInbox(url: string, authorization: string, offset: string, onAnswer: () => void): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  const question = `GET ${INBOX_PATH}?offset=${offset}&live=long-poll HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n\r\n`;
  socket.on('data', (part: Buffer) => {
    if (!part.toString('latin1').startsWith('HTTP/1.1 20')) return;
    onAnswer();
    socket.write(question);
  });
  socket.on('error', () => undefined);
  socket.write(question);
  return socket;
}

async function serve(): Promise<void> {
  const server = await startTestServer({ pollMilliseconds: 20_000 });
  const story: Story = await setUp(server, 'ib');
  await makeDocument(story, 'ib');
  const session = await openSession(server.url(), story.person('ib').device);
  const inbox = (await ask(server.url(), 'GET', `${INBOX_PATH}?offset=-1`, { as: session })).json() as { next: string };
  process.on('message', () => {
    globalThis.gc!();
    const { user, system } = process.cpuUsage();
    process.send!({ memory: process.memoryUsage().rss, processor: (user + system) / 1e6 } satisfies Usage);
  });
  process.on('disconnect', () => void server.stop().then(() => process.exit()));
  process.send!({ url: server.url(), authorization: authorizationOf(session), offset: inbox.next } satisfies Begun);
}

if (process.argv.includes('--serve')) await serve();
else if (import.meta.main) console.log(await measureIdle());
