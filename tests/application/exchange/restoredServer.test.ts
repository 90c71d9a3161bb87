import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createBrowserClock } from '../../../src/adapters/browser/clock.ts';
import { readMemory } from '../../../src/application/exchange/exchangeMemory.ts';
import { ownChain } from '../../../src/application/documents/envelopeRecords.ts';
import type { DocumentId } from '../../../src/core/shared/ids.ts';
import { backUp } from '../../../src/server/backup/backUp.ts';
import { checkDatabase } from '../../../src/server/backup/checkDatabase.ts';
import { restore } from '../../../src/server/backup/restore.ts';
import { addTo, found, httpServerOf, letIn, must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { startTestServer } from '../../support/testServer.ts';
import { until } from '../../support/until.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A server and two people in one case, and a backup made on the way. */
async function begin() {
  const backups = mkdtempSync(join(tmpdir(), 'knooppunt-backups-'));
  ends.push(() => rmSync(backups, { recursive: true, force: true }));
  const server = await startTestServer({ pollMilliseconds: 500 });
  ends.push(() => server.stop());
  const start = async (name: string) => {
    const teller = await startTeller(name, httpServerOf(server.url), { clock: createBrowserClock() });
    ends.push(() => teller.close());
    return teller;
  };
  const [anouk, bram] = [await start('Anouk'), await start('Bram')];
  await found(anouk, server.setupSecret()!);
  await letIn(anouk, bram);
  const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
  await until(() => isShown(anouk, planOf(anouk, caseId)));
  await addTo(anouk, planOf(anouk, caseId), bram, 'professional');
  await until(() => bram.device.caseload.get().cases.length === 1);
  await until(() => bram.device.exchange.get().type === 'upToDate');
  const { file } = must(backUp(server.folder, backups, new Date()));
  return { server, anouk, bram, caseId, file };
}

/** All that was written here stands on the server, and came back in what was read of it since. Green alone may be what was true just before. */
async function isShown({ context, session }: Teller, doc: DocumentId): Promise<boolean> {
  const chain = ownChain(session());
  const { shown } = await readMemory(context, session(), doc);
  const written = await context.ports.database.countOf('envelope', `${doc}/${chain}/`);
  return written > 0 && shown.get(chain) === written - 1;
}

const agreement = (text: string) => ({ type: 'add', kind: 'agreement', fields: { text } }) as const;

describe('a server whose backup was put back', () => {
  it('gets again from the devices what was written since, and passes it on', async () => {
    const { server, anouk, bram, caseId, file } = await begin();
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    // Only the server heard of this, and forgets it.
    bram.network.connected = false;
    must(await hers.change(agreement('van na de reservekopie')));
    must(await his.change(agreement('van onderweg')));
    await until(() => isShown(anouk, planOf(anouk, caseId)));

    await server.restart(() => void must(restore(file, server.folder, new Date())));

    bram.network.connected = true;
    for (const each of [anouk, bram]) each.network.hope();
    for (const open of [hers, his])
      await until(() =>
        ['van na de reservekopie', 'van onderweg'].every((words) => open.view.get().agreements.some(({ text }) => text === words)),
      );
    await until(() => [anouk, bram].every(({ device }) => device.exchange.get().type === 'upToDate'));
    // Who had been shown more says when that was noticed; of who had not, the server took nothing back.
    const wentBack = ({ device }: Teller) => device.exchange.get().cases.get(caseId)!.serverWentBack;
    expect(wentBack(anouk)).toEqual(expect.any(Number));
    expect(Math.abs(wentBack(anouk)! - Date.now())).toBeLessThan(60_000);
    expect(wentBack(bram)).toBeNull();
  });

  it('has everything again itself: a copy of it holds as many messages as before', async () => {
    const { server, anouk, caseId, file } = await begin();
    const hers = await anouk.open(caseId);
    for (const words of ['een', 'twee', 'drie']) must(await hers.change(agreement(words)));
    await until(() => isShown(anouk, planOf(anouk, caseId)));
    const countMessages = (name: string) => must(backUp(server.folder, join(server.folder, name), new Date())).facts.messages;
    const before = countMessages('before');
    expect(must(checkDatabase(file)).messages).toBeLessThan(before);

    await server.restart(() => void must(restore(file, server.folder, new Date())));
    anouk.network.hope();
    await until(() => countMessages(`after-${performance.now()}`) === before);
  });
});
