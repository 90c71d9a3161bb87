import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CaseSummary } from '../../../src/application/application.ts';
import { listMeetings } from '../../../src/ui/features/conferences/meetings.ts';
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
      expect.stringMatching(/^Overleg gezin Voorbeeld.*Gepland.*15\.30 uur, Basisschool De Verzinboom, 7 mensen.*$/),
    ]);
    const past = within(await listUnder('Geweest of niet doorgegaan')).getAllByRole('listitem');
    expect(past).toHaveLength(1);
    expect(past[0]).toHaveTextContent('14.00 uur');
    await user.click(within(coming[0]!).getByRole('link'));
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/cases\/[^/]+\/evaluation\//));
  });

  it('one that has begun, or was planned and never held, stays above; one that was cancelled does not', () => {
    const conference = (id: string, day: string, state: 'planned' | 'held' | 'cancelled', isOpen = false) =>
      ({ id, day, at: '', place: '', state, isOpen, people: 2 }) as unknown as CaseSummary['conferences'][number];
    const caseOf = (...conferences: CaseSummary['conferences']) => ({ conferences, evaluations: [] }) as unknown as CaseSummary;
    const { coming, past } = listMeetings([
      caseOf(conference('next', '2026-12-01', 'planned'), conference('old', '2026-01-10', 'held')),
      caseOf(conference('begun', '2026-11-24', 'held', true), conference('off', '2026-11-30', 'cancelled')),
      caseOf(conference('missed', '2026-11-02', 'planned')),
    ]);
    expect(coming.map(({ id }) => id)).toEqual(['missed', 'begun', 'next']);
    expect(past.map(({ id }) => id)).toEqual(['off', 'old']);
  });
});
