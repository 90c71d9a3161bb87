import { expect, it } from 'vitest';
import { snapshotKey } from '../../src/application/documents/snapshotKey.ts';
import { createTestDevice, PASSPHRASE } from '../support/createTestApplication.ts';
import { must, planOf, startTeller } from '../support/exchangeStory.ts';
import { settle } from '../support/fakeClock.ts';
import { createMemoryServer } from '../support/memoryServer.ts';

it('a document that is read anew never forgets in between what is in it', async () => {
  const stored = createTestDevice();
  let slowKey = '';
  let release = () => {};
  const getLocal: typeof stored.database.getLocal = async (key) => {
    if (key === slowKey) await new Promise<void>((resolve) => (release = resolve));
    return await stored.database.getLocal(key);
  };
  const teller = await startTeller('Anouk', createMemoryServer().port, {
    stored: { ...stored, database: { ...stored.database, getLocal } },
  });
  const caseId = must(await teller.device.createCase({ name: 'Familie de Wit', children: [] }));
  must(await (await teller.open(caseId)).change({ type: 'add', kind: 'agreement', fields: { text: 'Om vier uur bellen' } }));
  // Locking keeps a copy: a first look, and the whole.
  await teller.device.lock('asked');
  must(await teller.device.unlock(PASSPHRASE));
  const open = await teller.open(caseId);
  const doc = planOf(teller, caseId);
  const document = (await teller.session().open.get(doc))!;
  const before = [...document.state().envelopes.keys()];

  slowKey = snapshotKey(doc);
  const reading = document.readAgain();
  await settle();
  expect(before).toHaveLength(2);
  expect([...document.state().envelopes.keys()]).toEqual(before);
  release();
  await reading;
  expect([...document.state().envelopes.keys()]).toEqual(before);
  expect(open.view.get().agreements.map(({ text }) => text)).toEqual(['Om vier uur bellen']);
  teller.close();
});
