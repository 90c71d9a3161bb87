import { afterEach, expect, it } from 'vitest';
import { addTo, found, letIn, must, planOf, startTeller, type Teller } from '../../support/exchangeStory.ts';
import { createMemoryServer } from '../../support/memoryServer.ts';
import { untilExchanged } from '../../support/untilExchanged.ts';

const tellers: Teller[] = [];
afterEach(() => tellers.splice(0).forEach((teller) => teller.close()));

it.each([
  ['on a list whose case nobody has open', false],
  ['on a list beside an open case, and in that case', true],
])('another role changes at once what a person may do with meetings: %s', async (_, isOpen) => {
  const server = createMemoryServer();
  const anouk = await startTeller('Anouk', server.port);
  const bram = await startTeller('Bram', server.port);
  tellers.push(anouk, bram);
  await found(anouk, server.setupSecret);
  await letIn(anouk, bram);
  const caseId = must(await anouk.device.createCase({ name: 'Familie de Wit', children: [] }));
  await addTo(anouk, planOf(anouk, caseId), bram, 'professional');
  const listed = () => bram.device.caseload.get().cases[0]?.mayMeet;
  await untilExchanged(tellers, () => listed() === true);
  const his = isOpen ? await bram.open(caseId) : null;
  const heard: boolean[] = [];
  his?.mayMeet.subscribe(() => heard.push(his.mayMeet.get()));

  must(await anouk.device.circle.changeRole(caseId, bram.session().member, 'reader'));
  await untilExchanged(tellers, () => listed() === false);
  expect(heard.at(-1)).toBe(isOpen ? false : undefined);
  must(await anouk.device.circle.changeRole(caseId, bram.session().member, 'professional'));
  await untilExchanged(tellers, () => listed() === true);
  expect(heard.at(-1)).toBe(isOpen ? true : undefined);
});
