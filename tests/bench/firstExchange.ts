import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { startTestServer } from '../support/testServer.ts';
import { benchPageFolder, withBenchBrowser, withPageServer } from './benchPage.ts';
import { COUCH_PATH, createCouch } from './couch.ts';
import { median, type Figure } from './figure.ts';
import { makeFinalContent } from './finalContent.ts';
import type { FirstExchange } from './page/firstExchange.ts';
import { seedServer } from './serverCases.ts';

const CASES = Number(process.env['CASES'] ?? 80);
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
/** At least twice as fast. */
const LIMIT = 0.5;
const SLOWDOWN = 4;

/** A new device of somebody with 80 one-year cases gets them all, against PouchDB that replicates the same content; in turns. */
export async function measureFirstExchange(): Promise<readonly Figure[]> {
  const server = await startTestServer({ appFolder: await benchPageFolder(), pollMilliseconds: 20_000 });
  try {
    const content = makeFinalContent();
    const { code, cases } = await seedServer(server, CASES);
    const couch = createCouch(cases, content);
    const brotli = brotliCompressSync(JSON.stringify(content)).length * CASES;
    return await withBenchBrowser(async (deviceAt) => {
      const ours = (slowdown: number, meanwhile?: typeof type) =>
        deviceAt(server.url()).call('exchangeFirst', [code, CASES], { slowdown, meanwhile });
      const theirs = () =>
        withPageServer(couch.handle, async (origin) => {
          couch.forgetCheckpoints();
          return await deviceAt(origin).call('replicateFirst', [COUCH_PATH, { all: couch.documents, each: content.length }]);
        });
      const [rounds, baselines]: [FirstExchange[], FirstExchange[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        rounds.push(await ours(1));
        baselines.push(await theirs());
        if (process.env['VERBOSE']) console.log(rounds.at(-1), baselines.at(-1));
      }
      const slow = await ours(SLOWDOWN, type);
      if (process.env['VERBOSE']) console.log(slow);
      return toFigures(rounds, baselines, slow.thread, brotli);
    });
  } finally {
    await server.stop();
  }
}

/** Somebody types all the time. */
async function type(page: Page, calling: Promise<unknown>): Promise<void> {
  let isOver = false;
  void calling.finally(() => (isOver = true)).catch(() => undefined);
  while (!isOver) {
    // The page may have gone: then the call tells why.
    await page.keyboard.press('a').catch(() => (isOver = true));
    await setTimeout(50);
  }
}

function toFigures(
  rounds: readonly FirstExchange[],
  baselines: readonly FirstExchange[],
  { tasks, keys }: FirstExchange['thread'],
  brotli: number,
): readonly Figure[] {
  const of = (all: readonly FirstExchange[], part: 'first' | 'whole' | 'received') => median(all.map((each) => each[part]));
  const [value, baseline] = [of(rounds, 'whole'), of(baselines, 'whole')];
  return [
    {
      name: `first exchange of ${CASES} one-year cases (baseline: PouchDB)`,
      value,
      unit: 'ms',
      baseline,
      ratio: value / baseline,
      limit: LIMIT,
    },
    { name: 'until the first case can be worked in', value: of(rounds, 'first'), unit: 'ms', aim: 1_000, baseline: of(baselines, 'first') },
    { name: 'received over the wire', value: of(rounds, 'received') / 1e6, unit: 'MB', baseline: of(baselines, 'received') / 1e6 },
    { name: 'the same content as JSON in brotli, case by case', value: brotli / 1e6, unit: 'MB' },
    { name: `longest task, main thread ${SLOWDOWN}x slower`, value: Math.max(0, ...tasks), unit: 'ms', aim: 50 },
    { name: 'tasks of more than 50 ms', value: tasks.length, unit: '', aim: 0 },
    { name: 'longest wait of a key meanwhile', value: Math.max(0, ...keys), unit: 'ms' },
  ];
}

if (import.meta.main) console.log(await measureFirstExchange());
