import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWordTenant, startStreams, type Streams } from './startStreams.ts';

const LIMIT = 100_000;
let streams: Streams;
beforeEach(async () => {
  streams = await startStreams(createWordTenant(), { bodyLimit: LIMIT, pollMilliseconds: 2_500 });
  await fetch(`${streams.url}/words/a`, { method: 'PUT', headers: { 'Content-Type': 'text/plain' } });
});
afterEach(() => streams.stop());

const append = (body: BodyInit, more: RequestInit = {}) =>
  fetch(`${streams.url}/words/a`, { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body, ...more });

/** Everything that comes back on a connection on which this is sent, until it is closed. */
async function exchange(...parts: readonly string[]): Promise<string> {
  const socket = connect(streams.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (data) => (answer += data.toString()));
  // Being cut off while sending is what this is about.
  socket.on('error', () => undefined);
  for (const part of parts) socket.write(part);
  await once(socket, 'close');
  return answer;
}

const HEAD = 'POST /words/a HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n';

describe('a body', () => {
  it('of the limit is taken, of one byte more is not', async () => {
    expect((await append(`${'a'.repeat(LIMIT - 1)} `)).status).toBe(204);
    const refused = await append(`${'b'.repeat(LIMIT)} `);
    expect([refused.status, await refused.json()]).toEqual([413, { error: 'TooLarge' }]);
  });

  it('that announces too much is refused before it is sent, and the connection closed', async () => {
    const answer = await exchange(`${HEAD}Content-Length: 1000000000\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('{"error":"TooLarge"}');
  });

  it('that announces nothing is counted while it comes, and refused at the limit', async () => {
    const chunk = `4000\r\n${'a'.repeat(0x4000)}\r\n`;
    const answer = await exchange(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, ...Array.from({ length: 8 }, () => chunk));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect((await fetch(`${streams.url}/words/a`, { method: 'HEAD' })).headers.get('stream-next-offset')).toMatch(/_0+$/);
  });

  it('that breaks off stores nothing, and the server goes on', async () => {
    const socket = connect(streams.port, '127.0.0.1');
    socket.write(`${HEAD}Content-Length: 10\r\n\r\nhalf `);
    await once(streams.server, 'request');
    socket.destroy();
    expect((await append('whole ')).status).toBe(204);
    expect(await (await fetch(`${streams.url}/words/a`)).text()).toBe('whole ');
  });
});

describe('a connection', () => {
  it('has so much time for its request, as set for every server', () => {
    const { headersTimeout, requestTimeout, timeout, maxConnections } = streams.server;
    expect({ headersTimeout, requestTimeout, timeout, maxConnections }).toEqual({
      headersTimeout: 5_000,
      requestTimeout: 15_000,
      timeout: 120_000,
      maxConnections: 5_000,
    });
  });

  it('that sends drop by drop is closed, while readers that wait for longer are not', async () => {
    Object.assign(streams.server, { headersTimeout: 300, requestTimeout: 500 });
    const begun = performance.now();
    const poll = fetch(`${streams.url}/words/a?offset=now&live=long-poll`).then(
      ({ status }) => [status, performance.now() - begun] as const,
    );
    const events = await fetch(`${streams.url}/words/a?offset=now&live=sse`);
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('event: control');

    expect(await exchange('GET / HTTP/1.1\r\nHost: loc')).toMatch(/^HTTP\/1\.1 408 /);
    expect(await exchange(`${HEAD}Content-Length: 10\r\n\r\nhalf`)).toMatch(/^(HTTP\/1\.1 408 |$)/);

    const [status, waited] = await poll;
    expect(status).toBe(204);
    expect(waited).toBeGreaterThanOrEqual(2_400);
    await append('news ');
    expect((await reader.read()).value).toContain('data:news ');
    await reader.cancel();
  });

  /** Far more than a system's buffers hold, however it sizes them. */
  const MESSAGES = 600;

  it('that reads nothing costs no memory: the stream is not read on for it', async () => {
    const message = new TextEncoder().encode('x'.repeat(LIMIT));
    await streams.store.write((tx) => {
      tx.append(
        tx.find('/words/a')!,
        Array.from({ length: MESSAGES }, () => message),
      );
    });
    const reads = countReads();
    const request = httpRequest({ port: streams.port, host: '127.0.0.1', path: '/words/a?offset=-1&live=sse' }).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.pause();
    for (let count = 0; count < 50; count++) await append(`${count} `);
    // Sixty parts of a megabyte stand ready; what fits into the buffers of the connection was taken, and no more.
    expect(reads()).toBeLessThan(30);
    let size = 0;
    response.on('data', (data: Uint8Array) => (size += data.length));
    response.resume();
    await expect.poll(() => size, { timeout: 40_000 }).toBeGreaterThan(MESSAGES * message.length);
    request.destroy();
  });

  it('that closes while it waits leaves nothing waiting', async () => {
    const leaving = new AbortController();
    const asked = once(streams.server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    const poll = fetch(`${streams.url}/words/a?offset=now&live=long-poll`, { signal: leaving.signal });
    const [, response] = await asked;
    const left = once(response, 'close');
    leaving.abort();
    await expect(poll).rejects.toThrow(/abort/i);
    await left;
    const reads = countReads();
    expect((await append('x ')).status).toBe(204);
    expect(reads()).toBe(0);
  });
});

/** How often the store was read since. */
function countReads(): () => number {
  let count = 0;
  const { read } = streams.store;
  const counting: typeof read = (step) => {
    count++;
    return read(step);
  };
  Object.assign(streams.store, { read: counting });
  return () => count;
}
