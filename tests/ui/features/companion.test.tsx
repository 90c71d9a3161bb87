import { act, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CircleView } from '../../../src/application/application.ts';
import { createStore } from '../../../src/application/store.ts';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import { addDays, addMonths, type CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { ApplicationProvider, OpenCaseProvider } from '../../../src/ui/components/applicationContext.tsx';
import { CompanionCard } from '../../../src/ui/features/myPlan/companion/CompanionCard.tsx';
import { loadTexts } from '../../../src/ui/i18n/catalogue.ts';
import { TextsProvider } from '../../../src/ui/i18n/TextsProvider.tsx';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { circlePerson, invitation, MEMBERS, unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const CARD = 'Wilt u iemand meenemen?';
const region = (name: string) => within(screen.getByRole('region', { name }));

/** The example family on one device, which stands for whoever is named; Ewa asked for Farida when `asks` says so. */
async function setup(asks: Partial<Extract<PlanCommand, { type: 'proposeCompanion' }>> | null = null) {
  const test = await withFakeCircle({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open = valueOf(await test.application.openCase(caseId));
  await open.whole();
  const view = () => open.view.get();
  const today = test.clock.today() as CivilDate;
  const change = async (...commands: readonly PlanCommand[]) => valueOf(await open.change(...commands)).added;
  const become = async (name: string) => {
    const { me, people } = view();
    const person = people.find((one) => one.name === name)!;
    const set = (entity: EntityId, value: string) => ({ type: 'set', entity, field: 'member', value }) as const;
    if (me!.id !== person.id) await change(set(person.id, me!.member), set(me!.id, ''));
  };
  const ask = async (fields: typeof asks) => {
    await become('Ewa');
    const asked = {
      what: 'interpreter',
      name: 'Farida',
      why: 'Het gaat mij te snel',
      meeting: null,
      phone: '06-12345678',
      person: null,
    } as const;
    const [id] = await change({ type: 'proposeCompanion', ...asked, until: addDays(today, 20), ...fields });
    await become('Anouk Visser');
    return id!;
  };
  const confirm = (companion: EntityId, person: EntityId | null = null) =>
    change({ type: 'confirmCompanion', companion, person, name: 'Farida', relation: 'tolk van moeder', until: addDays(today, 20) });
  const companion = asks ? await ask(asks) : null;
  test.fake.exchange.set({ ...unconnected, type: 'upToDate' });
  const show = async (where = '') => {
    const app = await renderApp({ test, path: `/cases/${caseId}${where}` });
    await screen.findByRole('heading', { level: 1 });
    return app;
  };
  const circle = (changed: Partial<CircleView>) => test.fake.view.set({ ...test.fake.view.get(), ...changed });
  return {
    caseId,
    open,
    view,
    today,
    change,
    become,
    ask,
    confirm,
    companion: companion as EntityId,
    show,
    circle,
    fake: test.fake,
    application: test.application,
  };
}

describe('whom a parent wants beside them', () => {
  it('is asked for with a day that fits, checked, waits, and can be taken back and asked again', async () => {
    const { become, show, view, today } = await setup();
    await become('Ewa');
    const { user } = await show();
    const card = region(CARD);
    await user.click(card.getByRole('button', { name: 'Iemand meenemen' }));
    await user.click(card.getByRole('button', { name: 'Aan het team vragen' }));
    expect(card.getByText('Kies wie dit is.')).toBeVisible();
    expect(card.getByText('Schrijf de naam op.')).toBeVisible();
    const day = card.getByLabelText('Tot welke dag?');
    expect(day).toHaveValue(addMonths(today, 3));
    await user.click(card.getByRole('radio', { name: 'Tolk' }));
    const [meeting] = view().evaluations.filter(({ state }) => state === 'planned');
    expect(day).toHaveValue(addDays(meeting!.day!, 1));
    await user.type(card.getByRole('textbox', { name: 'Naam' }), 'Farida');
    await user.clear(day);
    await user.type(day, today);
    await user.click(card.getByRole('button', { name: 'Aan het team vragen' }));
    expect(card.getByText('Kies een dag na vandaag, hoogstens een jaar verder.')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.clear(day);
    await user.type(day, addDays(today, 20));
    await user.click(card.getByRole('button', { name: 'Aan het team vragen' }));
    expect(await card.findByText(/^Wacht op het team/)).toBeVisible();
    expect(view().companions).toMatchObject([
      { name: 'Farida', what: 'interpreter', evaluation: meeting!.id, until: addDays(today, 20), by: view().me!.id, state: 'waiting' },
    ]);
    await user.click(card.getByRole('button', { name: 'Toch niet meenemen: Farida' }));
    await waitFor(() => expect(view().companions).toMatchObject([{ state: 'withdrawn' }]));
    expect(await card.findByText('Ingetrokken')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    expect(await card.findByText(/^Wacht op het team/)).toBeVisible();
  });

  it('may come, with how they come in; for longer is asked of the team as well', async () => {
    const { companion, confirm, become, show, view, today } = await setup({});
    await confirm(companion);
    await become('Ewa');
    const { user } = await show();
    const card = region(CARD);
    expect(card.getByText(/^Mag meekomen, tot/)).toBeVisible();
    expect(card.getByText('Het team maakt een code of link. Die mag u ook zelf doorgeven aan Farida.')).toBeVisible();
    await user.click(card.getByRole('button', { name: 'Langer nodig: Farida' }));
    expect(card.queryByRole('textbox', { name: 'Naam' })).toBeNull();
    await user.click(card.getByRole('button', { name: 'Aan het team vragen' }));
    await waitFor(() => expect(view().companions).toHaveLength(2));
    expect(view().companions.at(-1)).toMatchObject({ person: view().companions[0]!.who, state: 'waiting' });
    expect(view().companions.at(-1)!.until! > addDays(today, 20)).toBe(true);
    // It stays one card, which waits and is there.
    expect(await card.findByText(/^Wacht op het team/)).toBeVisible();
    expect(card.getAllByRole('heading', { level: 3, name: 'Farida' })).toHaveLength(1);
    expect(card.getByText(/^Mag meekomen, tot/)).toBeVisible();
    expect(card.queryByRole('button', { name: 'Langer nodig: Farida' })).toBeNull();
    await user.click(card.getByRole('button', { name: 'Toch niet meenemen: Farida' }));
    await waitFor(() => expect(view().companions).toMatchObject([{ state: 'withdrawn' }, { state: 'withdrawn' }]));
  });

  it('reads along until a day, and is said to read no more as soon as they are taken out', async () => {
    const { companion, confirm, change, become, show, circle, fake } = await setup({});
    const [person] = await confirm(companion);
    await change({ type: 'set', entity: person!, field: 'member', value: MEMBERS.expert });
    const farida = circlePerson({ member: MEMBERS.expert, name: 'Farida', person: person!, role: 'supporter' });
    circle({ people: [...fake.view.get().people, farida] });
    await become('Ewa');
    await show();
    expect(await region(CARD).findByText(/^Leest mee tot /)).toBeVisible();
    act(() => circle({ people: fake.view.get().people.filter(({ member }) => member !== MEMBERS.expert) }));
    expect(await region(CARD).findByText('Leest niet meer mee')).toBeVisible();
    expect(region(CARD).queryByText(/^Leest mee tot /)).toBeNull();
  });

  it('cannot come, with the reason; and a child below twelve is not asked', async () => {
    const { companion, change, become, show } = await setup({});
    await change({ type: 'declineCompanion', companion, reason: 'Er komt een tolk van ons' });
    await become('Ewa');
    await show();
    expect(region(CARD).getByText(/^Dit kan niet\. .* schrijft waarom:$/)).toBeVisible();
    expect(region(CARD).getByText('Er komt een tolk van ons')).toBeVisible();
    await act(async () => await become('Milan'));
    await screen.findByRole('heading', { level: 1, name: 'Mijn plan' });
    expect(screen.queryByRole('region', { name: 'Wil je iemand meenemen?' })).toBeNull();
  });

  it('reads on their own device for whom and until when they are there, and is asked for no answer', async () => {
    const { companion, confirm, become, show } = await setup({});
    await confirm(companion);
    await become('Farida');
    await show();
    const card = region('Waarom u meedoet');
    expect(card.getByText(/^U bent hier als tolk voor/)).toBeVisible();
    expect(card.getByText('Het gezin beslist zelf. U antwoordt nooit in naam van het gezin.')).toBeVisible();
    expect(card.getByText(/^U leest mee tot/)).toBeVisible();
    for (const asked of ['Bent u het eens met dit plan?', 'Ons eigen plan', CARD, 'Wat wilt u zeggen in het gesprek?'])
      expect(screen.queryByRole('region', { name: asked })).toBeNull();
    expect(region('Wat is er gezegd?')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Kopie van alles' })).toBeNull();
    expect(await findAxeViolations()).toEqual([]);
  });
});

describe('whom somebody else of the family asked for', () => {
  it('cannot come: only who asked reads why', async () => {
    const { companion, change, become, open, view, application } = await setup({});
    await change({ type: 'declineCompanion', companion, reason: 'Er komt een tolk van ons' });
    await become('Bart');
    const companions = view().companions.map((one) => ({ ...one, author: MEMBERS.mother }));
    await loadTexts(['myPlan', 'shell', 'terms']);
    render(
      <ApplicationProvider application={application}>
        <TextsProvider>
          <OpenCaseProvider openCase={{ ...open, view: createStore({ ...view(), companions }) }}>
            <CompanionCard />
          </OpenCaseProvider>
        </TextsProvider>
      </ApplicationProvider>,
    );
    expect(region(CARD).getByText('Dit kan niet')).toBeVisible();
    expect(region(CARD).queryByText('Er komt een tolk van ons')).toBeNull();
  });
});

describe('for the team', () => {
  it('waits in sight on the case, and is confirmed with an invitation that is filled in', async () => {
    const { companion, show, view, today, fake } = await setup({});
    const { user, router } = await show();
    expect(screen.getByText('Het gezin wil iemand meenemen')).toBeVisible();
    expect(screen.getByText(/wil Farida meenemen als tolk\.$/)).toBeVisible();
    const banner = screen.getByText('Het gezin wil iemand meenemen').closest<HTMLElement>('[role="status"]')!;
    await user.click(within(banner).getByRole('link', { name: 'Naar de kring' }));
    const section = within(await screen.findByRole('region', { name: 'Het gezin wil iemand meenemen' }));
    expect(section.getByText('Telefoon: 06-12345678')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(section.getByRole('link', { name: 'Farida bevestigen en uitnodigen' }));
    expect(await screen.findByRole('textbox', { name: 'Naam' })).toHaveValue('Farida');
    expect(screen.getByDisplayValue(/^tolk van /)).toBe(screen.getByRole('textbox', { name: 'Wat zijn ze van het gezin?' }));
    expect(screen.queryByRole('radiogroup', { name: 'Welke rol?' })).toBeNull();
    const day = screen.getByLabelText('Tot wanneer?');
    expect(day).toHaveValue(addDays(today, 20));
    await user.clear(day);
    await user.type(day, '2031-01-01');
    await user.click(screen.getByRole('radio', { name: /^Op afstand/ }));
    await user.click(screen.getByRole('button', { name: 'Uitnodiging maken' }));
    expect((await screen.findAllByText('Kies een dag na vandaag, hoogstens een jaar verder.')).length).toBeGreaterThan(0);
    await user.clear(day);
    await user.type(day, addDays(today, 10));
    // Without a connection the yes is written and the invitation is not; asked again, nobody is written twice.
    fake.failWith({ type: 'Offline' });
    await user.click(screen.getByRole('button', { name: 'Uitnodiging maken' }));
    await waitFor(() => expect(view().companions).toMatchObject([{ id: companion, state: 'confirmed', ends: addDays(today, 10) }]));
    fake.failWith(null);
    await user.click(await screen.findByRole('button', { name: 'Uitnodiging maken' }));
    await waitFor(() => expect(router.state.location.pathname).toMatch(/circle$/));
    const person = view().companions[0]!.who;
    expect(fake.asked.at(-1)).toMatchObject({
      verb: 'invite',
      values: [expect.anything(), { role: 'supporter', person, until: addDays(today, 10) }],
    });
    expect(view().network.filter(({ name }) => name === 'Farida')).toHaveLength(1);
  });

  it('is declined with a reason; who does not manage the circle reads who confirms', async () => {
    const { show, view, circle } = await setup({});
    circle({ mayChange: false, myRole: 'professional' });
    const { user } = await show('/circle');
    const section = within(await screen.findByRole('region', { name: 'Het gezin wil iemand meenemen' }));
    expect(section.getByText('Wie de kring beheert, bevestigt dit.')).toBeVisible();
    expect(section.queryByRole('button')).toBeNull();
    act(() => circle({ mayChange: true, myRole: 'lead' }));
    await user.click(section.getByRole('button', { name: 'Dit kan niet: Farida meenemen' }));
    await user.click(section.getByRole('button', { name: 'Doorgeven' }));
    expect(section.getByText('Schrijf op waarom. Het gezin mag dat weten.')).toBeVisible();
    await user.type(section.getByRole('textbox', { name: 'Waarom kan dit niet?' }), 'Er komt een tolk van ons');
    await user.click(section.getByRole('button', { name: 'Doorgeven' }));
    await waitFor(() => expect(view().companions).toMatchObject([{ state: 'declined' }]));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Het gezin wil iemand meenemen' })).toBeNull());
  });

  it('may be somebody of the plan, and stays in sight until they are in', async () => {
    const { change, show, view, companion } = await setup({});
    const [aunt] = await change({ type: 'add', kind: 'person', fields: { name: 'Tante Fatma', part: 'network' } });
    const { user } = await show(`/circle/invite/${companion}`);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Wie nodig je uit?' }), 'Tante Fatma');
    await user.click(screen.getByRole('radio', { name: /^Naast elkaar/ }));
    await user.click(screen.getByRole('button', { name: 'Uitnodiging maken' }));
    const section = within(await screen.findByRole('region', { name: 'Het gezin wil iemand meenemen' }));
    expect(view().companions).toMatchObject([{ who: aunt }]);
    expect(section.getByRole('link', { name: 'Farida uitnodigen' })).toHaveAttribute('href', expect.stringContaining(companion));
    expect(section.getByText(/^Farida mag meedoen tot/)).toBeVisible();
  });

  it('stays longer when the family agrees, or is proposed to be taken out with the reason there', async () => {
    const { companion, confirm, show, view, today, circle, fake, caseId } = await setup({});
    const [person] = await confirm(companion);
    const member = MEMBERS.mother;
    const farida = circlePerson({
      member,
      name: 'Farida',
      person: person!,
      role: 'supporter',
      companion: { id: companion, isWanted: true },
    });
    const people = [...fake.view.get().people, farida];
    circle({ people, alarms: [{ type: 'EndPast', member, on: today }] });
    const { user } = await show('/circle');
    await user.click(await screen.findByRole('button', { name: 'Farida is nog nodig' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Farida is nog nodig' }));
    await user.click(dialog.getByRole('button', { name: 'Nieuwe dag vastleggen' }));
    expect(dialog.getByText('Kies wie van het gezin dit goed vindt.')).toBeVisible();
    await user.click(dialog.getByRole('radio', { name: 'Ewa' }));
    expect(await findAxeViolations()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Nieuwe dag vastleggen' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const ewa = view().people.find(({ name }) => name === 'Ewa')!.id;
    expect(view().companions[0]).toMatchObject({ ends: addMonths(addDays(today, 20), 1), replies: [{}, { agreedBy: ewa, via: 'spoken' }] });

    await user.click(screen.getByRole('button', { name: 'Farida uit de kring halen' }));
    const removing = within(screen.getByRole('alertdialog'));
    expect(removing.getByRole('textbox', { name: 'Waarom?' })).toHaveValue('De afgesproken tijd is voorbij.');
    await user.click(removing.getByRole('button', { name: 'Voorstellen' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'proposeRemoval', values: [caseId, member, 'De afgesproken tijd is voorbij.'] });
    act(() => circle({ proposals: [{ member, reason: 'Voorbij', by: [MEMBERS.me], mayISecond: false }] }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Farida uit de kring halen' })).toBeNull());
  });

  it('stays longer in one tap when the family asked for it', async () => {
    const { companion, confirm, ask, show, view, today, circle, fake } = await setup({});
    const [person] = await confirm(companion);
    const longer = await ask({ person: person!, until: addDays(today, 60) });
    const farida = circlePerson({ member: MEMBERS.mother, name: 'Farida', person: person!, role: 'supporter' });
    circle({ people: [...fake.view.get().people, farida] });
    const { user } = await show('/circle');
    const section = within(await screen.findByRole('region', { name: 'Het gezin wil iemand meenemen' }));
    expect(section.getByRole('heading', { name: /wil dat Farida langer meedoet/ })).toBeVisible();
    await user.click(section.getByRole('button', { name: /^Ja, tot/ }));
    await waitFor(() => expect(view().companions.find(({ id }) => id === longer)).toMatchObject({ state: 'confirmed' }));
    expect(view().network.find(({ id }) => id === person)).toMatchObject({ until: addDays(today, 60) });
  });

  it('is not wanted any more: that is an alarm, and an invitation that is open says so', async () => {
    const { companion, confirm, change, become, show, circle, fake } = await setup({});
    const [person] = await confirm(companion);
    await become('Ewa');
    await change({ type: 'withdrawCompanion', companion });
    await become('Anouk Visser');
    const member = MEMBERS.mother;
    const farida = circlePerson({
      member,
      name: 'Farida',
      person: person!,
      role: 'supporter',
      companion: { id: companion, isWanted: false },
    });
    const asked = { type: 'asked', name: 'Farida', organisation: '', digits: null } as const;
    const { caseId } = fake.view.get();
    fake.invitations.set([invitation({ caseId, person: person!, role: 'supporter', state: asked })]);
    circle({ people: [...fake.view.get().people, farida], alarms: [{ type: 'NotWanted', member }] });
    const { user } = await show('/circle');
    expect(await screen.findByText('Het gezin wil Farida niet meer meenemen')).toBeVisible();
    expect(screen.getByText(/trok dit in\. Stop deze uitnodiging en laat niemand binnen\.$/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Farida uit de kring halen' }));
    expect(screen.getByRole('textbox', { name: 'Waarom?' })).toHaveValue('Het gezin wil dit niet meer.');
  });
});
