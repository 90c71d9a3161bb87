import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import {
  append,
  contentOf,
  createServerPlace,
  createStream,
  CREDENTIALS,
  type ServerPlace,
  type ServerProcess,
  STREAM,
} from './serverProcess.ts';

const places: ServerPlace[] = [];
afterAll(() => places.forEach(({ remove }) => remove()));
const newPlace = () => {
  const place = createServerPlace();
  places.push(place);
  return place;
};

describe('a server that is asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'on %s answers live readers, keeps what it acknowledged, and ends well within seconds',
    async (signal) => {
      const place = newPlace();
      const server = await place.start();
      await createStream(server);
      const events = await fetch(`${server.url}${STREAM}?offset=now&live=sse`, { headers: CREDENTIALS });
      const results = await Promise.all(Array.from({ length: 50 }, (_, index) => append(server, `<${index}>`)));
      const poll = await beginPoll(server);
      const begun = performance.now();
      server.kill(signal);
      expect(await poll.answer).toMatch(/HTTP\/1\.1 204 .*Stream-Up-To-Date/s);
      expect(await events.text()).toContain('<0>');
      expect(await server.ended).toEqual({ code: 0, signal: null });
      expect(performance.now() - begun).toBeLessThan(5_000);
      await expect(append(server, 'late')).rejects.toThrow();

      const again = await place.start();
      const content = await contentOf(again);
      for (const [index, { status }] of results.entries()) {
        expect(status).toBe(204);
        expect(content).toContain(`<${index}>`);
      }
      again.kill('SIGTERM');
      await again.ended;
    },
  );
});

describe('a disk that refuses to write', () => {
  it('ends the server loudly; what was acknowledged before is all there, and nothing after', async () => {
    const place = newPlace();
    const whole = await place.start();
    await createStream(whole);
    whole.kill('SIGTERM');
    await whole.ended;

    const server = await place.start({ fileLimit: 1_024 });
    const acknowledged: number[] = [];
    for (let index = 0; index < 1_000; index++) {
      const response = await append(server, `<${index}>${'x'.repeat(10_000)}`).catch(() => null);
      if (response?.status !== 204) break;
      acknowledged.push(index);
    }
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(server.output()).toContain('The disk failed');
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(acknowledged.length).toBeLessThan(1_000);

    const again = await place.start();
    const content = await contentOf(again);
    for (const index of acknowledged) expect(content).toContain(`<${index}>`);
    again.kill('SIGTERM');
    await again.ended;
  });
});

/** A long-poll that the server has surely begun: it stands right behind a request that was answered, on one connection. */
async function beginPoll({ url }: ServerProcess): Promise<{ readonly answer: Promise<string> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const head = (method: string, path: string) =>
    `${method} ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: ${CREDENTIALS.Authorization}\r\n\r\n`;
  socket.write(head('HEAD', STREAM) + head('GET', `${STREAM}?offset=now&live=long-poll`));
  let text = '';
  socket.on('data', (data) => (text += data.toString()));
  await once(socket, 'data');
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  return { answer: once(socket, 'close').then(() => text) };
}
