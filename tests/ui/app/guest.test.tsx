import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Invitation } from '../../../src/application/application.ts';
import { invitation, unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const asks: Invitation['state'] = { type: 'asked', name: 'Zonnebloem', organisation: 'Wijkteam Noord', digits: null };

async function setup(change: Partial<Invitation> = {}) {
  const test = await withFakeCircle({ exampleFamily: true });
  test.fake.exchange.set({ ...unconnected, type: 'upToDate', lastHeard: test.clock.now() });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const app = await renderApp({ test, path: '/conferences' });
  await screen.findByRole('heading', { level: 1, name: 'Overleggen' });
  const show = (state: Invitation['state']) => act(() => test.fake.invitations.set([invitation({ caseId, ...change, state })]));
  return { ...app, fake: test.fake, caseId, show };
}

describe('somebody who asks to be let in', () => {
  it('is told on every other screen, politely and without a name, with the way to the circle', async () => {
    const { show, caseId, user, router } = await setup();
    show({ type: 'waiting' });
    expect(screen.queryByText('Iemand wil meedoen in een kring')).toBeNull();
    show(asks);
    const told = await screen.findByText('Iemand wil meedoen in een kring');
    expect(told.closest('[aria-live=polite]')).not.toBeNull();
    expect(document.body.textContent).not.toMatch(/Zonnebloem|Wijkteam Noord/);
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('link', { name: 'Kijken wie het is' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${caseId}/circle`));
    await waitFor(() => expect(screen.queryByText('Iemand wil meedoen in een kring')).toBeNull());
  });

  it('is not told any more once they were let in', async () => {
    const { show } = await setup();
    show(asks);
    expect(await screen.findByText('Iemand wil meedoen in een kring')).toBeVisible();
    show({ type: 'accepted', name: 'Zonnebloem', at: 0 });
    expect(screen.queryByText('Iemand wil meedoen in een kring')).toBeNull();
  });

  it.each([
    ['organisation', 'Iemand wil bij de organisatie komen', '/organisation'],
    ['device', 'Een ander apparaat wil erbij', '/device'],
  ] as const)('is told of an invitation for: %s', async (use, text, place) => {
    const { show } = await setup({ use, caseId: null });
    show(asks);
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Kijken wie het is' })).toHaveAttribute('href', place);
  });
});
