import { afterEach, describe, expect, it } from 'vitest';
import type { ServerPort } from '../../../src/application/ports.ts';
import { decodeEnvelope } from '../../../src/protocol/envelopeForm.ts';
import { PASSPHRASE } from '../../support/createTestApplication.ts';
import { addTo, found, letIn, must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { settle } from '../../support/fakeClock.ts';
import { createMemoryServer } from '../../support/memoryServer.ts';
import { untilExchanged } from '../../support/untilExchanged.ts';

const tellers: Teller[] = [];
afterEach(() => {
  for (const teller of tellers.splice(0)) teller.close();
});

/** A line on which the next answer with entries of a log can be kept back. */
function createSlowAnswers(server: ServerPort) {
  let letThrough: (() => void) | null = null;
  let isKeeping = false;
  const port: ServerPort = {
    ...server,
    read: async (access, path, ...rest) => {
      const answer = await server.read(access, path, ...rest);
      if (!isKeeping || !path.endsWith('/log') || !answer.ok || answer.value.bytes.length === 0) return answer;
      isKeeping = false;
      await new Promise<void>((resolve) => (letThrough = resolve));
      return answer;
    },
  };
  return { port, keepNext: () => (isKeeping = true), isKept: () => letThrough !== null, letThrough: () => letThrough?.() };
}

const until = (isSo: () => boolean | Promise<boolean>) => untilExchanged(tellers, isSo);

describe('an answer that comes after this device was locked and unlocked', () => {
  it('stores nothing: what was erased meanwhile does not come back with it', async () => {
    const server = createMemoryServer();
    const slow = createSlowAnswers(server.port);
    const anouk = await startTeller('Anouk', server.port);
    const bram = await startTeller('Bram', slow.port);
    tellers.push(anouk, bram);
    await found(anouk, server.setupSecret);
    await letIn(anouk, bram);
    const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
    await addTo(anouk, planOf(anouk, caseId), bram, 'professional');
    await until(() => bram.device.caseload.get().cases.length === 1);
    const hers = await anouk.open(caseId);

    slow.keepNext();
    must(await hers.change({ type: 'add', kind: 'agreement', fields: { text: 'geheim' } }));
    await until(slow.isKept);
    await bram.device.lock('asked');
    must(await bram.device.unlock(PASSPHRASE));

    const { id, entity, field } = (await hers.history()).find(({ value }) => value === 'geheim')!;
    must(await anouk.device.circle.eraseEverywhere(caseId, { entity, field, values: [id!], earlier: false }, ''));
    const doc = planOf(bram, caseId);
    const his = await bram.open(caseId);
    await until(async () => (await bram.session().open.get(doc))!.roster.erased.length === 1);

    slow.letThrough();
    await settle(200);
    const stored = (await bram.stored.database.list('envelope', `${doc}/`)).map(({ key, bytes }) => ({
      key,
      parts: decodeEnvelope(bytes),
    }));
    expect(stored.filter(({ key }) => key.includes('+'))).toEqual([]);
    expect(stored.filter(({ parts }) => typeof parts !== 'string' && parts.content.type === 'redacted')).toHaveLength(1);
    expect(his.view.get().agreements.map(({ text }) => text)).toEqual(['']);
  });
});
