import { afterEach, expect, it } from 'vitest';
import { createBrowserClock } from '../../../src/adapters/browser/clock.ts';
import type { ServerPort } from '../../../src/application/ports.ts';
import { createServerPlace, type ServerProcess } from '../../server/serverProcess.ts';
import { addTo, found, httpServerOf, letIn, must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { until } from '../../support/until.ts';

const place = createServerPlace();
const tellers: Teller[] = [];
afterEach(() => {
  for (const teller of tellers.splice(0)) teller.close();
  place.remove();
});

const agreement = (text: string) => ({ type: 'add', kind: 'agreement', fields: { text } }) as const;
const isGreen = ({ device }: Teller) => device.exchange.get().type === 'upToDate';

/** Kills the server as soon as a question of this kind is under way, before it can be answered; starts it again on the same data. */
function createExecutioner(begin: ServerProcess) {
  let running = begin;
  let target: string | null = null;
  let kills = 0;
  const through = (port: ServerPort): ServerPort =>
    new Proxy(port, {
      get:
        (_, verb: keyof ServerPort) =>
        async (...asked: never[]) => {
          const answer = (port[verb] as (...given: never[]) => Promise<unknown>)(...asked);
          if (target === `${verb} ${String(asked[1]).split('/').at(-1)}`) {
            target = null;
            running.kill('SIGKILL');
            await running.ended;
            kills++;
            running = await place.start();
          }
          return await answer;
        },
    });
  return {
    through,
    url: () => running.url,
    killAt: (question: string) => (target = question),
    isDone: () => target === null,
    kills: () => kills,
  };
}

it('a server that is killed in the middle of an exchange, each time at another question: everyone has everything, once', async () => {
  const server = await place.start();
  const executioner = createExecutioner(server);
  await until(() => server.output().includes('#setup='));
  const secret = /#setup=(\S+)/.exec(server.output())![1]!;
  const port = executioner.through(httpServerOf(executioner.url));
  for (const name of ['Anouk', 'Bram']) tellers.push(await startTeller(name, port, { clock: createBrowserClock() }));
  const [anouk, bram] = tellers as [Teller, Teller];
  await found(anouk, secret);
  await letIn(anouk, bram);
  const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
  await until(() => isGreen(anouk));
  await addTo(anouk, planOf(anouk, caseId), bram, 'professional');
  await until(() => bram.device.caseload.get().cases.length === 1 && isGreen(bram));
  const [hers, his] = [await anouk.open(caseId), await bram.open(caseId)];

  const questions = ['append log', 'read log', 'append log', 'read roster'];
  for (const [n, question] of questions.entries()) {
    executioner.killAt(question);
    must(await hers.change(agreement(`van Anouk ${n}`)));
    must(await his.change(agreement(`van Bram ${n}`)));
    await until(() => executioner.isDone());
    for (const each of [anouk, bram]) each.network.hope();
    await until(() => [hers, his].every((open) => open.view.get().agreements.length === 2 * (n + 1)));
    await until(() => isGreen(anouk) && isGreen(bram));
  }
  expect(executioner.kills()).toBe(questions.length);
  const texts = [hers, his].map((open) =>
    open.view
      .get()
      .agreements.map(({ text }) => text)
      .toSorted(),
  );
  expect(texts[0]).toEqual(questions.flatMap((_, n) => [`van Anouk ${n}`, `van Bram ${n}`]).toSorted());
  expect(texts[1]).toEqual(texts[0]);
}, 120_000);
