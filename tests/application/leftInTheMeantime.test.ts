import { afterEach, expect, it } from 'vitest';
import { refreshSummary } from '../../src/application/cases/refreshSummary.ts';
import { openDocument } from '../../src/application/documents/openDocument.ts';
import { writeSnapshot } from '../../src/application/documents/snapshot.ts';
import { eraseHere } from '../../src/application/exchange/eraseHere.ts';
import { keepMemory, noMemory } from '../../src/application/exchange/exchangeMemory.ts';
import type { DocumentId } from '../../src/core/shared/ids.ts';
import { createTestDevice } from '../support/createTestApplication.ts';
import { must, planOf, startTeller, type Teller } from '../support/exchangeStory.ts';
import { createMemoryServer } from '../support/memoryServer.ts';
import { createSeededRandom } from '../support/seededRandom.ts';

const tellers: Teller[] = [];
afterEach(() => tellers.splice(0).forEach((teller) => teller.close()));

/** Anouk has a plan and a part of one family; `whenSealing`: what happens the next time that something is sealed. */
async function begin() {
  const random = createSeededRandom(4);
  const next = { whenSealing: () => {} };
  const bytes = (length: number) => {
    const { whenSealing } = next;
    next.whenSealing = () => {};
    whenSealing();
    return random.bytes(length);
  };
  const anouk = await startTeller('Anouk', createMemoryServer().port, { stored: createTestDevice({ random: { bytes } }) });
  tellers.push(anouk);
  const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
  must(await anouk.device.circle.addDocument(caseId, 'part', { title: 'Over thuis' }));
  const plan = planOf(anouk, caseId);
  const copies = async () => (await anouk.stored.database.listLocal('')).filter(({ key }) => key.includes(plan));
  return { anouk, caseId, plan, copies, next };
}

type Work = (teller: Teller, plan: DocumentId) => Promise<void>;
const works: readonly (readonly [string, Work])[] = [
  ['its line in the list', async ({ context, session }, plan) => await refreshSummary(context, session(), plan)],
  [
    'its snapshot',
    async ({ context, session }, plan) => await writeSnapshot(context, session(), (await openDocument(context, session(), plan))!, true),
  ],
  ['how far it was exchanged', async ({ context, session }, plan) => await keepMemory(context, session(), plan, noMemory)],
];

it.each(works)('%s is not kept of a plan that leaves the device while it is sealed', async (_, work) => {
  const stays = await begin();
  const before = await stays.copies();
  await work(stays.anouk, stays.plan);
  expect(await stays.copies()).not.toEqual(before);

  const { anouk, plan, copies, next } = await begin();
  let leaving: Promise<void> | undefined;
  next.whenSealing = () => void (leaving = eraseHere(anouk.context, [plan]));
  await work(anouk, plan);
  expect(leaving).toBeDefined();
  await leaving;
  expect(await copies()).toEqual([]);
});

it('a line that is made anew while the plan leaves the device is not shown, though another document of the case is still here', async () => {
  const { anouk, caseId, plan } = await begin();
  const open = await anouk.open(caseId);
  const refreshing = refreshSummary(anouk.context, anouk.session(), plan);
  await eraseHere(anouk.context, [plan]);
  await refreshing;
  expect(anouk.session().documents.size).toBe(1);
  expect(anouk.device.caseload.get().cases).toEqual([]);
  open.close();
});
