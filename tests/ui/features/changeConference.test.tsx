import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createStore } from '../../../src/application/store.ts';
import { addDays, type CivilDate } from '../../../src/core/shared/civilDate.ts';
import { ok } from '../../../src/core/shared/result.ts';
import type { CaseView } from '../../../src/core/plan/caseView.ts';
import { createTestApplication, type TestApplication } from '../../support/createTestApplication.ts';
import { settle } from '../../support/fakeClock.ts';
import { renderApp, type RenderedApp } from '../../support/renderApp.tsx';

interface Planned extends RenderedApp {
  readonly in: (days: number) => CivilDate;
  readonly address: string;
  readonly lobby: string;
  readonly conferences: () => CaseView['conferences'];
}

/** Family Berg with a conference in three days, on one of the screens. */
async function plan(path: (address: string, lobby: string) => string, asReader = false): Promise<Planned> {
  const test = await createTestApplication({ unlocked: true });
  const inDays = (days: number) => addDays(test.clock.today() as CivilDate, days);
  const made = await test.application.createCase({ name: 'Berg', children: [] });
  if (!made.ok) throw new Error(made.error.type);
  const opened = await test.application.openCase(made.value);
  if (!opened.ok) throw new Error(opened.error.type);
  await opened.value.change({ type: 'add', kind: 'conference', fields: { day: inDays(3), at: '15:30', place: 'De Regenboog' } });
  await settle();
  const conferences = () => opened.value.view.get().conferences;
  const address = `/cases/${made.value}`;
  const lobby = `${address}/conference/${conferences()[0]!.id}`;
  const app = await renderApp({ test: asReader ? readingOnly(test) : test, path: path(address, lobby) });
  return { ...app, in: inDays, address, lobby, conferences };
}

/** The same, for a person whose role writes nothing about meetings. */
function readingOnly(test: TestApplication): TestApplication {
  const { caseload, openCase } = test.application;
  const { cases, loaded } = caseload.get();
  return {
    ...test,
    application: {
      ...test.application,
      caseload: createStore({ loaded, cases: cases.map((summary) => ({ ...summary, mayMeet: false })) }),
      openCase: async (...asked) => {
        const opened = await openCase(...asked);
        return opened.ok ? ok({ ...opened.value, mayMeet: createStore(false) }) : opened;
      },
    },
  };
}

const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));
const press = async ({ user }: Planned, name: RegExp | string) => user.click(await screen.findByRole('button', { name }));

async function move(app: Planned, day: CivilDate, reason: string): Promise<void> {
  await press(app, /^Verplaatsen: /);
  const asked = await dialog('Overleg verplaatsen');
  await app.user.type(asked.getByLabelText('Nieuwe dag'), day);
  await app.user.type(asked.getByRole('textbox', { name: 'Waarom?' }), reason);
  await app.user.click(asked.getByRole('button', { name: 'Verplaatsen' }));
}

