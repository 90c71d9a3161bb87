import { afterEach, describe, expect, it } from 'vitest';
import { openEnvelopes } from '../../../src/application/documents/openEnvelopes.ts';
import { envelopeKey } from '../../../src/application/documents/envelopeRecords.ts';
import { openDocument } from '../../../src/application/documents/openDocument.ts';
import { snapshotKey } from '../../../src/application/documents/snapshotKey.ts';
import type { Opener, ServerPort } from '../../../src/application/ports.ts';
import { headsOf } from '../../../src/core/document/state.ts';
import type { DocumentId, EntityId } from '../../../src/core/shared/ids.ts';
import { ok } from '../../../src/core/shared/result.ts';
import { sealEnvelope } from '../../../src/crypto/envelope.ts';
import { joinBytes } from '../../../src/protocol/bytes.ts';
import { decodeEnvelope } from '../../../src/protocol/envelopeForm.ts';
import { streamPath } from '../../../src/protocol/exchange/paths.ts';
import { createTestDevice } from '../../support/createTestApplication.ts';
import { addTo, found, letIn, must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { createFakeDisk, openFakeDisk } from '../../support/fakeDisk.ts';
import { createMemoryServer } from '../../support/memoryServer.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';
import { untilExchanged } from '../../support/untilExchanged.ts';

const question = (value: string) => ({ type: 'set', entity: 'family' as EntityId, field: 'questionSchool', value }) as const;

const tellers: Teller[] = [];
afterEach(() => tellers.splice(0).forEach((teller) => teller.close()));

async function start(name: string, server: ServerPort, overrides: Parameters<typeof createTestDevice>[0] = {}): Promise<Teller> {
  const random = createSeededRandom(tellers.length + 1);
  const teller = await startTeller(name, server, { stored: createTestDevice({ random, ...openFakeDisk(createFakeDisk()), ...overrides }) });
  tellers.push(teller);
  return teller;
}

const until = (isSo: () => boolean) => untilExchanged(tellers, isSo);
const isGreen = ({ device }: Teller) => device.exchange.get().type === 'upToDate';
const has = (teller: Teller, doc: DocumentId) => isGreen(teller) && teller.session().documents.has(doc);

/** A quick line: everything there is in one answer. */
const inOneAnswer = (port: ServerPort): ServerPort => ({
  ...port,
  read: async (access, path, from) => {
    const parts: Uint8Array[] = [];
    for (let { offset } = from; ;) {
      const answer = await port.read(access, path, { ...from, offset });
      if (!answer.ok) return answer;
      parts.push(answer.value.bytes);
      if (answer.value.upToDate) return ok({ ...answer.value, bytes: joinBytes(parts) });
      offset = answer.value.next;
    }
  },
});

/** Anouk alone with a case of many saves, all of it on the server. */
async function caseOfManySaves() {
  const server = createMemoryServer();
  const anouk = await start('Anouk', server.port);
  await found(anouk, server.setupSecret);
  const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
  const plan = await anouk.open(caseId);
  for (let number = 1; number <= 20; number++) must(await plan.change(question(`vraag ${number}`)));
  plan.close();
  await until(() => isGreen(anouk));
  return { server, anouk, caseId, doc: planOf(anouk, caseId) };
}

async function stateFor(teller: Teller, doc: DocumentId) {
  return (await openDocument(teller.context, teller.session(), doc))!.state();
}

async function questionFor(teller: Teller, { caseId }: { readonly caseId: Parameters<Teller['open']>[0] }): Promise<string> {
  const opened = await teller.open(caseId);
  await opened.whole();
  const text = JSON.stringify(opened.view.get());
  opened.close();
  return text;
}

describe('many envelopes are verified and opened elsewhere (SPEC 3)', () => {
  it.each([
    ['what the worker answers is taken in', true],
    ['and a worker that cannot is no reason to go without', false],
  ])('%s', async (_, isAble) => {
    const { server, anouk, doc, ...story } = await caseOfManySaves();
    const asked: number[] = [];
    const opener: Opener = {
      prepare: () => {},
      end: () => {},
      open: async (envelopes, means) => {
        asked.push(envelopes.length);
        if (!isAble) throw new Error('no worker');
        return await openEnvelopes(envelopes, means);
      },
    };
    const bram = await start('Bram', inOneAnswer(server.port), { opener });
    await letIn(anouk, bram);
    await addTo(anouk, doc, bram, 'professional');
    await until(() => has(bram, doc));
    expect(Math.max(...asked)).toBeGreaterThanOrEqual(20);
    expect(await questionFor(bram, story)).toContain('vraag 20');
  });
});

describe('a copy that only makes opening quicker (SPEC 4g)', () => {
  it('is written when the exchange is at rest, not before the next case may come', async () => {
    const { server, anouk, doc } = await caseOfManySaves();
    const disk = openFakeDisk(createFakeDisk());
    const written: string[] = [];
    const bram = await start('Bram', server.port, {
      ...disk,
      database: {
        ...disk.database,
        putLocal: async (key, bytes) => {
          if (key === snapshotKey(doc) && bytes.length > 0) written.push(bram.device.exchange.get().type);
          await disk.database.putLocal(key, bytes);
        },
      },
    });
    await letIn(anouk, bram);
    await addTo(anouk, doc, bram, 'professional');
    await until(() => has(bram, doc) && written.length > 0);
    expect(written).not.toContain('working');
    expect(bram.session().held.get(doc) ?? 0).toBe(0);
  });
});

describe('two envelopes at one place in one answer (SPEC 4e)', () => {
  it('are both stored: also after a restart both count', async () => {
    const { server, anouk, doc } = await caseOfManySaves();
    const document = (await openDocument(anouk.context, anouk.session(), doc))!;
    const [chain, head] = [...headsOf(document.state())][0]!;
    const [device, incarnation] = chain.split('/') as [string, string];
    expect(device).toBe(anouk.session().keys.id);
    const stored = decodeEnvelope((await anouk.stored.database.get('envelope', envelopeKey(doc, chain, head.seq)))!);
    if (typeof stored === 'string') throw new Error(stored);
    const { parents } = stored.header;
    const fork = await sealEnvelope(
      { incarnation, seq: head.seq, parents, roster: document.roster, payload: { wall: 1, lamport: 1, ops: [] } },
      { device: anouk.session().keys, documentKey: document.key, random: createSeededRandom(9).bytes },
    );
    const whole = inOneAnswer(server.port);
    const forking: ServerPort = {
      ...whole,
      read: async (access, path, from) => {
        const answer = await whole.read(access, path, from);
        if (!answer.ok || path !== streamPath(doc, 'log') || answer.value.bytes.length === 0) return answer;
        return ok({ ...answer.value, bytes: joinBytes([answer.value.bytes, fork.bytes]) });
      },
    };
    const disk = createFakeDisk();
    const bram = await start('Bram', forking, openFakeDisk(disk));
    await letIn(anouk, bram);
    await addTo(anouk, doc, bram, 'professional');
    await until(() => has(bram, doc));
    const both = [head.hash, fork.hash];
    const first = await stateFor(bram, doc);
    expect(both.filter((hash) => first.envelopes.has(hash))).toEqual(both);
    const keys = [...disk.records.values()].filter(({ table, key }) => table === 'envelope' && key.startsWith(`${doc}/`));
    expect(keys).toHaveLength(first.envelopes.size);
  });
});
