import '@testing-library/jest-dom/vitest';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { OpenCase } from '../../../src/application/application.ts';
import type { PlanCommand } from '../../../src/core/plan/planCommand.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { chooseLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { renderApp, type RenderedApp } from '../../support/renderApp.tsx';

interface Printed extends RenderedApp {
  readonly openCase: OpenCase;
  readonly sheet: ReturnType<typeof within>;
}

/** The example family's sheet, after these changes to the plan. */
async function printExample(sheet: string, change: (openCase: OpenCase) => readonly PlanCommand[] = () => []): Promise<Printed> {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const opened = await test.application.openCase(caseId);
  if (!opened.ok) throw new Error('the example family does not open');
  const commands = change(opened.value);
  if (commands.length > 0) expect(await opened.value.change(...commands)).toMatchObject({ ok: true });
  const app = await renderApp({ test, path: `/cases/${caseId}/print/${sheet}` });
  return { ...app, openCase: opened.value, sheet: within((await screen.findAllByRole('article'))[0]!) };
}

const find = (list: readonly { readonly id: EntityId }[], words: string): EntityId =>
  list.find((entity) => (Object.values(entity) as readonly unknown[]).includes(words))!.id;

describe('the plan on one page', () => {
  it('says what the family wants, who to call, who does what, and when the table looks back', async () => {
    const { sheet } = await printExample('onepage');
    expect(sheet.getByRole('heading', { level: 2, name: 'Ons plan' })).toBeVisible();
    expect(sheet.getByText(/Ik wil dat hij weer met plezier naar school gaat/)).toBeVisible();
    expect(sheet.getByRole('heading', { name: 'Onze regisseur: Anouk Visser, intern begeleider' })).toBeVisible();
    expect(sheet.getByText('Op schooldagen van 8.00 tot 16.30 uur')).toBeVisible();
    expect(sheet.getByText('Is Anouk Visser er niet? Dan is er Karim, wijkteam.')).toBeVisible();
    expect(sheet.getByRole('heading', { name: 'Doel 2. Rustige ochtend (doel van Ewa)' })).toBeVisible();
    expect(sheet.getByText(/Twee keer meekijken in de klas, voor 7 december 2026/)).toBeVisible();
    expect(sheet.getByText('maandag 23 november 2026')).toBeVisible();
    expect(sheet.getByText('Wij bellen moeder pas na 15.00 uur')).toBeVisible();
  });

  it('tells how an answer was given, so that a written down answer never looks like an own one', async () => {
    const { sheet } = await printExample('onepage');
    const answers = within(sheet.getByRole('heading', { name: 'Akkoord' }).closest('section')!);
    const answer = answers.getByText('Bart').closest('li');
    expect(answer).toHaveTextContent('Bart: akkoord met opmerking “Ook mijn weekend telt.” (gezegd aan tafel)');
  });

  it('lists what has no place in the grid, so that nothing agreed is left off', async () => {
    const { sheet } = await printExample('onepage', () => [
      { type: 'add', kind: 'action', fields: { what: 'Naar de huisarts', domain: 'health' } },
    ]);
    const also = within(sheet.getByRole('heading', { name: 'Ook afgesproken' }).closest('section')!);
    expect(also.getByText(/Naar de huisarts/)).toHaveTextContent('nog niemand: Naar de huisarts');
  });

  it('says so when nobody coordinates', async () => {
    const { sheet } = await printExample('onepage', ({ view }) => [
      { type: 'handOverCoordinator', turn: view.get().coordinator!.id, to: null, reason: 'Andere baan' },
    ]);
    expect(sheet.getByText('Er is nog geen regisseur. Dat is degene die het plan bewaakt.')).toBeVisible();
  });

  it('leaves out a stopped goal with its actions, and private telephone numbers', async () => {
    const { sheet } = await printExample('onepage', ({ view }) => [
      { type: 'set', entity: find(view.get().goals, 'Spanning herkennen en zeggen'), field: 'state', value: 'dropped' },
    ]);
    expect(sheet.queryByText(/Spanning herkennen en zeggen/)).toBeNull();
    expect(sheet.queryByText(/Voetbal blijft/)).toBeNull();
    expect(sheet.queryByText(/06 0000000/)).toBeNull();
  });

  it('shows the number of a coordinator from the family, who said yes to being called', async () => {
    const { openCase } = await printExample('onepage', ({ view }) => [
      { type: 'handOverCoordinator', turn: view.get().coordinator!.id, to: find(view.get().people, 'Ewa'), reason: 'Moeder wil dit zelf' },
    ]);
    const turn = openCase.view.get().coordinatorTurns.find(({ acceptedAt }) => acceptedAt === null)!;
    const { me } = openCase.view.get();
    const accepted = { via: 'spoken', recordedBy: me!.id, cover: null, reachability: 'Na 15.00 uur' } as const;
    await openCase.change({ type: 'acceptCoordinator', turn: turn.id, ...accepted });
    expect(await screen.findByText('Bel 06 00000001.')).toBeVisible();
  });
});