describe('a conference that has not begun', () => {
  it('moves from the page of the case, with a day and a reason, and both are asked for', async () => {
    const app = await plan((address) => address);
    await press(app, /^Verplaatsen: .*15\.30 uur$/);
    const asked = await dialog('Overleg verplaatsen');
    const submit = () => app.user.click(asked.getByRole('button', { name: 'Verplaatsen' }));
    await submit();
    expect(asked.getByText('Kies een nieuwe dag.')).toBeVisible();
    expect(asked.getByText('Schrijf erbij waarom.')).toBeVisible();
    const day = asked.getByLabelText('Nieuwe dag');
    expect(day).toHaveAccessibleDescription('Kies een nieuwe dag.');
    await app.user.type(day, app.in(-1));
    expect(asked.getByText('Deze dag is al voorbij. Kies een latere dag.')).toBeVisible();
    await app.user.clear(day);
    await app.user.type(day, app.in(3));
    expect(asked.getByText('Dit is dezelfde dag, tijd en plaats. Kies iets anders.')).toBeVisible();
    await app.user.type(asked.getByRole('textbox', { name: 'Waarom?' }), 'Moeder moet werken');
    await submit();
    expect(app.conferences()).toHaveLength(1);
    await app.user.clear(day);
    await app.user.type(day, app.in(10));
    await submit();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.conferences()).toMatchObject([
      { state: 'moved', stateReason: 'Moeder moet werken' },
      { day: app.in(10), at: '15:30', place: 'De Regenboog', state: 'planned' },
    ]);
    const meetings = within(screen.getByRole('region', { name: 'Overleg en evaluatie' }));
    const [moved, next] = meetings.getAllByRole('listitem') as [HTMLElement, HTMLElement];
    expect(moved).toHaveTextContent(/Verplaatst.*Verplaatst naar .*15\.30 uur.*Reden: Moeder moet werken/);
    expect(within(moved).queryByRole('button')).toBeNull();
    expect(within(next).getByRole('button', { name: /^Verplaatsen: / })).toBeVisible();
  });

  it('moves on its own day to another place, and the case says where', async () => {
    const app = await plan((address) => address);
    await press(app, /^Verplaatsen: /);
    const asked = await dialog('Overleg verplaatsen');
    await app.user.type(asked.getByLabelText('Nieuwe dag'), app.in(3));
    const place = asked.getByRole('textbox', { name: 'Waar?' });
    expect(place).toHaveValue('De Regenboog');
    await app.user.clear(place);
    await app.user.type(place, 'Bij oma thuis');
    await app.user.type(asked.getByRole('textbox', { name: 'Waarom?' }), 'Rustiger');
    await app.user.click(asked.getByRole('button', { name: 'Verplaatsen' }));
    await waitFor(() => expect(app.conferences()[1]).toMatchObject({ day: app.in(3), at: '15:30', place: 'Bij oma thuis' }));
    expect(await screen.findByText(/^Verplaatst naar .*15\.30 uur, Bij oma thuis/)).toBeVisible();
  });

  it('that moved can be put back, and the case says both', async () => {
    const app = await plan((address) => address);
    await move(app, app.in(10), 'Ziek');
    await press(app, 'Ongedaan maken');
    await waitFor(() => expect(app.conferences()).toMatchObject([{ day: app.in(3), stateReason: '' }]));
    expect(screen.queryByText(/Verplaatst naar/)).toBeNull();
  });

  it('is called off with a reason, from its lobby; that can be taken back', async () => {
    const app = await plan((_, lobby) => lobby);
    await press(app, /^Niet laten doorgaan: /);
    const asked = await dialog('Overleg niet laten doorgaan');
    expect(asked.queryByLabelText('Nieuwe dag')).toBeNull();
    await app.user.click(asked.getByRole('button', { name: 'Niet laten doorgaan' }));
    expect(asked.getByText('Schrijf erbij waarom.')).toBeVisible();
    await app.user.type(asked.getByRole('textbox', { name: 'Waarom?' }), 'Het gaat beter thuis');
    await app.user.click(asked.getByRole('button', { name: 'Niet laten doorgaan' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Dit overleg gaat niet door' })).toBeVisible();
    expect(screen.getByText('Het gaat beter thuis')).toBeVisible();
    await press(app, 'Ongedaan maken');
    expect(await screen.findByRole('button', { name: 'Overleg beginnen' })).toBeVisible();
  });

  it('leads from its old page to the new one', async () => {
    const app = await plan((_, lobby) => lobby);
    await move(app, app.in(10), 'Ziek');
    expect(await screen.findByRole('heading', { level: 1, name: 'Dit overleg is verplaatst' })).toBeVisible();
    await app.user.click(screen.getByRole('link', { name: 'Naar het nieuwe overleg' }));
    expect(await screen.findByRole('button', { name: 'Overleg beginnen' })).toBeVisible();
    expect(app.router.state.location.pathname).toContain(app.conferences()[1]!.id);
  });

  it('moves from the list of all meetings, where it can be taken back too', async () => {
    const app = await plan(() => '/conferences');
    await move(app, app.in(10), 'Ziek');
    const past = (await screen.findByRole('heading', { level: 2, name: 'Geweest of niet doorgegaan' })).parentElement!;
    expect(past).toHaveTextContent('Verplaatst');
    expect(app.conferences()[1]).toMatchObject({ day: app.in(10) });
    await press(app, 'Ongedaan maken');
    await waitFor(() => expect(screen.queryByRole('heading', { level: 2, name: 'Geweest of niet doorgegaan' })).toBeNull());
    // Asked again, of the same case and the same conference.
    await press(app, /^Niet laten doorgaan: Overleg gezin Berg, /);
    expect(await screen.findByRole('dialog', { name: 'Overleg niet laten doorgaan' })).toBeVisible();
  });

  it('is told with its reason and its new day among what changed', async () => {
    const app = await plan((address) => address);
    await move(app, '2099-03-16' as CivilDate, 'Ziek');
    await waitFor(() => expect(app.conferences()).toHaveLength(2));
    await press(app, /^Niet laten doorgaan: /);
    const asked = await dialog('Overleg niet laten doorgaan');
    await app.user.type(asked.getByRole('textbox', { name: 'Waarom?' }), 'Toch niet nodig');
    await app.user.click(asked.getByRole('button', { name: 'Niet laten doorgaan' }));
    await waitFor(() => expect(app.conferences()[1]).toMatchObject({ state: 'cancelled' }));
    await app.goTo(`${app.address}/timeline`);
    const movedItem = (await screen.findByText(/^Anouk Visser verplaatste het overleg van /)).parentElement!;
    expect(movedItem).toHaveTextContent('Reden: Ziek');
    expect(movedItem).toHaveTextContent('Verplaatst naar 16 maart 2099');
    const calledOff = screen.getByText('Anouk Visser liet het overleg van 16 maart 2099 niet doorgaan.').parentElement!;
    expect(calledOff).toHaveTextContent('Reden: Toch niet nodig');
  });

  it('moved away and back to its day, is found from the notice on the page', async () => {
    const app = await plan((address) => address);
    await move(app, app.in(10), 'Ziek');
    await waitFor(() => expect(app.conferences()).toHaveLength(2));
    await move(app, app.in(3), 'Toch beter');
    await waitFor(() => expect(app.conferences()).toHaveLength(3));
    const planned = app.conferences().find(({ state }) => state === 'planned')!;
    const links = screen.getAllByRole('link', { name: 'Overleg openen' }).map((link) => link.getAttribute('href'));
    expect(links).toHaveLength(2);
    expect(new Set(links)).toEqual(new Set([`${app.address}/conference/${planned.id}`]));
  });
});

describe('whoever may not change meetings', () => {
  const buttons = () => screen.queryByRole('button', { name: /^(Verplaatsen|Niet laten doorgaan|Overleg plannen|Overleg beginnen)/ });

  it('sees no such button on the page of the case', async () => {
    await plan((address) => address, true);
    await screen.findByRole('region', { name: 'Overleg en evaluatie' });
    expect(buttons()).toBeNull();
  });

  it('sees none in the lobby, and reads who begins', async () => {
    await plan((_, lobby) => lobby, true);
    expect(await screen.findByText('Een professional begint het overleg.')).toBeVisible();
    expect(buttons()).toBeNull();
  });

  it('sees none in the list', async () => {
    await plan(() => '/conferences', true);
    await screen.findByRole('heading', { level: 2, name: 'Komt nog' });
    expect(buttons()).toBeNull();
  });
});
