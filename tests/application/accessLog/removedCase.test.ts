import { afterEach, expect, it } from 'vitest';
import { writeViews } from '../../../src/application/accessLog/writeViews.ts';
import { forgetDocuments } from '../../../src/application/cases/forgetDocuments.ts';
import type { StoredRecord } from '../../../src/application/ports.ts';
import { ok } from '../../../src/core/shared/result.ts';
import { createTestDevice } from '../../support/createTestApplication.ts';
import { must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { createMemoryServer } from '../../support/memoryServer.ts';
import { createSeededRandom } from '../../support/seededRandom.ts';

const tellers: Teller[] = [];
afterEach(() => tellers.splice(0).forEach((teller) => teller.close()));

it.each([
  ['a line about a case that leaves the device while it is sealed is not written behind the erasing', true],
  ['one about a case that stays is', false],
])('%s', async (_, leaves) => {
  const random = createSeededRandom(4);
  let whileSealing = () => {};
  const stored = createTestDevice({
    random: {
      bytes: (length) => {
        whileSealing();
        return random.bytes(length);
      },
    },
  });
  const anouk = await startTeller('Anouk', createMemoryServer().port, { stored });
  tellers.push(anouk);
  const doc = planOf(anouk, must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] })));
  if (leaves) whileSealing = () => forgetDocuments(anouk.context, [doc]);
  const written: StoredRecord[] = [];
  const write = async (records: readonly StoredRecord[]) => (written.push(...records), ok(undefined));
  await writeViews(anouk.context, anouk.session(), { ...anouk.context.durable!, write }, { docs: [doc], what: 'printed' });
  expect(written.some(({ key }) => key.startsWith(doc))).toBe(!leaves);
});