describe('what a child said of a goal', () => {
  it.each([
    ['onepage', 1],
    ['full', 2],
  ])('stands below it with how it was said and what the team answered: %s', async (name, times) => {
    const says = ({ view }: OpenCase, text: string) => {
      const { goals, children, me } = view.get();
      return { type: 'sayOfGoal', goal: goals[0]!.id, by: children[0]!.id, text, via: 'spoken', recordedBy: me!.id } as const;
    };
    const { sheet, openCase } = await printExample(name, (opened) => [says(opened, 'De bel is te hard')]);
    // Behind it, in a save of its own.
    await act(async () => void (await openCase.change(says(openCase, 'Nu gaat het beter'))));
    const { children, me, pupilVoices, goals } = openCase.view.get();
    const goal = within(sheet.getByRole('heading', { name: new RegExp(`Doel 1. ${goals[0]!.statement}`) }).closest('li')!);
    const item = goal.getByText('Nu gaat het beter').closest('li')!;
    expect(item).toHaveTextContent(`${children[0]!.name}: “Nu gaat het beter” (gezegd aan tafel, opgeschreven door ${me!.name})`);
    expect(item).toHaveTextContent('Het team geeft nog antwoord.');
    const last = pupilVoices.at(-1)!.id;
    await act(async () => void (await openCase.change({ type: 'answerPupil', pupilVoice: last, text: 'Fijn om te horen' })));
    expect(item).toHaveTextContent(`Antwoord van ${me!.name}: Fijn om te horen`);
    expect(goal.getAllByText(children[0]!.name, { selector: 'strong' })).toHaveLength(times);
  });
});

describe('the whole plan', () => {
  it('has every part under its own heading', async () => {
    const { sheet } = await printExample('full');
    expect(sheet.getAllByRole('heading', { level: 3 }).map((heading: HTMLElement) => heading.textContent)).toEqual([
      'Wie',
      'De vraag',
      'Krachten en zorgen',
      'Doelen',
      'Acties',
      'Rollen',
      'Onze regisseur: Anouk Visser, intern begeleider',
      'Hoe we samenwerken',
      'Akkoord',
      'Gesprekken',
      'Hoe het verdergaat',
    ]);
    expect(
      sheet.getByText('Niet gelukt: Eén keer gekomen, daarna ziek. Verteld door Joris, gezegd aan tafel, opgeschreven door Anouk Visser'),
    ).toBeVisible();
    expect(sheet.queryByText(/06 0000000/)).toBeNull();
  });

  it('tells an evaluation in words, family and professionals apart, without a number for a level', async () => {
    const { sheet } = await printExample('full', ({ view }) => {
      const { goals, people, evaluations, me } = view.get();
      const evaluation = evaluations[0]!.id;
      const [first, morning, tension] = goals.map(({ id }) => id) as [EntityId, EntityId, EntityId];
      const said = { evaluation, recordedBy: me!.id, via: 'spoken' } as const;
      return [
        { type: 'startEvaluation', evaluation },
        { type: 'setAttainment', ...said, goal: first, by: find(people, 'Ewa'), level: 0 },
        { type: 'setAttainment', ...said, goal: first, by: find(people, 'Juf Lotte'), level: -1, remark: 'Op maandag nog niet' },
        { type: 'setAttainment', ...said, goal: morning, by: find(people, 'Ewa'), level: -2 },
        { type: 'setAttainment', ...said, goal: tension, by: find(people, 'Joris'), notStarted: true },
      ];
    });
    const evaluation = within(sheet.getByRole('heading', { name: 'Samen terugkijken op maandag 23 november 2026' }).closest('li')!);
    expect(evaluation.getByText('Ewa: bereikt')).toBeVisible();
    expect(evaluation.getByText('Juf Lotte: iets beter, “Op maandag nog niet”')).toBeVisible();
    expect(evaluation.getByText('Ewa: zoals het was')).toBeVisible();
    expect(evaluation.getByText('Joris: nog niet begonnen')).toBeVisible();
    for (const fact of evaluation.getAllByRole('definition')) expect(fact).not.toHaveTextContent(/\d/);
  });

  it('says that an answer is about an earlier plan once the plan has changed', async () => {
    const { sheet } = await printExample('full', () => [{ type: 'add', kind: 'agreement', fields: { text: 'Wij appen op vrijdag' } }]);
    expect(sheet.getAllByText('over een eerdere versie van het plan')).toHaveLength(4);
  });
});

