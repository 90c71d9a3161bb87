import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CaseSummary } from '../../../src/application/application.ts';
import { addDays, type CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { listMyActions } from '../../../src/ui/features/actions/myActions.ts';
import { renderApp } from '../../support/renderApp.tsx';

describe('Mijn acties', () => {
  it('says so when there are none', async () => {
    await renderApp({ unlocked: true, path: '/actions' });
    expect(await screen.findByRole('heading', { name: 'Je hebt geen open acties.' })).toBeVisible();
  });

  it('shows what I promised: what is late in words, what is finished apart, and the case one press away', async () => {
    const { user, application, router } = await renderApp({ exampleFamily: true, path: '/actions' });
    const late = (await screen.findByRole('heading', { name: 'Ouders bellen over de evaluatie' })).closest('li')!;
    expect(late).toHaveTextContent('3 dagen te laat');
    const done = screen.getByRole('heading', { name: 'Zelfde pictokaart thuis en op school' }).closest('li')!;
    expect(done).toHaveTextContent('Gedaan');
    expect(within(done).getByRole('link', { name: 'Bekijken in de casus' })).toBeVisible();
    // What others promised is not mine.
    expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(2);
    await user.click(within(late).getByRole('link', { name: 'Melden hoe het ging' }));
    const [{ caseId }] = application.caseload.get().cases as [CaseSummary];
    await waitFor(() => expect(router.state.location).toMatchObject({ pathname: `/cases/${caseId}`, hash: '#actions' }));
  });

  it('sorts over all cases: by date, without a date last', () => {
    const today = '2026-11-24' as CivilDate;
    const action = (id: string, due: CivilDate | null, status: 'open' | 'busy' | 'done' | 'notDone' = 'open') => ({
      id: id as EntityId,
      what: id,
      due,
      status,
      conflicts: 0,
    });
    const caseOf = (...myActions: CaseSummary['myActions']) => ({ myActions }) as CaseSummary;
    const listed = listMyActions([
      caseOf(action('later', addDays(today, 5)), action('never', null), action('finished', today, 'done')),
      caseOf(action('late', addDays(today, -5), 'busy')),
    ]);
    expect(listed.open.map(({ what }) => what)).toEqual(['late', 'later', 'never']);
    expect(listed.finished.map(({ what }) => what)).toEqual(['finished']);
  });
});
