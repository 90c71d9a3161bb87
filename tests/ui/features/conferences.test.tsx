import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { renderApp } from '../../support/renderApp.tsx';

describe('Overleggen', () => {
  it('says so when nothing is planned', async () => {
    await renderApp({ unlocked: true, path: '/conferences' });
    expect(await screen.findByRole('heading', { name: 'Er staat nog niets gepland.' })).toBeVisible();
  });

  it('shows what comes and what was, conferences and evaluations of all cases', async () => {
    const { user, router } = await renderApp({ exampleFamily: true, path: '/conferences' });
    const listUnder = async (title: string) => (await screen.findByRole('heading', { level: 2, name: title })).parentElement!;
    const coming = within(await listUnder('Komt nog')).getAllByRole('listitem');
    expect(coming.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Evaluatie gezin Voorbeeld.*Geplandmaandag 23 november 2026$/),
      expect.stringMatching(/^Overleg gezin Voorbeeld.*Gepland.*15\.30 uur, Basisschool De Verzinboom, 7 mensen$/),
    ]);
    const past = within(await listUnder('Geweest')).getAllByRole('listitem');
    expect(past).toHaveLength(1);
    expect(past[0]).toHaveTextContent('14.00 uur');
    await user.click(within(coming[0]!).getByRole('link'));
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/cases\/[^/]+\/evaluation\//));
  });

  it('one that has begun says so, and stays above', async () => {
    const { application } = await renderApp({ exampleFamily: true, path: '/conferences' });
    const openCase = valueOf(await application.openCase(application.caseload.get().cases[0]!.caseId));
    const planned = openCase.view.get().conferences.find(({ state }) => state !== 'held')!;
    valueOf(await openCase.change({ type: 'startConference', conference: planned.id }));
    openCase.close();
    const running = (await screen.findByText('Bezig')).closest('li')!;
    expect(running).toHaveTextContent('Overleg gezin Voorbeeld');
  });
});