describe('forms', () => {
  it('begin with those who have not answered, and make a form for each', async () => {
    const { user } = await printExample('answers');
    const whom = within(screen.getByRole('group', { name: 'Voor wie?' }));
    expect(whom.getByRole('checkbox', { name: /Juf Lotte/ })).toBeChecked();
    expect(whom.getByRole('checkbox', { name: /Ewa/ })).not.toBeChecked();
    for (const box of whom.getAllByRole<HTMLInputElement>('checkbox', { checked: true })) await user.click(box);
    expect(within(screen.getByRole('article')).getByText('Naam:').nextElementSibling).toBeEmptyDOMElement();
    await user.click(whom.getByRole('checkbox', { name: /Ewa/ }));
    await user.click(whom.getByRole('checkbox', { name: /Milan/ }));
    const [child, mother] = screen.getAllByRole('article').map((form) => within(form));
    expect(child!.getByText(/Kruis aan wat bij je past/)).toBeVisible();
    expect(mother!.getByText(/Kruis aan wat bij u past/)).toBeVisible();
    expect(mother!.getByText('Niet akkoord')).toBeVisible();
    expect(mother!.getByText('Handtekening:')).toBeVisible();
  });

  it('let a child say it with words, a face or a drawing', async () => {
    const { sheet } = await printExample('child');
    expect(sheet.getByText('Milan')).toBeVisible();
    for (const face of ['goed', 'ertussenin', 'niet goed']) expect(sheet.getByText(face)).toBeVisible();
    for (const question of ['Wat gaat er goed?', 'Wat vind je moeilijk?', 'Wat wil jij?', 'Hier mag je tekenen'])
      expect(sheet.getByRole('heading', { name: question })).toBeVisible();
    expect(sheet.getByText('Handtekening (hoeft niet):')).toBeVisible();
  });

  it('ask parents what must be said, who should be there and whom they want as coordinator', async () => {
    await printExample('parents');
    const forms = screen.getAllByRole('article').map((form) => within(form));
    expect(forms).toHaveLength(2);
    for (const question of ['Drie dingen die zeker gezegd moeten worden', 'Wie moet erbij zijn?', 'Wie wilt u als regisseur?'])
      expect(forms[0]!.getByRole('heading', { name: question })).toBeVisible();
    expect(forms[0]!.getByText('zondag 29 november 2026, 15.30 uur, Basisschool De Verzinboom')).toBeVisible();
  });

  it('ask the teacher three questions', async () => {
    const { sheet } = await printExample('teacher');
    expect(sheet.getAllByRole('heading', { level: 3 })).toHaveLength(3);
  });
});

describe('printing', () => {
  it('names the page by what it is, never by who it is about', async () => {
    await printExample('child');
    await waitFor(() => expect(document.title).toBe('Formulier voor het kind · Knooppunt'));
  });

  it('goes from sheet to sheet, prints, and returns to the case', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    const { user, router } = await printExample('onepage');
    await user.click(screen.getByRole('link', { name: 'Het hele plan' }));
    expect(await screen.findByRole('heading', { level: 2, name: 'Het hele plan' })).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Groot lettertype' }));
    await user.click(screen.getByRole('button', { name: 'Afdrukken' }));
    expect(print).toHaveBeenCalledOnce();
    expect(screen.getByRole('link', { name: 'Terug naar het plan' })).toHaveAttribute(
      'href',
      router.state.location.pathname.replace('/print/full', ''),
    );
  });

  it('warns on the screen while two answers stand in one place', async () => {
    const test = await createTestApplication({ unlocked: true });
    const otherTab = await createTestApplication({ device: test.device, unlocked: true });
    const made = await test.application.createCase({ name: 'Jansen', children: [] });
    if (!made.ok) throw new Error('no case');
    const tabs = await Promise.all([test, otherTab].map(async ({ application }) => application.openCase(made.value)));
    const entity = 'family' as EntityId;
    const ask = ({ value }: { readonly value: OpenCase }, question: string) =>
      value.change({ type: 'set', entity, field: 'questionSchool', value: question, basis: [] });
    await Promise.all(tabs.map(async (tab, n) => tab.ok && ask(tab, ['Hoe houden we hem erbij?', 'Wat heeft hij nodig?'][n]!)));
    await renderApp({ test, path: `/cases/${made.value}/print/full` });
    expect(await screen.findByText(/Op 1 plek staan twee antwoorden/)).toBeVisible();
    expect(screen.getByText(/Let op: over 1 punt is nog niet gekozen/)).toBeVisible();
    expect(screen.queryByText(/er in het Nederlands/)).toBeNull();
    // Where to choose is a screen in Dutch: who reads another language hears that first.
    await act(() => chooseLanguage('tr'));
    expect(screen.getByText(/Seçme ekranı Hollandacadır/)).toBeVisible();
    await act(() => chooseLanguage('nl'));
  });

  it('opens the plan on one page for an unknown sheet', async () => {
    const { sheet } = await printExample('poster');
    expect(sheet.getByRole('heading', { level: 2, name: 'Ons plan' })).toBeVisible();
  });
});
