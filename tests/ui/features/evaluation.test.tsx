import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { OpenCase } from '../../../src/application/application.ts';
import type { CaseView } from '../../../src/core/plan/caseView.ts';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { renderApp } from '../../support/renderApp.tsx';

const TODAY = '2026-11-23';

/** The example family on the day of its evaluation, at the given step; also a second hold on its case, to look behind the screen. */
async function atEvaluation(step = '', prepare: (openCase: OpenCase) => Promise<EntityId | void> = async () => {}) {
  const app = await renderApp({ exampleFamily: true });
  const [summary] = app.application.caseload.get().cases;
  const opened = await app.application.openCase(summary!.caseId);
  if (!opened.ok) throw new Error('the example case does not open');
  const openCase = opened.value;
  const evaluation = (await prepare(openCase)) ?? openCase.view.get().evaluations.at(-1)!.id;
  await app.goTo(`/cases/${summary!.caseId}/evaluation/${evaluation}${step && `/${step}`}`);
  return { ...app, openCase, evaluation, view: () => openCase.view.get() };
}

const start = async (openCase: OpenCase) =>
  void (await openCase.change({ type: 'startEvaluation', evaluation: openCase.view.get().evaluations.at(-1)!.id }));
const who = (view: CaseView, name: string): EntityId => view.people.find((person) => person.name === name)!.id;
const goalCard = (name: RegExp) => screen.findByRole('region', { name });
const heading = (name: string) => screen.findByRole('heading', { level: 1, name: new RegExp(`${name.replace('?', '\\?')}$`) });

/** An evaluation that was held before, in which this was said of the first goal. */
const earlierEvaluation = (level: -3 | -2 | 0) => async (openCase: OpenCase) => {
  const view = openCase.view.get();
  const evaluation = view.evaluations.at(-1)!.id;
  const said = (name: string): PlanCommand => ({
    type: 'setAttainment',
    evaluation,
    goal: view.goals[0]!.id,
    by: who(view, name),
    level,
    recordedBy: view.me!.id,
    via: 'spoken',
  });
  await openCase.change({ type: 'set', entity: evaluation, field: 'day', value: '2026-10-20' }, { type: 'startEvaluation', evaluation });
  await openCase.change(
    said('Ewa'),
    { type: 'set', entity: evaluation, field: 'decision', value: 'continue' },
    { type: 'set', entity: evaluation, field: 'nextEvaluation', value: '2026-11-24' },
  );
  await openCase.change({ type: 'finishEvaluation', evaluation });
  await start(openCase);
};

