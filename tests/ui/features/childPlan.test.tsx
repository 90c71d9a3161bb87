import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetReading, readingKept } from '../../../src/ui/components/choicesKept.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const GONE = 'Het gaat over iets dat is weggehaald.';
const region = (name: string) => within(screen.getByRole('region', { name }));
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });

/** The plan of the example family on Milan's own device; he is eight when nothing else is said. */
async function showPlanToMilan(birthDate?: string) {
  const { test, caseId, open, reader } = await exampleFor('Milan', birthDate);
  await open.whole();
  const app = await renderApp({ test, path: `/cases/${caseId}` });
  await heading(/^(Ons|Mijn) plan/);
  return { ...app, caseId, open, reader, view: () => open.view.get() };
}

afterEach(() => {
  vi.unstubAllGlobals();
  forgetReading();
});

describe("a child's own page of the plan", () => {
  it('has a few cards of one thing, and nothing for grown-ups to settle', async () => {
    const { user, view } = await showPlanToMilan();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/^Mijn plan$/);
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Wie helpt mij?',
      'Waar we aan werken',
      'Wat ik zelf doe',
      'Wanneer praten we weer?',
      'Dit wil ik zeggen',
      'Wat gebeurde er met mijn woorden?',
      'Zo is er naar je geluisterd',
      'Liever met iemand anders praten?',
    ]);
    const people = region('Wie helpt mij?');
    expect(people.getAllByRole('heading', { level: 3 })[0]).toHaveTextContent('Anouk Visser');
    expect(people.getByText('Aan Anouk Visser mag je alles vragen.')).toBeVisible();
    expect(people.getByText('geeft jou les')).not.toBeVisible();
    await user.click(people.getByText('Wie nog meer helpen'));
    expect(people.getByText('geeft jou les')).toBeVisible();
    expect(people.getAllByText(/^(moeder|vader)$/)).toHaveLength(2);
    expect(people.queryByText('Zosia')).toBeNull();
    const goals = region('Waar we aan werken');
    for (const { statement } of view().goals) expect(goals.getByRole('heading', { name: statement })).toBeVisible();
    expect(goals.getByText('Dat zei jij zelf.')).toBeVisible();
    for (const hidden of [/eens met dit plan/, /gezag/i, /Het antwoord is/, /Goed genoeg is/, /te laat/])
      expect(screen.queryByText(hidden)).toBeNull();
    expect(screen.getByRole('link', { name: 'Bel 0800-0432' })).toHaveAttribute('href', 'tel:08000432');
    expect(await screen.findByRole('button', { name: 'Snel weg' })).toBeVisible();
    await waitFor(() => expect(document.title).toBe('Mijn plan · Knooppunt'));
    expect(await findAxeViolations()).toEqual([]);
  });

  it('takes what a child says with two large buttons, and shows what was answered', async () => {
    const { user, view, reader, open, goTo, caseId } = await showPlanToMilan();
    const say = region('Dit wil ik zeggen');
    await user.click(say.getByRole('button', { name: 'Dit klopt niet' }));
    await user.click(say.getByRole('button', { name: 'Doorgeven' }));
    expect(say.getByRole('alert')).toHaveTextContent('Schrijf eerst iets op.');
    await user.type(say.getByRole('textbox', { name: 'Wat klopt er niet?' }), 'Ik ren niet weg');
    await user.click(say.getByRole('button', { name: 'Doorgeven' }));
    await waitFor(() => expect(say.getByRole('status')).toHaveTextContent('Dank je! Je woorden staan hieronder.'));
    await user.click(say.getByRole('button', { name: 'Ik heb een vraag' }));
    await user.type(say.getByRole('textbox', { name: 'Wat wil je vragen?' }), 'Mag mijn hond mee?');
    await user.click(say.getByRole('button', { name: 'Doorgeven' }));
    const words = region('Wat gebeurde er met mijn woorden?');
    expect(await words.findByText('Mag mijn hond mee?')).toBeVisible();
    expect(words.getAllByText('Je krijgt nog antwoord')).toHaveLength(2);
    expect(view().remarks).toMatchObject([
      { kind: 'notRight', about: '', by: reader.id, text: 'Ik ren niet weg' },
      { kind: 'question', about: '', by: reader.id, text: 'Mag mijn hond mee?' },
    ]);
    expect(await findAxeViolations()).toEqual([]);
    // Somebody of the team answers, on this same device.
    const anouk = view().people.find(({ name }) => name === 'Anouk Visser')!;
    const member = (entity: typeof anouk.id, value: string) => ({ type: 'set', entity, field: 'member', value }) as const;
    const mine = view().me!.member;
    await act(async () => {
      valueOf(await open.change(member(anouk.id, mine), member(reader.id, '')));
      valueOf(await open.change({ type: 'answerRemark', remark: view().remarks[0]!.id, text: 'We veranderen het' }));
    });
    // About nothing in particular: nobody is told that what it was about is gone.
    await goTo(`/cases/${caseId}/plan`);
    const said = (await screen.findByText('Ik ren niet weg')).closest('li')!;
    expect(said).not.toHaveTextContent(GONE);
    await act(async () => void valueOf(await open.change(member(reader.id, mine), member(anouk.id, ''))));
    await goTo(`/cases/${caseId}`);
    await heading('Mijn plan');
    const answered = region('Wat gebeurde er met mijn woorden?');
    expect(await answered.findByText('We veranderen het')).toBeVisible();
  });

  it('takes of its own actions that they are done, or why not, and never says how late they are', async () => {
    const { user, view, reader, open } = await showPlanToMilan();
    await act(
      async () =>
        void valueOf(
          await open.change({
            type: 'add',
            kind: 'action',
            fields: { what: 'Mijn tas pakken', who: [reader.id], due: '2020-01-01' as never },
          }),
        ),
    );
    const mine = region('Wat ik zelf doe');
    await user.click(await mine.findByRole('button', { name: 'Lukt niet: Mijn tas pakken' }));
    expect(mine.queryByText(/te laat/)).toBeNull();
    await user.type(mine.getByRole('textbox'), 'Ik vergeet het');
    await user.click(mine.getByRole('button', { name: 'Doorgeven' }));
    expect(await mine.findByText('Milan: Ik vergeet het')).toBeVisible();
    expect(mine.queryByText(/te laat/)).toBeNull();
    expect(mine.queryByRole('button', { name: /bezig/ })).toBeNull();
    await user.click(mine.getByRole('button', { name: 'Gedaan: Mijn tas pakken' }));
    expect(await mine.findByText('Gedaan', { ignore: 'button' })).toBeVisible();
    expect(view().actions.at(-1)!.reports).toMatchObject([
      { status: 'notDone', via: 'own' },
      { status: 'done', via: 'own' },
    ]);
  });

  it('is reached and left by the keyboard, in the order in which it is read', async () => {
    const { user } = await showPlanToMilan();
    const main = screen.getByRole('main');
    const stops: string[] = [];
    act(() => screen.getByRole('heading', { level: 1 }).focus());
    do {
      await user.tab();
      stops.push(document.activeElement!.textContent.trim());
    } while (main.contains(document.activeElement) && stops.at(-1) !== 'Ik wil alles zien');
    const order = ['Ik wil hier iets over zeggen', 'Ik heb een vraag', 'Dit klopt niet', 'Bel 0800-0432', 'Ik wil alles zien'];
    const seen = stops.filter((stop, at, all) => order.includes(stop) && all.indexOf(stop) === at);
    expect(seen).toEqual(order);
    expect(stops.at(-1)).toBe('Ik wil alles zien');
    await user.keyboard('{Enter}');
    expect(await heading(/^Ons plan/)).toHaveFocus();
  });
});

