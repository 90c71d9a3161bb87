import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Application, ExchangeState } from '../../../../src/application/application.ts';
import { createStore } from '../../../../src/application/store.ts';
import { err } from '../../../../src/core/shared/result.ts';
import { valueOf } from '../../../support/cryptoFixtures.ts';
import { createTestApplication } from '../../../support/createTestApplication.ts';
import { renderApp } from '../../../support/renderApp.tsx';
import { until } from '../../../support/until.ts';

/** Somebody goes to a case that is on its way to this device. */
async function goToCaseUnderWay(exchanging: ExchangeState['type']) {
  const test = await createTestApplication({ unlocked: true });
  const caseId = valueOf(await test.application.createCase({ name: 'Verzonnen', children: [] }));
  // The list follows just behind what was saved.
  await until(() => test.application.caseload.get().cases.length === 1);
  const caseload = createStore<ReturnType<Application['caseload']['get']>>({ loaded: true, cases: [] });
  const exchange = createStore<ExchangeState>({ ...test.application.exchange.get(), type: exchanging });
  let isHere = false;
  let asked = 0;
  const application: Application = {
    ...test.application,
    caseload,
    exchange,
    openCase: async (...which) => {
      asked += 1;
      return isHere ? await test.application.openCase(...which) : err({ type: 'UnknownCase' });
    },
  };
  const list = () => caseload.set(test.application.caseload.get());
  return {
    exchange,
    list,
    asked: () => asked,
    come: () => void (isHere = true),
    show: () => renderApp({ test: { ...test, application }, path: `/cases/${caseId}` }),
  };
}

const notHere = () => screen.findByRole('heading', { name: 'Dit plan staat niet op dit apparaat' });
const plan = () => screen.findByRole('heading', { level: 1, name: /Verzonnen/ });

it('a case that comes while somebody waits for it opens by itself', async () => {
  const { show, come, list } = await goToCaseUnderWay('upToDate');
  await show();
  await notHere();
  come();
  act(list);
  expect(await plan()).toBeVisible();
});

it('a case that came while it was looked for is looked for once more, and not for ever', async () => {
  const { show, list, asked } = await goToCaseUnderWay('upToDate');
  list();
  await show();
  await notHere();
  expect(asked()).toBe(2);
});

it('says that it looks while the exchange is at work, and that it is not here when that is done', async () => {
  const { show, exchange } = await goToCaseUnderWay('working');
  await show();
  expect(await screen.findByText('We kijken of het plan eraan komt…')).toBeVisible();
  act(() => exchange.set({ ...exchange.get(), type: 'upToDate' }));
  expect(await notHere()).toBeVisible();
});
