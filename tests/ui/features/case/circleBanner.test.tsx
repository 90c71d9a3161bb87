import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CircleAlarm } from '../../../../src/application/application.ts';
import type { CivilDate } from '../../../../src/core/shared/civilDate.ts';
import { circlePerson, DOCUMENTS, MEMBERS, unconnected, withFakeCircle } from '../../../support/fakeCircle.ts';
import { findAxeViolations } from '../../../support/findAxeViolations.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const on = '2026-11-20' as CivilDate;
const job = { type: 'removal', member: MEMBERS.rachida, open: [{ doc: DOCUMENTS.team, kind: 'team', mine: true }], problem: null } as const;

/** The page of a case whose circle has these alarms, the gravest first. */
async function setup(alarms: readonly CircleAlarm[], isConnected = true) {
  const test = await withFakeCircle({ exampleFamily: true });
  const { view, exchange } = test.fake;
  const people = [...view.get().people, circlePerson({ member: MEMBERS.rachida, name: 'Rachida El Amrani' })];
  view.set({ ...view.get(), people, alarms });
  if (isConnected) exchange.set({ ...unconnected, type: 'upToDate' });
  const app = await renderApp({ test, path: `/cases/${view.get().caseId}` });
  await screen.findByRole('heading', { level: 1 });
  return { ...app, fake: test.fake };
}

const bannerOf = (text: HTMLElement) => within(text.closest<HTMLElement>('[role="alert"], [role="status"]')!);

describe("the circle's alarms on the page of the case", () => {
  it.each([
    [{ type: 'OneLead', member: MEMBERS.me }, 'Alleen Anouk Visser kan de kring veranderen', 'status'],
    [{ type: 'NoContinuity' }, 'Er is maar één professional', 'status'],
    [{ type: 'EndPast', member: MEMBERS.rachida, on }, 'Rachida El Amrani zou tot 20 november 2026 meedoen', 'alert'],
    [{ type: 'SharingMissing', member: MEMBERS.rachida }, 'Er staat nog niet waarom we delen met Rachida El Amrani', 'status'],
    [{ type: 'SharingWithdrawn', member: MEMBERS.rachida }, 'De toestemming om te delen met Rachida El Amrani is ingetrokken', 'alert'],
    [{ type: 'DeviceBlocked', member: MEMBERS.rachida }, 'Een apparaat van Rachida El Amrani is stilgezet', 'alert'],
    [{ type: 'DeviceSilent', member: MEMBERS.rachida }, 'Een apparaat van Rachida El Amrani haalde de casus op zonder regel', 'alert'],
    [{ type: 'Unfinished', job }, 'Iets in de kring is nog niet af', 'status'],
  ] as const)('%o is said as: %s', async (alarm, sentence, role) => {
    await setup([alarm]);
    const found = await screen.findByText(sentence);
    expect(found.closest('[role="alert"], [role="status"]')).toHaveAttribute('role', role);
  });

  it('stand in one banner, the gravest in words and the rest counted, which leads to the circle', async () => {
    const { user, router, fake } = await setup([
      { type: 'DeviceBlocked', member: MEMBERS.rachida },
      { type: 'NoContinuity' },
      { type: 'OneLead', member: MEMBERS.me },
    ]);
    const banner = bannerOf(await screen.findByText('Een apparaat van Rachida El Amrani is stilgezet'));
    expect(banner.getByText('En nog 2 punten in de kring.')).toBeVisible();
    expect(screen.queryByText('Er is maar één professional')).not.toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
    act(() => fake.view.set({ ...fake.view.get(), alarms: [{ type: 'NoContinuity' }] }));
    expect(await screen.findByText('Er is maar één professional')).toBeVisible();
    expect(screen.queryByText(/is stilgezet/)).not.toBeInTheDocument();
    await user.click(bannerOf(screen.getByText('Er is maar één professional')).getByRole('link', { name: 'Naar de kring' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${fake.view.get().caseId}/circle`));
  });

  it('say nothing of being alone while nobody can be asked in', async () => {
    const { fake } = await setup([{ type: 'NoContinuity' }, { type: 'OneLead', member: MEMBERS.me }], false);
    act(() =>
      fake.view.set({ ...fake.view.get(), alarms: [...fake.view.get().alarms, { type: 'SharingMissing', member: MEMBERS.rachida }] }),
    );
    expect(await screen.findByText('Er staat nog niet waarom we delen met Rachida El Amrani')).toBeVisible();
    expect(screen.queryByText(/En nog/)).not.toBeInTheDocument();
  });
});