describe('which page a young reader gets', () => {
  it('is for them to change, on their own device, and never in the plan', async () => {
    const { user, view } = await showPlanToMilan();
    const { version } = view();
    await user.click(screen.getByRole('button', { name: 'Ik wil alles zien' }));
    expect(await heading(/^Ons plan/)).toHaveFocus();
    expect(screen.getByRole('heading', { name: 'Ben je het eens met dit plan?' })).toBeVisible();
    expect(readingKept()).toEqual({ chosen: 'whole', hadSimple: true });
    await user.click(screen.getByRole('button', { name: 'Maak het eenvoudig' }));
    expect(await heading('Mijn plan')).toHaveFocus();
    expect(readingKept()).toEqual({ chosen: null, hadSimple: true });
    expect(view().version).toBe(version);
  });

  it('is the whole plan when nobody wrote down the age, which is never guessed', async () => {
    const { user } = await showPlanToMilan('');
    expect(await heading(/^Ons plan/)).toBeVisible();
    expect(region('Wat beslis jij zelf?').getByText(/^Wij weten niet hoe oud je bent/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Maak het eenvoudig' }));
    await heading('Mijn plan');
    // Nobody may say that a child of an unknown age is not asked.
    expect(screen.getByRole('heading', { name: 'Wat vind jij van het plan?' })).toBeVisible();
    expect(readingKept()).toEqual({ chosen: 'simple', hadSimple: false });
  });

  it('becomes the whole plan at twelve by itself, and says so once, with what changes', async () => {
    const { open, reader, caseId, user, goTo, application } = await showPlanToMilan();
    expect(readingKept()).toEqual({ chosen: null, hadSimple: true });
    const [year, ...rest] = application.clock.today().split('-');
    await act(
      async () =>
        void valueOf(
          await open.change({ type: 'set', entity: reader.id, field: 'birthDate', value: [Number(year) - 12, ...rest].join('-') }),
        ),
    );
    expect(await heading(/^Ons plan/)).toBeVisible();
    const notice = region('Je ziet nu meer');
    expect(notice.getByText('Je bent nu 12 of ouder, dus je ziet het hele plan.')).toBeVisible();
    const rights = region('Wat beslis jij zelf?');
    expect(rights.getByText('Over hulp beslis je samen met je ouders.')).toBeVisible();
    expect(rights.getByText('Je ouders beslissen wat school over jou deelt.')).toBeVisible();
    expect(rights.getByText(/^Ouders die over jou beslissen, mogen lezen.*Dat mag tot je 16 bent\.$/)).toBeVisible();
    expect(rights.getByText(/^Wij vragen nog jouw eigen toestemming om te delen met .*Karim/)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(notice.getByRole('button', { name: 'Begrepen' }));
    expect(screen.queryByRole('region', { name: 'Je ziet nu meer' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Wat beslis jij zelf?' })).toBeVisible();
    await goTo(`/cases/${caseId}/helpers`);
    await goTo(`/cases/${caseId}`);
    await heading(/^Ons plan/);
    expect(screen.queryByRole('region', { name: 'Je ziet nu meer' })).toBeNull();
  });

  it('says to one of sixteen that it decides itself', async () => {
    await showPlanToMilan('2009-05-01');
    const rights = region('Wat beslis jij zelf?');
    expect(rights.getByText('Over hulp beslis je zelf.')).toBeVisible();
    expect(rights.getByText(/^Wat hulpverleners over jou opschrijven, is van jou\./)).toBeVisible();
    expect(rights.getByText('Jij beslist wat school over jou deelt.')).toBeVisible();
  });

  it('lasts until the page is left where a browser keeps nothing', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('kept from us');
      },
      setItem: () => {
        throw new Error('kept from us');
      },
      removeItem: () => {
        throw new Error('kept from us');
      },
    });
    const { user } = await showPlanToMilan();
    await user.click(screen.getByRole('button', { name: 'Ik wil alles zien' }));
    expect(await heading(/^Ons plan/)).toBeVisible();
    expect(readingKept().chosen).toBe('whole');
    cleanup();
    forgetReading();
    expect(readingKept()).toEqual({ chosen: null, hadSimple: false });
  });
});
