import { describe, expect, it } from 'vitest';
import { NO_MARK, type Store, type StreamRow, type Tx } from '../../src/server/store/port.ts';

const PATH = '/v1/doc/a/log';
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (all: readonly Uint8Array[]) => all.map((one) => new TextDecoder().decode(one));

/** One place where a store can stand, opened as often as wished. */
export interface StorePlace {
  readonly open: () => Store;
}

const create = (tx: Tx, path = PATH) => tx.create(path, { contentType: 'application/cbor-seq' });
const stream = (tx: Tx, path = PATH): StreamRow => tx.find(path)!;
const append = (store: Store, ...messages: readonly string[]) => store.write((tx) => tx.append(stream(tx), messages.map(bytes)));
const contentOf = (store: Store, from = 0, limit = 1_000) => store.read((tx) => text(tx.read(stream(tx), from, limit).messages));

/** What every Store must do. `createPlace` gives a new empty one each time. */
export function describeStreamStore(name: string, createPlace: () => StorePlace): void {
  const openWithStream = async () => {
    const place = createPlace();
    const store = place.open();
    await store.write((tx) => create(tx));
    return { place, store };
  };

  describe(`store contract: ${name}`, () => {
    it('knows no stream before it is made, and one after', async () => {
      const { store } = await openWithStream();
      expect(store.read((tx) => tx.find('/other'))).toBeUndefined();
      expect(store.read((tx) => stream(tx))).toMatchObject({ path: PATH, tail: 0, closed: false, seq: null, ttl: null, expiresAt: null });
      await store.close();
    });

    it('counts positions in bytes, and reads from any of them', async () => {
      const { store } = await openWithStream();
      expect((await append(store, 'one', 'three')).tail).toBe(8);
      expect((await append(store, 'two')).tail).toBe(11);
      expect(contentOf(store)).toEqual(['one', 'three', 'two']);
      expect(contentOf(store, 3)).toEqual(['three', 'two']);
      expect(contentOf(store, 11)).toEqual([]);
      await store.close();
    });

    it('reads in parts of bounded size that follow each other, at least one message each', async () => {
      const { store } = await openWithStream();
      const messages = ['aaaa', 'bbbb', 'cccccccccc', 'd'];
      await append(store, ...messages);
      const parts: string[][] = [];
      for (let at = 0; at < store.read((tx) => stream(tx).tail);) {
        const part = store.read((tx) => tx.read(stream(tx), at, 8));
        parts.push(text(part.messages));
        at = part.next;
      }
      expect(parts).toEqual([['aaaa', 'bbbb'], ['cccccccccc'], ['d']]);
      await store.close();
    });

    it('marks every position by all that stands before it, also after erasing', async () => {
      const { store } = await openWithStream();
      await store.write((tx) => ['/same', '/other'].map((path) => create(tx, path)));
      const add = (path: string, ...messages: readonly string[]) =>
        store.write((tx) => tx.append(stream(tx, path), messages.map(bytes)).mark);
      const marks = (path: string) => store.read((tx) => [0, 3, 6, 9].map((at) => tx.markAt(stream(tx, path), at)));
      await add(PATH, 'one', 'two', 'ten');
      await add('/same', 'one');
      expect(await add('/same', 'two', 'ten')).toBe(store.read((tx) => stream(tx).mark));
      await add('/other', 'six', 'two', 'ten');
      expect(marks('/same')).toEqual(marks(PATH));
      expect(marks(PATH)).toEqual([NO_MARK, ...Array.from({ length: 3 }, () => expect.stringMatching(/^[0-9a-f]{12}$/))]);
      // Other messages at the same places, though the last ones are alike: no mark is the same but that of the beginning.
      expect(marks('/other').filter((mark, at) => mark === marks(PATH)[at])).toEqual([NO_MARK]);
      const before = marks(PATH);
      await store.write((tx) => tx.replace(stream(tx), 3, bytes('-')));
      expect(marks(PATH)).toEqual(before);
      expect(store.read((tx) => tx.read(stream(tx), 0, 3))).toMatchObject({ next: 3, mark: before[1] });
      expect(store.read((tx) => tx.read(stream(tx), 0, 100))).toMatchObject({ next: 9, mark: before[3] });
      await store.write((tx) => tx.empty(stream(tx)));
      expect(marks(PATH)).toEqual([NO_MARK, undefined, undefined, before[3]]);
      await store.close();
    });

    it('reads no further than the end it is given', async () => {
      const { store } = await openWithStream();
      await append(store, 'one', 'two', 'ten');
      const part = store.read((tx) => tx.read({ ...stream(tx), tail: 6, mark: 'x' }, 3, 100));
      expect({ ...part, messages: text(part.messages) }).toEqual({ messages: ['two'], next: 6, mark: 'x' });
      await store.close();
    });

    it('keeps Stream-Seq, closing and the places of producers', async () => {
      const { store } = await openWithStream();
      await store.write((tx) => {
        tx.append(stream(tx), [bytes('x')], { seq: '0001', close: true });
        tx.setProducer(stream(tx), 'p', { epoch: 1, seq: 0 });
        tx.setProducer(stream(tx), 'p', { epoch: 1, seq: 1 });
      });
      expect(store.read((tx) => stream(tx))).toMatchObject({ seq: '0001', closed: true });
      expect(store.read((tx) => tx.producer(stream(tx), 'p'))).toEqual({ epoch: 1, seq: 1 });
      expect(store.read((tx) => tx.producer(stream(tx), 'other'))).toBeUndefined();
      await store.close();
    });

    it('undoes a refused step alone: its neighbours of the same tick are kept', async () => {
      const { store } = await openWithStream();
      const refused = store.write((tx) => {
        tx.append(stream(tx), [bytes('refused')]);
        tx.run('INSERT INTO meta VALUES (?, ?)', 'refused', 'x');
        throw new Error('refused');
      });
      const results = await Promise.allSettled([append(store, 'before'), refused, append(store, 'after')]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(contentOf(store)).toEqual(['before', 'after']);
      expect(store.read((tx) => tx.get('SELECT * FROM meta WHERE name = ?', 'refused'))).toBeUndefined();
      await store.close();
    });

    it('lets each step see what those before it in the tick did, so that of two with one place one wins', async () => {
      const { store } = await openWithStream();
      const takeFirst = (word: string) =>
        store.write((tx) => {
          if (stream(tx).tail > 0) throw new Error('taken');
          return tx.append(stream(tx), [bytes(word)]);
        });
      const results = await Promise.allSettled([takeFirst('one'), takeFirst('two')]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect(contentOf(store)).toEqual(['one']);
      await store.close();
    });

    it('tells once per commit which paths changed, and nothing of a refused step', async () => {
      const { store } = await openWithStream();
      await store.write((tx) => create(tx, '/b'));
      const heard: string[][] = [];
      const stop = store.onCommit((paths) => heard.push([...paths].sort()));
      const refused = store.write((tx) => {
        tx.wake('/refused');
        throw new Error('refused');
      });
      await Promise.allSettled([append(store, '1'), append(store, '2'), refused, store.write((tx) => tx.wake('/b'))]);
      expect(heard).toEqual([[PATH, '/b'].sort()]);
      stop();
      await append(store, '3');
      expect(heard).toHaveLength(1);
      await store.close();
    });

    it('replaces bytes at their place: no position moves', async () => {
      const { store } = await openWithStream();
      await append(store, 'first', 'second', 'third');
      await store.write((tx) => tx.replace(stream(tx), 5, bytes('-')));
      expect(contentOf(store)).toEqual(['first', '-', 'third']);
      expect(contentOf(store, 11)).toEqual(['third']);
      expect((await append(store, 'fourth')).tail).toBe(22);
      await store.close();
    });

    it('empties a stream without giving a position out again, and removes one with all that belongs to it', async () => {
      const { store } = await openWithStream();
      await append(store, 'gone');
      await store.write((tx) => tx.empty(stream(tx)));
      expect(contentOf(store)).toEqual([]);
      expect((await append(store, 'new')).tail).toBe(7);
      const { id } = store.read((tx) => stream(tx));
      await store.write((tx) => {
        tx.setProducer(stream(tx), 'p', { epoch: 0, seq: 0 });
        tx.remove(stream(tx));
      });
      expect(store.read((tx) => tx.find(PATH))).toBeUndefined();
      const again = await store.write((tx) => create(tx));
      expect(again.id).not.toBe(id);
      expect(store.read((tx) => tx.producer(again, 'p'))).toBeUndefined();
      expect(contentOf(store)).toEqual([]);
      await store.close();
    });

    it('lets a stream with a TTL live on from its last use', async () => {
      const { store } = await openWithStream();
      const short = await store.write((tx) => tx.create('/short', { contentType: 'text/plain', ttl: 10, expiresAt: 10_000 }));
      await store.write((tx) => tx.touch(short, 5_000));
      expect(store.read((tx) => stream(tx, '/short').expiresAt)).toBe(15_000);
      await store.close();
    });

    it('has everything it acknowledged after closing and opening, under the same epoch', async () => {
      const { place, store } = await openWithStream();
      await append(store, 'kept');
      await store.close();
      const again = place.open();
      expect(contentOf(again)).toEqual(['kept']);
      expect(again.epoch).toBe(store.epoch);
      expect(again.epoch).toMatch(/^[0-9a-z]{8,}$/);
      await again.close();
      const elsewhere = createPlace().open();
      expect(elsewhere.epoch).not.toBe(store.epoch);
      await elsewhere.close();
    });

    it('writes what is on its way before it closes, and nothing after', async () => {
      const { place, store } = await openWithStream();
      const underway = append(store, 'underway');
      await store.close();
      expect((await underway).tail).toBe(8);
      await expect(append(store, 'late')).rejects.toMatchObject({ problem: 'closed' });
      const again = place.open();
      expect(contentOf(again)).toEqual(['underway']);
      await again.close();
    });
  });
}