describe('an evaluation', () => {
  it('is told about before it starts, and opens with what was achieved', async () => {
    const { user, view, evaluation } = await atEvaluation();
    expect(await heading('Evaluatie gezin Voorbeeld \\(verzonnen\\)')).toBeVisible();
    expect(screen.getByText('maandag 23 november 2026')).toBeVisible();
    expect(document.title).toBe('Evaluatie · Knooppunt');
    await user.click(screen.getByRole('button', { name: 'Evaluatie beginnen' }));
    expect(await heading('Wat lukte er?')).toBeVisible();
    expect(within(screen.getByRole('region', { name: '5 acties zijn gedaan' })).getByText('Rustige plek inrichten')).toBeVisible();
    expect(view().family.phase).toBe('evaluation');
    expect(view().evaluations.find(({ id }) => id === evaluation)?.state).toBe('running');
  });

  it('is walked from beginning to end, and can be read and taken along afterwards', async () => {
    const { user, view, evaluation } = await atEvaluation('', start);
    await heading('Wat lukte er?');
    await user.type(screen.getByRole('textbox', { name: 'Wat ging er nog meer goed?' }), 'Hij lacht weer');
    await user.click(screen.getByRole('button', { name: 'Verder: doelen' }));

    const first = await goalCard(/^1\. Ik blijf in de klas/);
    const choose = (person: string, level: string) =>
      user.click(within(within(first).getByRole('radiogroup', { name: new RegExp(`^${person}`) })).getByRole('radio', { name: level }));
    await choose('Ewa', 'bereikt');
    await choose('Juf Lotte', 'iets beter');
    await user.click(within(first).getByRole('radio', { name: 'Doorgaan' }));
    await user.click(await within(first).findByRole('button', { name: 'Opmerking van Ewa' }));
    await user.type(within(first).getByRole('textbox', { name: 'Wat zegt Ewa erbij?' }), 'Hij gaat graag');
    await user.click(screen.getByRole('button', { name: 'Verder: afspraken' }));

    await heading('Zijn de afspraken nagekomen?');
    await user.click(screen.getByRole('button', { name: '6 meldingen overnemen' }));
    const watching = screen.getByRole('article', { name: 'Twee keer meekijken in de klas' });
    await waitFor(() => expect(within(watching).getByRole('radio', { name: 'Niet gedaan' })).toBeChecked());
    await user.click(within(watching).getByRole('radio', { name: 'Voor een deel' }));
    expect(await within(watching).findByRole('textbox', { name: 'Waarom niet, of niet helemaal?' })).toHaveValue(
      'Eén keer gekomen, daarna ziek',
    );
    await user.click(screen.getByRole('button', { name: 'Verder: ervaring' }));

    const mother = within(await screen.findByRole('radiogroup', { name: 'Cijfer van Ewa' }));
    await user.click(mother.getByRole('radio', { name: '8' }));
    await user.type(await screen.findByRole('textbox', { name: 'In de woorden van Ewa' }), 'Ik wist wie ik kon bellen');
    await user.type(screen.getByRole('textbox', { name: 'Wat werkte?' }), 'De pictokaart');
    await user.click(screen.getByRole('button', { name: 'Verder: besluit' }));

    await heading('Hoe gaan jullie verder?');
    await user.click(screen.getByRole('radio', { name: 'Bijstellen' }));
    await user.type(screen.getByRole('textbox', { name: 'Waarom besluiten jullie dit?' }), 'De ochtend blijft moeilijk');
    await user.type(screen.getByLabelText('Datum'), '2027-01-28');
    await user.click(screen.getByRole('button', { name: 'Evaluatie afronden' }));

    expect(await screen.findByText('Deze evaluatie is klaar')).toBeVisible();
    expect(screen.getByText(/Hij gaat graag/)).toBeVisible();
    expect(screen.getByText(/een 8 “Ik wist wie ik kon bellen”/)).toBeVisible();
    expect(screen.getByText('Volgende evaluatie: donderdag 28 januari 2027')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Afdrukken' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Zet in je agenda' })).toBeVisible();
    expect(view().evaluations.find(({ id }) => id === evaluation)).toMatchObject({
      state: 'finished',
      achieved: 'Hij lacht weer',
      worked: 'De pictokaart',
      decision: 'adjust',
    });
    expect(view().evaluations.at(-1)).toMatchObject({ day: '2027-01-28', state: 'planned' });
    expect(view().family.phase).toBe('carryingOut');
  }, 90_000);

  it('goes on at the first step that nobody called done, and steps can be called not done again', async () => {
    const { user, view } = await atEvaluation('', async (openCase) => {
      await start(openCase);
      const entity = openCase.view.get().evaluations.at(-1)!.id;
      await openCase.change({ type: 'set', entity, field: 'stepsDone', value: ['achieved', 'goals', 'experience'] });
    });
    expect(await heading('Zijn de afspraken nagekomen?')).toBeVisible();
    const steps = screen.getByRole('navigation', { name: 'Stappen van de evaluatie' });
    await user.click(within(steps).getByRole('link', { name: /Ervaring/ }));
    await heading('Hoe kijkt iedereen terug?');
    await user.click(screen.getByRole('button', { name: 'Toch nog niet klaar' }));
    await waitFor(() => expect(view().evaluations.at(-1)!.stepsDone).toEqual(['achieved', 'goals']));
  });

  it('says so when the address names an evaluation that is not there', async () => {
    const { goTo, openCase } = await atEvaluation();
    await goTo(`/cases/${openCase.caseId}/evaluation/evaluation.x.y`);
    expect(await heading('Deze evaluatie is er niet')).toBeVisible();
  });
});

