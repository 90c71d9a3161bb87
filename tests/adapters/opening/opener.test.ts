import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerOpening } from '../../../src/adapters/opening/answerOpening.ts';
import { createWorkerOpener } from '../../../src/adapters/opening/opener.ts';
import type { OpeningRequest } from '../../../src/adapters/opening/openingMessages.ts';
import { openEnvelopes } from '../../../src/application/documents/openEnvelopes.ts';
import { sealEnvelope } from '../../../src/crypto/envelope.ts';
import { freshDeviceSecret, importDeviceKeys, importDocumentKey } from '../../../src/crypto/keys.ts';
import { filledBytes, flipBit, someDocument } from '../../support/cryptoFixtures.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';

const random = createSeededRandom(5).bytes;

/** Workers in this thread, with messages copied and handed over as a browser does it. */
class FakeWorker extends EventTarget {
  static readonly alive = new Set<FakeWorker>();
  static begun = 0;
  static isBroken = false;
  constructor() {
    super();
    FakeWorker.begun += 1;
    FakeWorker.alive.add(this);
  }
  postMessage(message: OpeningRequest, transfer: Transferable[]) {
    const data = structuredClone(message, { transfer });
    if (FakeWorker.isBroken) queueMicrotask(() => this.dispatchEvent(new Event('error')));
    else
      void answerOpening(data, openEnvelopes, (answer) => {
        if (FakeWorker.alive.has(this)) this.dispatchEvent(new MessageEvent('message', { data: structuredClone(answer) }));
      });
  }
  terminate() {
    FakeWorker.alive.delete(this);
  }
}

beforeEach(() => {
  Object.assign(FakeWorker, { begun: 0, isBroken: false });
  FakeWorker.alive.clear();
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('location', { origin: 'https://knooppunt.test' });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A hundred saves of one device, and what it takes to open them. */
async function manyEnvelopes() {
  const device = await importDeviceKeys(freshDeviceSecret(random));
  const documentKey = await importDocumentKey(someDocument, 0, filledBytes(1));
  const roster = { n: 0, hash: 'A'.repeat(43) };
  const sealed = await Promise.all(
    Array.from({ length: 100 }, (_, seq) =>
      sealEnvelope(
        { incarnation: 'A'.repeat(11), seq, parents: [], roster, payload: { wall: seq, lamport: 1, ops: [] } },
        { device, documentKey, random },
      ),
    ),
  );
  return {
    envelopes: sealed.map(({ bytes }) => bytes),
    means: { doc: someDocument, keys: new Map([[0, documentKey]]), erased: new Map() },
  };
}

describe('opening in a worker', () => {
  it('answers in order, each in its place, also what is not signed; and leaves the bytes that it was asked', async () => {
    const { envelopes, means } = await manyEnvelopes();
    const asked = envelopes.map((bytes, at) => (at === 50 ? flipBit(bytes, bytes.length - 2) : bytes));
    const before = asked.map((bytes) => bytes.slice());
    const openings = await createWorkerOpener().open(asked, means);
    expect(openings.map((opening) => (opening.ok ? opening.value.envelope.seq : opening.error.type))).toEqual(
      envelopes.map((_, at) => (at === 50 ? 'BadSignature' : at)),
    );
    expect(asked).toEqual(before);
  });

  it('two questions at once get each their own answer, by one worker', async () => {
    const { envelopes, means } = await manyEnvelopes();
    const opener = createWorkerOpener();
    opener.prepare();
    const [first, second] = await Promise.all([opener.open(envelopes.slice(0, 60), means), opener.open(envelopes.slice(60), means)]);
    const seqs = [...first, ...second].map((opening) => opening.ok && opening.value.envelope.seq);
    expect(seqs).toEqual(envelopes.map((_, at) => at));
    expect(FakeWorker.begun).toBe(1);
  });

  it('ends when there is nothing to do, and begins anew', async () => {
    const { envelopes, means } = await manyEnvelopes();
    const opener = createWorkerOpener();
    opener.prepare();
    vi.advanceTimersByTime(9_000);
    await opener.open(envelopes, means);
    vi.advanceTimersByTime(9_000);
    expect(FakeWorker.alive.size).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(FakeWorker.alive.size).toBe(0);
    expect(await opener.open(envelopes, means)).toHaveLength(100);
    expect(FakeWorker.begun).toBe(2);
  });

  it('ends at once when it is told to: what is asked then is refused, and what is asked later gets a new worker', async () => {
    const { envelopes, means } = await manyEnvelopes();
    const opener = createWorkerOpener();
    opener.end();
    await opener.open(envelopes, means);
    const refused = expect(opener.open(envelopes, means)).rejects.toThrow();
    opener.end();
    expect(FakeWorker.alive.size).toBe(0);
    await refused;
    expect(await opener.open(envelopes, means)).toHaveLength(100);
    vi.advanceTimersByTime(9_000);
    expect(FakeWorker.alive.size).toBe(1);
  });

  it('says so when a worker fails, and tries another the next time', async () => {
    const { envelopes, means } = await manyEnvelopes();
    const opener = createWorkerOpener();
    FakeWorker.isBroken = true;
    await expect(opener.open(envelopes, means)).rejects.toThrow();
    FakeWorker.isBroken = false;
    expect(await opener.open(envelopes, means)).toHaveLength(100);
  });
});
