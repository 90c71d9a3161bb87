import { performance } from 'node:perf_hooks';
import { createBrowserClock } from '../../src/adapters/browser/clock.ts';
import { createHttpServer } from '../../src/adapters/http/server.ts';
import type { OpenCase } from '../../src/application/application.ts';
import type { EntityId } from '../../src/core/shared/ids.ts';
import { addTo, found, letIn, must, planOf, startTeller, type Teller } from '../support/exchangeStory.ts';
import { startTestServer } from '../support/testServer.ts';
import { until } from '../support/until.ts';
import type { Figure } from './figure.ts';

const ROUNDS = 100;
const AIM = 1_000;
const NOTE =
  'two devices as applications in one Node process, over the real server on localhost: saving, sealing, sending, the inbox, reading, ' +
  'verifying, opening, folding. Storage is in memory and nothing is drawn.';

/** From asking to save until the other device's view shows it, in turns from both sides. */
export async function measurePropagation(): Promise<readonly Figure[]> {
  const server = await startTestServer({ pollMilliseconds: 20_000 });
  const start = (name: string) => startTeller(name, createHttpServer(server.url()), { clock: createBrowserClock() });
  const [anouk, bram] = [await start('Anouk'), await start('Bram')];
  try {
    await found(anouk, server.setupSecret()!);
    await letIn(anouk, bram);
    const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
    await until(() => isGreen(anouk));
    await addTo(anouk, planOf(anouk, caseId), bram, 'professional');
    await until(() => bram.device.caseload.get().cases.length === 1 && isGreen(bram));
    const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await (round % 2 === 0 ? timeOf(hers, his, round) : timeOf(his, hers, round)));
      await until(() => isGreen(anouk) && isGreen(bram));
    }
    const sorted = times.toSorted((a, b) => a - b);
    const at = (part: number) => sorted[Math.floor(sorted.length * part)]!;
    return [
      { name: 'from saving until the other device shows it, p50', value: at(0.5), unit: 'ms', aim: AIM, note: NOTE },
      { name: 'from saving until the other device shows it, p95', value: at(0.95), unit: 'ms', aim: AIM },
    ];
  } finally {
    for (const { close } of [anouk, bram]) close();
    await server.stop();
  }
}

const isGreen = ({ device }: Teller) => device.exchange.get().type === 'upToDate';

async function timeOf(from: OpenCase, to: OpenCase, round: number): Promise<number> {
  const value = `vraag ${round}`;
  const shown = new Promise<number>((resolve) => {
    const stop = to.view.subscribe(() => {
      if (to.view.get().family.questionSchool !== value) return;
      stop();
      resolve(performance.now());
    });
  });
  const begun = performance.now();
  must(await from.change({ type: 'set', entity: 'family' as EntityId, field: 'questionSchool', value }));
  return (await shown) - begun;
}

if (import.meta.main) console.log(await measurePropagation());