describe('what is said of a goal', () => {
  it('stands apart for the family and the professionals, in words, and says who wrote it down', async () => {
    const { user, view } = await atEvaluation('goals', start);
    const first = await goalCard(/^1\. Ik blijf in de klas/);
    const [family, professionals] = [
      within(first).getByRole('region', { name: 'Gezin' }),
      within(first).getByRole('region', { name: 'School en hulp' }),
    ];
    expect(within(family).queryByRole('radiogroup', { name: /Juf Lotte/ })).not.toBeInTheDocument();
    expect(within(professionals).queryByRole('radiogroup', { name: /Ewa/ })).not.toBeInTheDocument();
    await user.click(within(within(family).getByRole('radiogroup', { name: /Ewa/ })).getByRole('radio', { name: 'bereikt' }));
    expect(await within(family).findByText('gezegd aan tafel, opgeschreven door Anouk Visser')).toBeVisible();
    await user.click(within(within(professionals).getByRole('radiogroup', { name: /Anouk/ })).getByRole('radio', { name: 'veel meer' }));
    expect(await within(professionals).findByText('zelf, op een eigen apparaat')).toBeVisible();
    expect(view().attainments.map(({ side, level, via }) => ({ side, level, via }))).toEqual(
      expect.arrayContaining([
        { side: 'family', level: 0, via: 'spoken' },
        { side: 'professionals', level: 2, via: 'own' },
      ]),
    );
    expect(first.textContent).not.toMatch(/-[123]/);
  });

  it('keeps a remark that was being typed when another level is chosen, and can be on paper', async () => {
    const { user, view } = await atEvaluation('goals', start);
    const first = await goalCard(/^1\. Ik blijf in de klas/);
    const mother = within(within(first).getByRole('radiogroup', { name: /Ewa/ }));
    await user.click(mother.getByRole('radio', { name: 'iets beter' }));
    await user.click(await within(first).findByRole('button', { name: 'Opmerking van Ewa' }));
    await user.type(within(first).getByRole('textbox', { name: 'Wat zegt Ewa erbij?' }), 'Vooral op vrijdag');
    await user.click(mother.getByRole('radio', { name: 'bereikt' }));
    await user.click(within(first).getByRole('radio', { name: 'op papier' }));
    await waitFor(() => expect(view().attainments[0]).toMatchObject({ level: 0, remark: 'Vooral op vrijdag', via: 'paper' }));
    await user.click(within(first).getByRole('button', { name: 'Toch niets gezegd' }));
    await waitFor(() => expect(view().attainments[0]).toMatchObject({ level: null, notStarted: false }));
  });

  it('can be said by someone who was not asked, and can be not begun', async () => {
    const { user, view } = await atEvaluation('goals', start);
    const second = await goalCard(/^2\. Rustige ochtend/);
    const professionals = within(second).getByRole('region', { name: 'School en hulp' });
    await user.selectOptions(within(professionals).getByRole('combobox', { name: 'Nog iemand…' }), 'Karim');
    await user.click(
      within(within(professionals).getByRole('radiogroup', { name: /Karim/ })).getByRole('radio', { name: 'nog niet begonnen' }),
    );
    await waitFor(() => expect(view().attainments[0]).toMatchObject({ by: who(view(), 'Karim'), level: null, notStarted: true }));
  });

  it('is drawn over time, with a table that says the same', async () => {
    await atEvaluation('goals', earlierEvaluation(0));
    const first = await goalCard(/^1\. Ik blijf in de klas/);
    expect(within(first).getByRole('img', { name: /Grafiek: hoe het doel “Ik blijf in de klas/ })).toBeVisible();
    const rows = within(within(first).getByRole('table', { name: 'Hoe het liep' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'WanneerGezinSchool en hulp',
      '21 september 2026zoals het waszoals het was',
      '20 oktober 2026Ewa: bereiktniets gezegd',
    ]);
  });

  it('proposes to scale up when it stood still twice', async () => {
    const { user } = await atEvaluation('goals', earlierEvaluation(-2));
    const first = await goalCard(/^1\. Ik blijf in de klas/);
    expect(within(first).queryByText('Dit doel staat twee keer stil')).not.toBeInTheDocument();
    await user.click(within(within(first).getByRole('radiogroup', { name: /Bart/ })).getByRole('radio', { name: 'slechter' }));
    expect(await within(first).findByText('Dit doel staat twee keer stil')).toBeVisible();
    await user.click(screen.getByRole('link', { name: /Besluit/ }));
    expect(await screen.findByText('Voorstel: opschalen')).toBeVisible();
  });

  it('can be taken back', async () => {
    const { user, view } = await atEvaluation('goals', start);
    const first = await goalCard(/^1\. Ik blijf in de klas/);
    await user.click(within(first).getByRole('radio', { name: 'Bereikt, klaar' }));
    await waitFor(() => expect(view().goalOutcomes[0]?.outcome).toBe('reached'));
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    await waitFor(() => expect(within(first).getByRole('radio', { name: 'Bereikt, klaar' })).not.toBeChecked());
  });
});

describe('promises', () => {
  it('are counted by whose they were, in a picture and in a table', async () => {
    const { user } = await atEvaluation('actions', start);
    await user.click(await screen.findByRole('button', { name: '6 meldingen overnemen' }));
    const call = screen.getByRole('article', { name: 'Ouders bellen over de evaluatie' });
    await user.click(within(call).getByRole('radio', { name: 'Niet gedaan' }));
    await user.type(await within(call).findByRole('textbox', { name: 'Waarom niet, of niet helemaal?' }), 'Vergeten');
    expect(screen.getByRole('img', { name: /Grafiek: afspraken nagekomen/ })).toBeVisible();
    const rows = within(screen.getByRole('table', { name: 'Aantal afspraken' })).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'Van wieGedaanVoor een deelNiet gedaan',
      'Gezin en netwerk200',
      'Samen100',
      'School en hulp202',
    ]);
  });
});

