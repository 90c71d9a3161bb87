import { afterEach, describe, expect, it } from 'vitest';
import { createBrowserClock } from '../../../src/adapters/browser/clock.ts';
import type { CaseId, EntityId } from '../../../src/core/shared/ids.ts';
import { addTo, found, httpServerOf, letIn, must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { startTestServer, type TestServer } from '../../support/testServer.ts';
import { until } from '../../support/until.ts';

const FAMILY = 'family' as EntityId;
const question = (value: string) => ({ type: 'set', entity: FAMILY, field: 'questionSchool', value }) as const;

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function begin(): Promise<{
  readonly server: TestServer;
  readonly start: (name: string, stored?: Teller['stored']) => Promise<Teller>;
}> {
  const server = await startTestServer({ pollMilliseconds: 500 });
  ends.push(() => server.stop());
  const port = httpServerOf(server.url);
  const start = async (name: string, stored?: Teller['stored']) => {
    const teller = await startTeller(name, port, { clock: createBrowserClock(), ...(stored ? { stored } : {}) });
    ends.push(() => teller.close());
    return teller;
  };
  return { server, start };
}

const isGreen = ({ device }: Teller) => device.exchange.get().type === 'upToDate';

/** Two people in one case. */
async function together() {
  const { server, start } = await begin();
  const [anouk, bram] = [await start('Anouk'), await start('Bram')];
  await found(anouk, server.setupSecret()!);
  await letIn(anouk, bram);
  const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
  await until(() => isGreen(anouk));
  await addTo(anouk, planOf(anouk, caseId), bram, 'professional');
  await until(() => bram.device.caseload.get().cases.length === 1);
  await until(() => isGreen(bram));
  return { server, start, anouk, bram, caseId };
}

const questionOf = async (teller: Teller, caseId: CaseId) => (await teller.open(caseId)).view.get().family.questionSchool;

describe('two people and a server', () => {
  it('a case appears at whoever was added, and each sees what the other writes', async () => {
    const { anouk, bram, caseId } = await together();
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    expect(his.view.get().family.name).toBe('Familie de Wit');
    must(await hers.change(question('van Anouk')));
    await until(() => his.view.get().family.questionSchool === 'van Anouk');
    must(await his.change(question('van Bram')));
    await until(() => hers.view.get().family.questionSchool === 'van Bram');
    await until(() => isGreen(anouk) && isGreen(bram));
    expect(anouk.device.exchange.get().cases.get(caseId)).toMatchObject({
      waiting: 0,
      incoming: 0,
      lastHeard: { from: bram.session().member },
    });
  });

  it('who edit apart without a connection both keep what they wrote', async () => {
    const { anouk, bram, caseId } = await together();
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    for (const each of [anouk, bram]) each.network.connected = false;
    must(await hers.change(question('keukentafel')));
    must(await his.change(question('school')));
    await until(() => anouk.device.exchange.get().type === 'offline' && anouk.device.exchange.get().waiting === 1);
    for (const each of [anouk, bram]) {
      each.network.connected = true;
      each.network.hope();
    }
    for (const open of [hers, his]) {
      await until(() => open.view.get().conflicts.length === 1);
      expect(new Set(open.view.get().conflicts[0]!.candidates.map(({ value }) => value))).toEqual(new Set(['keukentafel', 'school']));
    }
    await until(() => isGreen(anouk) && isGreen(bram));
  });

  it('who types is seen by whoever looks at the case, for some seconds, and by nobody else', async () => {
    const { anouk, bram, caseId } = await together();
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    await until(() => isGreen(anouk) && isGreen(bram));
    hers.noteTyping(FAMILY, 'questionSchool');
    await until(() => his.presence.get().length === 1);
    expect(his.presence.get()).toEqual([{ member: anouk.session().member, colleague: true, entity: FAMILY, field: 'questionSchool' }]);
    expect(hers.presence.get()).toEqual([]);
    await until(() => his.presence.get().length === 0);
  });

  it('who types is seen in every tab, and is heard from every tab', async () => {
    const { anouk, bram, caseId, start } = await together();
    const tab = await start('Bram', bram.stored);
    const [hers, his, inTab] = [await anouk.open(caseId), await bram.open(caseId), await tab.open(caseId)];
    await until(() => isGreen(anouk) && isGreen(bram));
    hers.noteTyping(FAMILY, 'questionSchool');
    await until(() => his.presence.get().length === 1 && inTab.presence.get().length === 1);
    inTab.noteTyping(FAMILY, 'questionFamily');
    await until(() => hers.presence.get().length === 1);
    expect(hers.presence.get()).toMatchObject([{ member: bram.session().member, field: 'questionFamily' }]);
    for (const own of [his, inTab]) expect(own.presence.get().map(({ member }) => member)).not.toContain(bram.session().member);
  });

  it('a server that restarts in between loses nothing, and is found again', async () => {
    const { server, anouk, bram, caseId } = await together();
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    const writing = (async () => {
      for (let n = 0; n < 20; n++) must(await hers.change({ type: 'add', kind: 'agreement', fields: { text: `afspraak ${n}` } }));
    })();
    await server.restart();
    await writing;
    for (const each of [anouk, bram]) each.network.hope();
    await until(() => his.view.get().agreements.length === 20);
    await until(() => isGreen(anouk) && isGreen(bram));
  });

  it('a device that comes back after three months has everything, and gives everything', async () => {
    const { anouk, bram, caseId, start, server } = await together();
    const his = await bram.open(caseId);
    bram.network.connected = false;
    must(await his.change({ type: 'add', kind: 'agreement', fields: { text: 'van toen' } }));
    const { stored } = bram;
    bram.close();
    const hers = await anouk.open(caseId);
    for (let n = 0; n < 30; n++) must(await hers.change(question(`week ${n}`)));
    server.turnClock(90 * 24 * 60 * 60 * 1000);
    const back = await start('Bram', stored);
    await until(async () => (await questionOf(back, caseId)) === 'week 29');
    await until(() => hers.view.get().agreements.some(({ text }) => text === 'van toen'));
    await until(() => isGreen(anouk) && isGreen(back));
  });
});
