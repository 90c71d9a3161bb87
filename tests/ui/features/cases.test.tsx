import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Application, NewFamily } from '../../../src/application/application.ts';
import type { Alarm } from '../../../src/core/plan/caseView.ts';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import type { CaseId, EntityId } from '../../../src/core/shared/ids.ts';
import { addDays, type CivilDate } from '../../../src/core/shared/civilDate.ts';
import { createStore } from '../../../src/application/store.ts';
import { createTestApplication, PASSPHRASE } from '../../support/createTestApplication.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { unconnected } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const child = (name: string, school = ''): NewFamily['children'][number] => ({
  name,
  birthDate: null,
  school,
  schoolGroup: '',
  edexmlKey: '',
  brin: '',
});

async function makeCase(application: Application, name: string, ...commands: readonly PlanCommand[]): Promise<CaseId> {
  const caseId = valueOf(await application.createCase({ name, children: [child(`Kind van ${name}`, 'De Regenboog')] }));
  const openCase = valueOf(await application.openCase(caseId));
  if (commands.length > 0) valueOf(await openCase.change(...commands));
  openCase.close();
  return caseId;
}

const goal: PlanCommand = { type: 'add', kind: 'goal', fields: { statement: 'Rustige ochtend' } };
const conferenceOn = (day: CivilDate): PlanCommand => ({ type: 'add', kind: 'conference', fields: { day, at: '14:00' } });
const inPhase = (value: string): PlanCommand => ({ type: 'set', entity: 'family' as EntityId, field: 'phase', value });