describe('finishing', () => {
  it('is refused without a decision, a reason and a date, with the focus on what is missing', async () => {
    const { user, view } = await atEvaluation('decision', start);
    await user.click(await screen.findByRole('button', { name: 'Evaluatie afronden' }));
    const summary = (await screen.findByText('Er klopt iets niet')).closest('div');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('Kies eerst hoe jullie verdergaan.');
    expect(summary).toHaveTextContent('Schrijf op waarom jullie dit besluiten.');
    expect(summary).toHaveTextContent('Kies een datum voor de volgende evaluatie.');
    expect(view().evaluations.at(-1)!.state).toBe('running');
  });

  it('is refused with a date that is not later', async () => {
    const { user, view } = await atEvaluation('decision', start);
    await user.click(await screen.findByRole('radio', { name: 'Doorgaan' }));
    await user.type(screen.getByRole('textbox', { name: 'Waarom besluiten jullie dit?' }), 'Het helpt');
    await user.type(screen.getByLabelText('Datum'), TODAY);
    await user.click(screen.getByRole('button', { name: 'Evaluatie afronden' }));
    expect(await screen.findByText('De volgende evaluatie is later dan deze. Kies een latere datum.')).toBeVisible();
    expect(view().evaluations.at(-1)!.state).toBe('running');
  });

  it('says what nobody said yet, and where', async () => {
    const { user } = await atEvaluation('decision', start);
    await user.click(await screen.findByRole('link', { name: 'Invullen: Bij 3 doelen zei het gezin nog niets.' }));
    expect(await heading('Zijn de doelen gehaald?')).toBeVisible();
  });

  it('closes the plan with what stays in place and whom to call, without a next date', async () => {
    const { user, view } = await atEvaluation('decision', start);
    await user.click(await screen.findByRole('radio', { name: 'Afsluiten' }));
    await user.type(screen.getByRole('textbox', { name: 'Waarom besluiten jullie dit?' }), 'Het lukt zelf');
    await user.type(await screen.findByRole('textbox', { name: 'Wat blijft er staan?' }), 'Oma brengt op maandag');
    expect(screen.queryByLabelText('Datum')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Plan afdrukken voor het gezin' })).toHaveAttribute(
      'href',
      expect.stringMatching(/print\/full$/),
    );
    await user.click(screen.getByRole('button', { name: 'Afronden en plan afsluiten' }));
    expect(await screen.findByText('Deze evaluatie is klaar. Het plan is afgesloten.')).toBeVisible();
    expect(screen.getByText('Oma brengt op maandag')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Zet in je agenda' })).not.toBeInTheDocument();
    expect(view().family).toMatchObject({ phase: 'closure', leaveBehind: 'Oma brengt op maandag' });
    expect(view().evaluations.filter(({ state }) => state !== 'finished')).toEqual([]);
  });

  it('gives a file for the calendar that names nobody', async () => {
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file');
    const names: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const { user } = await atEvaluation('', async (openCase) => {
      await start(openCase);
      const entity = openCase.view.get().evaluations.at(-1)!.id;
      await openCase.change(
        { type: 'set', entity, field: 'decision', value: 'continue' },
        { type: 'set', entity, field: 'nextEvaluation', value: '2027-01-28' },
      );
      await openCase.change({ type: 'finishEvaluation', evaluation: entity });
      return entity;
    });
    await user.click(await screen.findByRole('button', { name: 'Zet in je agenda' }));
    await waitFor(() => expect(names).toEqual(['evaluatie-2027-01-28.ics']));
    saved.mockRestore();
    click.mockRestore();
  });
});
