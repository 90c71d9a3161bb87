import { afterEach, describe, expect, it } from 'vitest';
import { createBrowserClock } from '../../../src/adapters/browser/clock.ts';
import { createHttpServer } from '../../../src/adapters/http/server.ts';
import type { ServerPort } from '../../../src/application/ports.ts';
import { splitCborSequence } from '../../../src/protocol/cbor.ts';
import { addTo, found, letIn, must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { createSeededRandom, type SeededRandom } from '../../support/seededRandom.ts';
import { startSlowLine, type SlowLine } from '../../support/slowLine.ts';
import { startTestServer } from '../../support/testServer.ts';
import { until } from '../../support/until.ts';

const SEED = Number(process.env['SEED'] ?? 20261124);
const isLong = process.env['SOAK'] !== undefined;
/** Saves of each person. */
const SAVES = isLong ? 300 : 6;
const QUALITY = {
  bitsPerSecond: 50_000,
  delay: 600,
  cutAfter: isLong ? { least: 3_000, most: 60_000 } : { least: 5_000, most: 10_000 },
};
const PATIENCE = (isLong ? 60 : 2) * 60_000;

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface OnTheLine {
  readonly teller: Teller;
  /** Log entries of this person that the server said it has. */
  readonly acknowledged: () => number;
  /** From now on everything goes that way. */
  readonly over: (line: SlowLine) => void;
}

async function createOnTheLine(name: string, url: string): Promise<OnTheLine> {
  let way = createHttpServer(url);
  let acknowledged = 0;
  const server = new Proxy({} as ServerPort, {
    get:
      (_, verb: keyof ServerPort) =>
      async (...asked: never[]) => {
        const answer = (await (way[verb] as (...asked: never[]) => Promise<unknown>)(...asked)) as { readonly ok: boolean };
        const [, path, body] = asked as unknown as [unknown, string, Uint8Array<ArrayBuffer>];
        if (verb === 'append' && answer.ok && path.endsWith('/log')) acknowledged += splitCborSequence(body)!.length;
        return answer;
      },
  });
  const teller = await startTeller(name, server, { clock: createBrowserClock() });
  ends.push(() => teller.close());
  return { teller, acknowledged: () => acknowledged, over: (line) => void (way = createHttpServer(line.url)) };
}

const exchangeOf = ({ device }: Teller) => device.exchange.get();
const isGreen = (teller: Teller) => exchangeOf(teller).type === 'upToDate';

/** Two people in one case, over a good line; then without any, and each has saved things. */
async function workApart(random: SeededRandom) {
  const server = await startTestServer({ pollMilliseconds: 20_000 });
  ends.push(() => server.stop());
  const people = [await createOnTheLine('Anouk', server.url()), await createOnTheLine('Bram', server.url())] as const;
  const [anouk, bram] = [people[0].teller, people[1].teller];
  await found(anouk, server.setupSecret()!);
  await letIn(anouk, bram);
  const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
  await until(() => isGreen(anouk));
  await addTo(anouk, planOf(anouk, caseId), bram, 'professional');
  await until(() => bram.device.caseload.get().cases.length === 1);
  await until(() => isGreen(anouk) && isGreen(bram));

  const texts: string[] = [];
  const views = [];
  for (const { teller } of people) {
    teller.network.connected = false;
    const { view, change } = await teller.open(caseId);
    views.push(view);
    for (let n = 0; n < SAVES; n++) {
      const text = `${teller.name} ${n} ${'en zo verder '.repeat(random.below(22))}`;
      must(await change({ type: 'add', kind: 'agreement', fields: { text } }));
      texts.push(text);
    }
    await until(() => exchangeOf(teller).type === 'offline' && exchangeOf(teller).waiting === SAVES);
  }
  return { server, people, texts, views };
}

/** What the screens were told while the server lacked something. */
function watchForLies({ teller, acknowledged }: OnTheLine) {
  const before = acknowledged();
  const told = new Set<string>();
  const lies: string[] = [];
  teller.device.exchange.subscribe(() => {
    const { type, waiting } = exchangeOf(teller);
    const lacking = SAVES - (acknowledged() - before);
    told.add(type);
    if (waiting < lacking || (type === 'upToDate' && lacking > 0)) lies.push(`${type}, ${waiting} wait, ${lacking} lack`);
  });
  return { told, lies };
}

describe('a line of 50 kbit/s that answers late and breaks again and again (SPEC 15f)', () => {
  it(`brings everything to both sides, once, and says what waits until it is there (seed ${SEED})`, { timeout: PATIENCE }, async () => {
    const random = createSeededRandom(SEED);
    const { server, people, texts, views } = await workApart(random);
    const watches = people.map(watchForLies);
    const lines: SlowLine[] = [];
    for (const { teller, over } of people) {
      const line = await startSlowLine(server.url(), { ...QUALITY, random });
      ends.push(() => line.stop());
      lines.push(line);
      over(line);
      teller.network.connected = true;
      teller.network.hope();
    }
    await until(() => views.every((view) => view.get().agreements.length === texts.length), PATIENCE);
    await until(() => people.every(({ teller }) => isGreen(teller)), PATIENCE);

    for (const view of views)
      expect(
        view
          .get()
          .agreements.map(({ text }) => text.trim())
          .toSorted(),
      ).toEqual(texts.map((text) => text.trim()).toSorted());
    for (const { teller } of people) expect(await teller.stored.database.list('outbox', '')).toEqual([]);
    for (const { told, lies } of watches) {
      expect(lies).toEqual([]);
      expect([...told]).toEqual(expect.arrayContaining(['working', 'upToDate']));
    }
    for (const line of lines) expect(line.cuts()).toBeGreaterThan(0);
  });
});
