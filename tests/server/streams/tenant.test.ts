import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { StoreFailure } from '../../../src/server/store/port.ts';
import { createWordTenant, startStreams, type Streams } from './startStreams.ts';

let streams: Streams;
const readers = new Set(['all']);
beforeAll(async () => {
  streams = await startStreams(createWordTenant(readers));
});
afterAll(() => streams.stop());

let made = 0;
const TEXT = { 'Content-Type': 'text/plain' };
const ask = (path: string, init?: RequestInit) => fetch(`${streams.url}${path}`, init);
const post = (path: string, body: string, headers = {}) => ask(path, { method: 'POST', headers: { ...TEXT, ...headers }, body });
const createStream = async (body?: string): Promise<string> => {
  const path = `/words/${made++}`;
  expect((await ask(path, { method: 'PUT', headers: TEXT, ...(body === undefined ? {} : { body }) })).status).toBe(201);
  return path;
};
const contentOf = async (path: string) => (await ask(path)).text();
const tailOf = async (path: string) => (await ask(path, { method: 'HEAD' })).headers.get('stream-next-offset');

describe('a tenant', () => {
  it('decides what is stored: what is there already is dropped, and the answer is the tail as it stands', async () => {
    const path = await createStream('one ');
    const added = await post(path, 'one two ');
    expect(added.status).toBe(204);
    expect(await contentOf(path)).toBe('one two ');
    const again = await post(path, 'one two ');
    expect(again.status).toBe(204);
    expect(again.headers.get('stream-next-offset')).toBe(added.headers.get('stream-next-offset'));
    expect(await contentOf(path)).toBe('one two ');
  });

  it('refuses before or within the transaction with a stable code, and then nothing was written', async () => {
    const path = await createStream();
    for (const [body, status, error] of [
      ['new unsigned ', 400, 'NotASignature'],
      ['new stranger ', 403, 'NotAMember'],
    ] as const) {
      const refused = await post(path, body, { 'Producer-Id': 'p', 'Producer-Epoch': '0', 'Producer-Seq': '0', 'Stream-Seq': '1' });
      expect([refused.status, await refused.json()]).toEqual([status, { error }]);
    }
    // What the refused ones wrote beside the stream, their Stream-Seq and their producer's place are undone too.
    expect((await post(path, 'new ', { 'Producer-Id': 'p', 'Producer-Epoch': '0', 'Producer-Seq': '0', 'Stream-Seq': '1' })).status).toBe(
      200,
    );
    expect(await contentOf(path)).toBe('new ');
    const refused = await ask('/words/never', { method: 'PUT', headers: TEXT, body: 'stranger ' });
    expect(refused.status).toBe(403);
    expect((await ask('/words/never')).status).toBe(404);
  });

  it('gives one of two who want the same place in it: the other hears that it moved', async () => {
    const path = await createStream();
    const both = await Promise.all(['left ', 'right '].map((word) => post(path, word, { 'Stream-Seq': '0000000001' })));
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([204, 409]));
    const moved = both.find(({ status }) => status === 409)!;
    expect(await moved.json()).toEqual({ error: 'EntryMoved' });
    expect(moved.headers.get('stream-next-offset')).toBe(await tailOf(path));
  });

  it('lets nothing in it perish: no lifetime, no DELETE', async () => {
    const path = await createStream('stays ');
    for (const lifetime of [{ 'Stream-TTL': '60' }, { 'Stream-Expires-At': '2030-01-01T00:00:00Z' }])
      expect((await ask('/words/short', { method: 'PUT', headers: { ...TEXT, ...lifetime } })).status).toBe(400);
    expect((await ask('/words/short')).status).toBe(404);
    expect((await ask(path, { method: 'DELETE' })).status).toBe(405);
    expect(await contentOf(path)).toBe('stays ');
  });

  it('tells who comes with an offset of a restored server, or beyond its end, to begin anew', async () => {
    const path = await createStream('one ');
    const tail = (await tailOf(path))!;
    expect((await ask(`${path}?offset=${tail}`)).status).toBe(200);
    for (const offset of [tail.replace(/^[^_]+/, 'abcdef012345'), tail.replace(/\d(?=_[0-9a-f]{12}$)/, '9')]) {
      for (const live of ['', '&live=long-poll', '&live=sse']) {
        const gone = await ask(`${path}?offset=${offset}${live}`);
        expect([gone.status, await gone.json()]).toEqual([410, { error: 'OtherEpoch' }]);
      }
    }
    expect((await ask(`${path}?offset=nonsense`)).status).toBe(400);
  });

  it('tells who follows what is not there any more to begin anew, also when as much stands there now', async () => {
    const path = await createStream('one ');
    const backup = streams.store.read((tx) => tx.find(path)!);
    await post(path, 'two ');
    const tail = (await tailOf(path))!;
    // Went back in secret: the same epoch, and other bytes at a place that was read.
    await streams.store.write((tx) => {
      tx.run('DELETE FROM message WHERE stream = ? AND position >= ?', backup.id, backup.tail);
      tx.run('UPDATE stream SET tail = ?, mark = ? WHERE id = ?', backup.tail, backup.mark, backup.id);
    });
    await post(path, 'six ');
    const now = (await tailOf(path))!;
    expect([now.slice(0, -12), now === tail]).toEqual([tail.slice(0, -12), false]);
    for (const live of ['', '&live=long-poll', '&live=sse']) {
      const gone = await ask(`${path}?offset=${tail}${live}`);
      expect([gone.status, await gone.json()]).toEqual([410, { error: 'OtherEpoch' }]);
    }
    expect(await (await ask(path)).text()).toBe('one six ');
    // Of a server before offsets had a mark.
    expect((await ask(`${path}?offset=${now.slice(0, -13)}`)).status).toBe(410);
  });

  it('gives nothing more to who was taken out while waiting', async () => {
    const path = await createStream();
    const [poll, events] = [ask(`${path}?offset=now&live=long-poll`), await ask(`${path}?offset=now&live=sse`)];
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('event: control');
    readers.clear();
    await post(path, 'secret ');
    const refused = await poll;
    readers.add('all');
    expect([refused.status, await refused.json()]).toEqual([403, { error: 'NotAMember' }]);
    expect(await reader.read()).toEqual({ done: true, value: undefined });
  });

  it('names where a new stream is as it was asked for, also over TLS in a proxy before it', async () => {
    const locationOf = async (headers: Record<string, string>) => {
      const path = `/words/${made++}`;
      const created = await ask(path, { method: 'PUT', headers: { ...TEXT, ...headers } });
      return created.headers.get('location')?.replace(`${new URL(streams.url).host}${path}`, '');
    };
    expect(await locationOf({})).toBe('http://');
    expect(await locationOf({ 'X-Forwarded-Proto': 'https' })).toBe('https://');
    expect(await locationOf({ 'X-Forwarded-Proto': 'javascript' })).toBe('http://');
  });

  it('says with a clear code that the store is full, or cannot be written, and that something failed', async () => {
    const path = await createStream();
    const { store } = streams;
    const broken = vi.spyOn(store, 'write');
    for (const [error, status, code, retry] of [
      [new StoreFailure('full'), 507, 'QuotaFull', '30'],
      [new StoreFailure('busy'), 503, 'Unavailable', '30'],
      [new Error('never foreseen'), 500, 'Failed', null],
    ] as const) {
      broken.mockRejectedValueOnce(error);
      const said = await post(path, 'word ');
      expect([said.status, await said.json(), said.headers.get('retry-after')]).toEqual([status, { error: code }, retry]);
    }
    broken.mockRestore();
    expect((await post(path, 'word ')).status).toBe(204);
  });

  it('shows nothing to caches, and the same protection as every page', async () => {
    const path = await createStream('x ');
    const answers = [
      await ask(path),
      await ask(path, { method: 'HEAD' }),
      await post(path, 'y '),
      await post(path, 'stranger '),
      await ask('/words/none'),
      await ask(path, { method: 'DELETE' }),
      await ask(path, { method: 'PATCH' }),
    ];
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});
