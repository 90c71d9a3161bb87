import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CaseExchange, ExchangeState } from '../../../src/application/application.ts';
import { DOCUMENTS, unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const nothing: CaseExchange = {
  waiting: 0,
  since: null,
  lastDelivered: null,
  lastHeard: null,
  incoming: 0,
  serverWentBack: null,
  documents: [{ doc: DOCUMENTS.plan, kind: 'plan', waiting: 0, problem: null }],
};

async function setup() {
  const test = await withFakeCircle({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const app = await renderApp({ test, path: '/cases' });
  await screen.findByRole('heading', { level: 1, name: 'Mijn casussen' });
  const show = (change: Partial<ExchangeState>, found: Partial<CaseExchange> = {}) =>
    act(() => test.fake.exchange.set({ ...unconnected, ...change, cases: new Map([[caseId, { ...nothing, ...found }]]) }));
  return { ...app, caseId, show };
}

const ANY = /wijziging(en)? (wacht|luk)|Uitwisselen lukt niet: gezin/;

describe('a case in the list', () => {
  it('says how much of it waits, and leads to its lines on the screen about exchanging', async () => {
    const { show, caseId, user, router } = await setup();
    expect(screen.queryByRole('link', { name: ANY })).toBeNull();
    show({ type: 'offline', waiting: 2 }, { waiting: 2 });
    const link = await screen.findByRole('link', { name: /^2 wijzigingen wachten: gezin / });
    expect(link).toHaveAttribute('href', `/exchange#${caseId}`);
    expect(await findAxeViolations()).toEqual([]);
    await user.click(link);
    await waitFor(() => expect(router.state.location.pathname).toBe('/exchange'));
  });

  it('says what does not work, before what waits', async () => {
    const { show } = await setup();
    const plan = { doc: DOCUMENTS.plan, kind: 'plan' } as const;
    show({ type: 'incomplete' }, { waiting: 1, documents: [{ ...plan, waiting: 1, problem: 'quotaFull' }] });
    expect(await screen.findByRole('link', { name: /^1 wijziging lukt niet: gezin / })).toBeVisible();
    show({ type: 'incomplete' }, { documents: [{ ...plan, waiting: 0, problem: 'noKey' }] });
    expect(await screen.findByRole('link', { name: /^Uitwisselen lukt niet: gezin / })).toBeVisible();
  });

  it('says nothing while it is just on its way, and when everything is there', async () => {
    const { show } = await setup();
    show({ type: 'working', waiting: 1 }, { waiting: 1 });
    expect(screen.queryByRole('link', { name: ANY })).toBeNull();
    show({ type: 'upToDate' });
    expect(screen.queryByRole('link', { name: ANY })).toBeNull();
  });
});