describe('Mijn casussen', () => {
  it('begins with two ways to begin, and where to read on', async () => {
    const { user, router } = await renderApp({ unlocked: true });
    expect(await screen.findByRole('heading', { level: 1, name: 'Mijn casussen' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Uit schoolexport halen' })).toHaveAttribute('href', '/cases/import');
    expect(screen.getByRole('link', { name: 'Lees eerst hoe het werkt' })).toHaveAttribute('href', '/help');
    expect(screen.queryByRole('searchbox')).toBeNull();
    await user.click(screen.getByRole('link', { name: 'Nieuwe casus' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/cases/new'));
  });

  it('shows what is stuck first, heaviest on top, each with the one action that helps', async () => {
    const app = await renderApp({ unlocked: true });
    const { application, clock } = app;
    const today = clock.today() as CivilDate;
    await makeCase(application, 'Beukenlaan', conferenceOn(addDays(today, 2)));
    const lindelaan = await makeCase(application, 'Lindelaan', goal);
    await makeCase(application, 'Wilgenpad');
    const asking = await screen.findByRole('list', { name: 'Wat nu aandacht vraagt' });
    await waitFor(() =>
      expect(
        within(asking)
          .getAllByRole('heading')
          .map(({ textContent }) => textContent),
      ).toEqual(['Gezin Lindelaan', 'Gezin Beukenlaan']),
    );
    expect(screen.getByText('Eén casus loopt vast.')).toBeVisible();
    const [first, second] = within(asking).getAllByRole('listitem');
    expect(within(first!).getByRole('link', { name: 'Regisseur kiezen' })).toHaveAttribute('href', `/cases/${lindelaan}#roles`);
    expect(within(second!).getByRole('link', { name: 'Overleg openen' }).getAttribute('href')).toMatch(/\/conference\//);
    expect(within(screen.getByRole('list', { name: 'Mijn casussen' })).getAllByRole('listitem')).toHaveLength(3);
  });

  it('puts first what the circle stops on, once there is a server, and leads there', async () => {
    const test = await createTestApplication({ unlocked: true });
    const { caseload, clock } = test.application;
    const today = clock.today();
    await makeCase(test.application, 'Beukenlaan', conferenceOn(addDays(today, 2)));
    const lindelaan = await makeCase(test.application, 'Lindelaan');
    await makeCase(test.application, 'Wilgenpad', goal);
    await waitFor(() =>
      expect(
        caseload.get().cases.flatMap(({ alarms }) => alarms.filter(({ type }) => /NoCoordinator|ConferenceComing/.test(type))),
      ).toHaveLength(2),
    );
    const exchange = createStore({ ...unconnected, type: 'upToDate' as const });
    const circle = (type: 'RemovalWaits' | 'OneLead', name: string) => [{ type, name, on: null }] as const;
    const list = createStore({
      loaded: true,
      cases: caseload.get().cases.map((summary) => ({
        ...summary,
        circle: summary.name === 'Lindelaan' ? circle('RemovalWaits', 'Ewa Nowak') : circle('OneLead', 'Anouk Visser'),
      })),
    });
    await renderApp({ test: { ...test, application: { ...test.application, exchange, caseload: list } } });
    const asking = await screen.findByRole('list', { name: 'Wat nu aandacht vraagt' });
    expect(
      within(asking)
        .getAllByRole('heading')
        .map(({ textContent }) => textContent),
    ).toEqual(['Gezin Wilgenpad', 'Gezin Lindelaan', 'Gezin Beukenlaan']);
    expect(screen.getByText('3 casussen lopen vast.')).toBeVisible();
    const [, waiting, alone] = within(asking).getAllByRole('listitem');
    expect(waiting).toHaveTextContent('Er is voorgesteld: Ewa Nowak uit de kring. Een tweede professional moet dat ook vinden.');
    expect(within(waiting!).getByRole('link', { name: 'Kring openen' })).toHaveAttribute('href', `/cases/${lindelaan}/circle`);
    expect(alone).toHaveTextContent('Alleen Anouk Visser kan de kring veranderen. Geef nog iemand die rol.');
    // Also of a case that asks for something else first.
    const row = within(screen.getByRole('list', { name: 'Mijn casussen' }));
    expect(row.getByRole('link', { name: /Eén beheerder van de kring.*Wilgenpad/ })).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it.each<[Alarm, shown: RegExp, to: string]>([
    [{ type: 'RemarksOpen', count: 1, days: 3 }, /Dat wacht 3 dagen\..*Antwoorden/, '#remarks'],
    [{ type: 'PupilVoicesOpen', count: 1, days: 0 }, /Een kind zei iets over een doel.*Naar de doelen/, '#goals'],
    [{ type: 'CompanionsWaiting', count: 1, days: 0 }, /wil iemand meenemen en wacht op antwoord.*Bekijken/, '/circle#companions'],
    [{ type: 'ChildrenNotHeard', meeting: 'conference.x.1' as EntityId, people: [] }, /hoe jullie luisterden.*Naar de casus/, ''],
    [{ type: 'FamilyGoalsOpen', count: 2 }, /schreef eigen doelen.*Doelen bekijken/, '#familyGoals'],
    [{ type: 'FamilyDisagrees', people: [] }, /zei nee tegen het plan.*Antwoorden lezen/, '#answers'],
    [{ type: 'ActionsBlocked', count: 2, actions: [] }, /2 acties lukken het gezin niet.*Acties bekijken/, '#actions'],
    [{ type: 'FamilyGoalTwice', familyGoal: 'familyGoal.x.1' as EntityId }, /namen hetzelfde doel over.*Naar de doelen/, '#goals'],
  ])('says what a family waits for, and leads there: %j', async (alarm, shown, to) => {
    const test = await createTestApplication({ unlocked: true });
    const caseId = await makeCase(test.application, 'Lindelaan');
    await waitFor(() => expect(test.application.caseload.get().cases).toHaveLength(1));
    const cases = test.application.caseload.get().cases.map((summary) => ({ ...summary, alarms: [alarm] }));
    await renderApp({ test: { ...test, application: { ...test.application, caseload: createStore({ loaded: true, cases }) } } });
    const [card] = within(await screen.findByRole('list', { name: 'Wat nu aandacht vraagt' })).getAllByRole('listitem');
    expect(card!.textContent).toMatch(shown);
    expect(within(card!).getAllByRole('link')[0]).toHaveAttribute('href', `/cases/${caseId}${to}`);
  });

  it('asks a lead to look at a closed case whose time is over, and leads to destroying it; the case says it too', async () => {
    const test = await createTestApplication({ unlocked: true });
    const bos = await makeCase(test.application, 'Bos', inPhase('closure'));
    await waitFor(() => expect(test.application.caseload.get().cases[0]!.retention).not.toBeNull());
    await test.application.lock('asked');
    const { goTo } = await renderApp({ test, path: '/cases' });
    test.clock.advance(731 * 86_400_000);
    await act(async () => void (await test.application.unlock(PASSPHRASE)));
    const asking = within(await screen.findByRole('list', { name: 'Wat nu aandacht vraagt' }));
    expect(asking.getByText('Bewaartermijn voorbij')).toBeVisible();
    expect(asking.getByText(/^Deze casus is afgesloten\. De bewaartermijn was voorbij op/)).toBeVisible();
    expect(asking.getByRole('link', { name: 'Naar vernietigen' })).toHaveAttribute('href', `/cases/${bos}/destroy`);
    await goTo(`/cases/${bos}`);
    expect(await screen.findByText(/^De bewaartermijn was voorbij op/)).toBeVisible();
    expect(screen.getByText(/^Waarom: Richtlijn leerlingdossier/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Naar vernietigen' })).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says until when a closed case is kept', async () => {
    const { application, goTo } = await renderApp({ unlocked: true });
    const bos = await makeCase(application, 'Bos', inPhase('closure'));
    await goTo(`/cases/${bos}`);
    expect(await screen.findByText(/^Deze casus is afgesloten en blijft bewaard tot/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Naar vernietigen' })).toBeNull();
  });

  it('says nothing of being alone while nobody can be asked in', async () => {
    const { application } = await renderApp({ unlocked: true });
    await makeCase(application, 'Lindelaan');
    expect(await screen.findByText('Geen casus loopt vast.')).toBeVisible();
    expect(application.caseload.get().cases[0]!.circle.map(({ type }) => type)).toEqual(['NoContinuity', 'OneLead']);
    expect(screen.queryByText(/beheerder|professional/)).toBeNull();
  });

  it('finds by name or school, filters by phase, and says how many', async () => {
    const { user, application } = await renderApp({ unlocked: true });
    await makeCase(application, 'Beukenlaan', inPhase('carryingOut'));
    await makeCase(application, 'Lindelaan', inPhase('carryingOut'));
    await makeCase(application, 'Wilgenpad');
    const rows = async () => within(await screen.findByRole('list', { name: 'Mijn casussen' })).queryAllByRole('listitem');
    const phases = await screen.findByRole('group', { name: 'Fase' });
    await user.click(within(phases).getByRole('button', { name: 'Uitvoering 2' }));
    expect(within(phases).getByRole('button', { name: 'Uitvoering 2' })).toHaveAttribute('aria-pressed', 'true');
    expect(await rows()).toHaveLength(2);
    await user.type(screen.getByRole('searchbox', { name: 'Zoek op naam of school' }), 'regenboog linde');
    expect(await screen.findByText('Eén casus gevonden.')).toBeVisible();
    expect(await rows()).toHaveLength(1);
    await user.type(screen.getByRole('searchbox'), 'xyz');
    expect(await screen.findByText('Geen casus gevonden.')).toBeVisible();
    await user.clear(screen.getByRole('searchbox'));
    await user.click(within(phases).getByRole('button', { name: 'Alle 3' }));
    expect(await rows()).toHaveLength(3);
  });

  it('says of the example family who, which phase, what was kept and who coordinates', async () => {
    await renderApp({ exampleFamily: true });
    const row = within(await screen.findByRole('list', { name: 'Mijn casussen' })).getByRole('listitem');
    // The list follows just behind what was saved.
    await within(row).findByText('Uitvoering');
    for (const words of ['Milan (8 jaar), Zosia (4 jaar)', '5 van 7 afspraken gedaan, 1 te laat', 'vervanger: Karim'])
      expect(row).toHaveTextContent(words);
  });
});

describe('a new case by hand', () => {
  it('needs a name only; pressing twice makes one case', async () => {
    const { user, application, router } = await renderApp({ unlocked: true, path: '/cases/new' });
    await user.click(await screen.findByRole('button', { name: 'Casus maken' }));
    expect(screen.getByRole('textbox', { name: 'Naam van het gezin' })).toBeInvalid();
    expect(application.caseload.get().cases).toHaveLength(0);
    await user.type(screen.getByRole('textbox', { name: 'Naam van het gezin' }), 'Lindelaan');
    await user.dblClick(screen.getByRole('button', { name: 'Casus maken' }));
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/cases\/(?!new)/));
    expect(application.caseload.get().cases).toMatchObject([{ name: 'Lindelaan', children: [] }]);
  });

  it('keeps nothing of a child without a name in silence: it asks', async () => {
    const { user, application } = await renderApp({ unlocked: true, path: '/cases/new' });
    await user.type(await screen.findByRole('textbox', { name: 'Naam van het gezin' }), 'Lindelaan');
    await user.type(screen.getByRole('textbox', { name: 'Groep of klas' }), 'groep 5');
    await user.click(screen.getByRole('button', { name: 'Casus maken' }));
    expect(screen.getByRole('textbox', { name: 'Naam van het kind' })).toBeInvalid();
    await user.type(screen.getByRole('textbox', { name: 'Naam van het kind' }), 'Sam');
    await user.click(screen.getByRole('button', { name: 'Casus maken' }));
    await waitFor(() => expect(application.caseload.get().cases).toMatchObject([{ children: [{ name: 'Sam', schoolGroup: 'groep 5' }] }]));
  });
});
