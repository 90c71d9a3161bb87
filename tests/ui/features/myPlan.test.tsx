import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { findLocalVoice } from '../../../src/ui/features/myPlan/localVoice.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

async function showPlanTo(name: string, birthDate?: string) {
  const { test, caseId, open, reader } = await exampleFor(name, birthDate);
  const app = await renderApp({ test, path: `/cases/${caseId}` });
  await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
  const region = (title: string) => screen.getByRole('region', { name: title });
  return { ...app, caseId, open, reader, region, view: () => open.view.get() };
}

afterEach(() => vi.unstubAllGlobals());

describe('the plan for those it is about', () => {
  it('says what I do, who to call, what the others promised, why and when we meet', async () => {
    const { region, view, reader } = await showPlanTo('Ewa');
    const mine = view().actions.filter(({ who }) => who.includes(reader.id));
    expect(mine.length).toBeGreaterThan(0);
    for (const { what } of mine) expect(within(region('Wat doet u?')).getByRole('heading', { name: what })).toBeVisible();
    expect(region('Onze regisseur')).toHaveTextContent('Anouk Visser');
    const others = region('Wat doen de anderen?');
    const theirs = view().actions.filter(({ who }) => !who.includes(reader.id));
    expect(within(others).getAllByRole('listitem')).toHaveLength(theirs.length);
    expect(others).toHaveTextContent('Joris (Gedragsdeskundige)');
    const broken = theirs.find(({ reports }) => reports.at(-1)?.reason)!;
    expect(others).toHaveTextContent(broken.reports.at(-1)!.reason);
    const [goal] = view().goals;
    expect(region('Wat willen we?')).toHaveTextContent(`${goal!.statement}`);
    expect(region('Wat willen we?')).toHaveTextContent(`Goed genoeg is: ${goal!.level0}`);
    expect(region('Het volgende gesprek')).toHaveTextContent('We kijken samen wat er lukte.');
    await waitFor(() => expect(document.title).toBe('Ons plan · Knooppunt'));
    expect(await findAxeViolations()).toEqual([]);
  });

  it('takes my own word for how it went, in one tap, or with the reason why not', async () => {
    const { user, region, view, reader } = await showPlanTo('Ewa');
    const mine = region('Wat doet u?');
    const action = () => view().actions.find(({ who }) => who.includes(reader.id))!;
    const { what } = action();
    await user.click(within(mine).getByRole('button', { name: `Toch niet gelukt: ${what}` }));
    await user.click(within(mine).getByRole('button', { name: 'Doorgeven' }));
    expect(within(mine).getByRole('alert')).toHaveTextContent('Schrijf erbij waarom het niet lukt.');
    await user.type(within(mine).getByRole('textbox'), 'De kaart is kwijt');
    await user.click(within(mine).getByRole('button', { name: 'Doorgeven' }));
    expect(await within(mine).findByText('Ewa: De kaart is kwijt')).toBeVisible();
    expect(action().reports.at(-1)).toMatchObject({ status: 'notDone', by: reader.id, recordedBy: null, via: 'own' });
    await user.click(await within(mine).findByRole('button', { name: `Gedaan: ${what}` }));
    await within(mine).findByRole('button', { name: `Toch niet gelukt: ${what}` });
    expect(action().reports.at(-1)).toMatchObject({ status: 'done', via: 'own' });
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    expect(await within(mine).findByText('Ewa: De kaart is kwijt')).toBeVisible();
  });

  it('takes my own answer to the plan, also a no with my view', async () => {
    const { user, region, view, reader } = await showPlanTo('Ewa');
    const agree = region('Bent u het eens met dit plan?');
    const answer = () => view().answers.find(({ by }) => by === reader.id)!;
    await user.click(within(agree).getByRole('button', { name: 'Nee' }));
    await user.type(within(agree).getByRole('textbox', { name: 'Waarom bent u het er niet mee eens?' }), 'Het gaat te snel');
    await user.click(within(agree).getByRole('button', { name: 'Antwoord geven' }));
    expect(await within(agree).findByText('Het antwoord is nee')).toBeVisible();
    expect(agree).toHaveTextContent('Het gaat te snel');
    expect(answer()).toMatchObject({ reply: 'notAgreed', view: 'Het gaat te snel', via: 'own', recordedBy: null, current: true });
    await user.click(await within(agree).findByRole('button', { name: 'Ja' }));
    expect(await within(agree).findByText('Het antwoord is ja')).toBeVisible();
    expect(view().allAnswers.filter(({ by }) => by === reader.id).length).toBeGreaterThan(1);
  });

  it('asks what I think now that the plan changed, also after a no', async () => {
    const { open, view, region, reader } = await showPlanTo('Ewa');
    const own = { recordedBy: null, via: 'own', conference: null } as const;
    await act(
      async () => void valueOf(await open.change({ type: 'answerPlan', by: reader.id, reply: 'notAgreed', view: 'Te snel', ...own })),
    );
    const agree = region('Bent u het eens met dit plan?');
    expect(agree).not.toHaveTextContent('Daarna is het plan veranderd.');
    const [goal] = view().goals;
    await act(async () => void valueOf(await open.change({ type: 'set', entity: goal!.id, field: 'statement', value: 'Rustig opstaan' })));
    expect(agree).toHaveTextContent('Daarna is het plan veranderd. Wat vindt u er nu van?');
  });

  it('calls and mails the coordinator in one tap, also by an address in what they wrote on being reached', async () => {
    const { open, view, region } = await showPlanTo('Ewa');
    const { id, person } = view().coordinator!;
    const set = (entity: EntityId, field: string, value: string) => ({ type: 'set', entity, field, value }) as const;
    await act(
      async () =>
        void valueOf(
          await open.change(
            set(person!, 'phone', ''),
            set(id, 'reachability', 'Bel 06-1234 5678 na 15.00 uur, of mail a.visser@school.nl?subject=x.'),
          ),
        ),
    );
    const card = within(region('Onze regisseur'));
    expect(card.getByRole('link', { name: 'Bel Anouk Visser' })).toHaveAttribute('href', 'tel:0612345678');
    expect(card.getByRole('link', { name: 'Mail Anouk Visser' })).toHaveAttribute('href', 'mailto:a.visser@school.nl');
    await act(async () => void valueOf(await open.change(set(person!, 'phone', '030-1234567'), set(id, 'reachability', 'Na 15.00 uur'))));
    expect(card.getByRole('link', { name: 'Bel Anouk Visser' })).toHaveAttribute('href', 'tel:0301234567');
    expect(card.queryByRole('link', { name: 'Mail Anouk Visser' })).toBeNull();
  });

  it('says so when I coordinate it myself', async () => {
    const { open, view, region } = await showPlanTo('Ewa');
    const turn = view().coordinator!;
    const to = view().me!.id;
    await act(
      async () => void valueOf(await open.change({ type: 'handOverCoordinator', turn: turn.id, to, reason: 'Ewa wil het zelf doen' })),
    );
    expect(region('Onze regisseur')).toHaveTextContent('Er is nog geen regisseur.');
    const mine = view().coordinatorTurns.find(({ person, endedAt }) => person === to && endedAt === null)!;
    const accepted = { via: 'own', recordedBy: null, cover: null, reachability: '' } as const;
    await act(async () => void valueOf(await open.change({ type: 'acceptCoordinator', turn: mine.id, ...accepted })));
    expect(region('Onze regisseur')).toHaveTextContent('U bent zelf de regisseur van dit plan.');
    expect(within(region('Onze regisseur')).queryByRole('link')).toBeNull();
  });

  it('leads along the keyboard to what somebody comes for, and to what waits for an answer as long as it does', async () => {
    const { user, region } = await showPlanTo('Ewa');
    const here = within(screen.getByRole('navigation', { name: 'Op deze pagina' }));
    const names = () => here.getAllByRole('link').map(({ textContent }) => textContent);
    const usual = ['Wat doet u?', 'Onze regisseur', 'Het volgende gesprek', 'Wat willen we?'];
    const question = 'Bent u het eens met dit plan?';
    expect(names()).toEqual([...usual, question]);
    await user.click(here.getByRole('link', { name: question }));
    expect(screen.getByRole('heading', { name: question })).toHaveFocus();
    await user.click(within(region(question)).getByRole('button', { name: 'Ja' }));
    await waitFor(() => expect(names()).toEqual(usual));
    for (const name of usual) {
      await user.click(here.getByRole('link', { name }));
      expect(screen.getByRole('heading', { name })).toHaveFocus();
    }
  });

  it('says "je" to a pupil, and leads to everything else', async () => {
    const { user, goTo, caseId, router } = await showPlanTo('Milan', '2012-05-01');
    expect(screen.getByRole('heading', { name: 'Wat doe jij?' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Ben je het eens met dit plan?' })).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Het hele plan lezen of afdrukken' }));
    expect(await screen.findByRole('heading', { level: 2, name: 'Het hele plan' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Wat doe jij?' })).toBeNull();
    // Where professionals work in it, a family reads it.
    await goTo(`/cases/${caseId}/plan`);
    expect(router.state.location.pathname).toBe(`/cases/${caseId}/print/full`);
  });

  it('is read aloud by a voice of the device itself, and by no other', async () => {
    const spoken: { text: string }[] = [];
    const voices = [
      { lang: 'nl-NL', localService: false, default: true },
      { lang: 'nl-NL', localService: true, default: false },
    ];
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: (utterance: { text: string }) => spoken.push(utterance),
      cancel: () => undefined,
    });
    vi.stubGlobal('speechSynthesis', synthesis);
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class extends EventTarget {
        readonly text: string;
        constructor(text: string) {
          super();
          this.text = text;
        }
      },
    );
    const { user, view } = await showPlanTo('Ewa');
    await user.click(screen.getByRole('button', { name: 'Lees voor: Wat willen we?' }));
    expect(spoken).toHaveLength(1);
    expect(spoken[0]).toMatchObject({ voice: voices[1] });
    expect(spoken[0]!.text).toContain(view().goals[0]!.statement);
    act(() => void (spoken[0] as unknown as EventTarget).dispatchEvent(new Event('end')));
    expect(screen.getByRole('button', { name: 'Lees voor: Wat willen we?' })).toBeVisible();
    expect(findLocalVoice(voices.slice(0, 1), 'nl')).toBeNull();
    expect(findLocalVoice(voices, 'en')).toBeNull();
  });
});
