import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Application, OpenCase } from '../../../../src/application/application.ts';
import type { PlanCommand } from '../../../../src/core/plan/planCommand.ts';
import type { CaseId, EntityId } from '../../../../src/core/shared/ids.ts';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../../../support/createTestApplication.ts';
import { settle } from '../../../support/fakeClock.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const FAMILY = 'family' as EntityId;

async function open(application: Application, caseId: CaseId): Promise<OpenCase> {
  const opened = await application.openCase(caseId);
  if (!opened.ok) throw new Error(opened.error.type);
  return opened.value;
}

/** Two tabs with the same case; what `disagree` does in both stands side by side. */
async function setup(disagree: (first: OpenCase, second: OpenCase) => Promise<unknown>, path = '/conflicts') {
  const device = createTestDevice();
  const test = await createTestApplication({ device, unlocked: true });
  const other = await createTestApplication({ device });
  const made = await test.application.createCase({ name: 'Berg', children: [] });
  if (!made.ok) throw new Error(made.error.type);
  await other.application.unlock(PASSPHRASE);
  const [first, second] = [await open(test.application, made.value), await open(other.application, made.value)];
  await disagree(first, second);
  await settle();
  const app = await renderApp({ test, path: path.startsWith('/actions') ? path : `/cases/${made.value}${path}` });
  return { ...app, caseId: made.value, view: () => first.view.get() };
}

const bothSet = (field: string, one: string, another: string) => async (first: OpenCase, second: OpenCase) => {
  const basis = first.basisOf(FAMILY, field);
  await Promise.all([
    first.change({ type: 'set', entity: FAMILY, field, value: one, basis }),
    second.change({ type: 'set', entity: FAMILY, field, value: another, basis }),
  ]);
};

describe('two answers in one place', () => {
  it('are shown with who wrote them, and one is chosen', async () => {
    const { user, view } = await setup(bothSet('familyDecision', 'joins', 'thinking'));
    const place = within(await screen.findByRole('region', { name: 'Wat koos het gezin?' }));
    expect(place.getByText('Doet mee')).toBeVisible();
    expect(place.getAllByText(/Anouk Visser, /)).toHaveLength(2);
    await user.click(place.getByRole('button', { name: 'Dit kiezen: Denkt er nog over na' }));
    expect(await screen.findByText('Alles is gekozen')).toBeVisible();
    expect([view().family.familyDecision, view().conflicts]).toEqual(['thinking', []]);
  });

  it('are put together when they are texts, and nothing is lost', async () => {
    const { user, view } = await setup(bothSet('questionSchool', 'van de ene', 'van de andere'));
    await user.click(await screen.findByRole('button', { name: 'Beide samenvoegen' }));
    const both = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Samengevoegd' }).value;
    expect(both.split('\n').toSorted()).toEqual(['van de andere', 'van de ene']);
    await user.click(screen.getByRole('button', { name: 'Zo bewaren' }));
    expect(await screen.findByText('Alles is gekozen')).toBeVisible();
    expect(view().family.questionSchool).toBe(both);
  });
});

it('keeps what one removed while another wrote in it, until someone says which', async () => {
  const { user, view, goTo, caseId } = await setup(async (first, second) => {
    await first.change({ type: 'add', kind: 'agreement', fields: { text: 'Na drie uur bellen' } });
    await settle();
    const entity = first.view.get().agreements[0]!.id;
    const basis = second.basisOf(entity, 'text');
    await Promise.all([
      first.change({ type: 'remove', entity }),
      second.change({ type: 'set', entity, field: 'text', value: 'Na vier uur bellen', basis }),
    ]);
  });
  const place = within(await screen.findByRole('region', { name: 'Bij een afspraak: Na vier uur bellen' }));
  expect(place.getByText(/De een haalde dit weg/)).toBeVisible();
  await goTo(`/cases/${caseId}`);
  expect(await screen.findByText('1 ding is weggehaald terwijl iemand erin schreef')).toBeVisible();
  await goTo(`/cases/${caseId}/conflicts`);
  await user.click(await screen.findByRole('button', { name: 'Laten staan: Na vier uur bellen' }));
  expect(await screen.findByText('Alles is gekozen')).toBeVisible();
  expect(view().agreements.map(({ text, editedAfterDeletion }) => [text, editedAfterDeletion])).toEqual([['Na vier uur bellen', false]]);
});

it('says so when there is nothing to choose', async () => {
  await setup(async () => {});
  expect(await screen.findByText('Er staan nergens twee antwoorden naast elkaar.')).toBeVisible();
});

// jsdom lays nothing out, so it has nowhere to scroll.
Element.prototype.scrollIntoView = () => {};

describe('on the page of the case, what is one of two answers says so and leads to choosing', () => {
  const CHOOSE = 'Bekijken en kiezen';
  /** Adds in one tab, then both write the same field of it apart. */
  const bothEdit =
    (add: PlanCommand, find: (openCase: OpenCase) => EntityId, field: string, values: readonly [unknown, unknown]) =>
    async (first: OpenCase, second: OpenCase) => {
      await first.change(add);
      await settle();
      const entity = find(first);
      const basis = second.basisOf(entity, field);
      await Promise.all([
        first.change({ type: 'set', entity, field, value: values[0], basis }),
        second.change({ type: 'set', entity, field, value: values[1], basis }),
      ]);
    };
  const goal = bothEdit(
    { type: 'add', kind: 'goal', fields: { statement: 'Rust', state: 'active' } },
    (openCase) => openCase.view.get().goals[0]!.id,
    'statement',
    ['Rust thuis', 'Rust op school'],
  );
  const home = bothEdit(
    { type: 'add', kind: 'goal', fields: { statement: 'Rust', state: 'active' } },
    (openCase) => openCase.view.get().goals[0]!.id,
    'doesHome',
    ['Samen eten', 'Op tijd naar bed'],
  );
  const action = async (first: OpenCase, second: OpenCase) => {
    const me = first.view.get().me!.id;
    await bothEdit(
      { type: 'add', kind: 'action', fields: { what: 'Bellen', who: [me] } },
      (openCase) => openCase.view.get().actions[0]!.id,
      'due',
      ['2099-01-01', '2099-02-01'],
    )(first, second);
  };

  it.each([
    ['Doelen', goal, 'Hier staan twee antwoorden: Wat willen we bereiken?'],
    ['Doelen', home, 'Hier staan twee antwoorden: Wat doet thuis?'],
    ['Acties', action, 'Hier staan twee antwoorden: Voor welke dag?'],
    ['De vraag', bothSet('questionSchool', 'van de ene', 'van de andere'), 'Hier staan twee antwoorden: Wat vraagt de school?'],
    ['De vraag', bothSet('questionFamily', 'van de ene', 'van de andere'), 'Hier staan twee antwoorden: Wat wil het gezin?'],
  ])('%s', async (region, disagree, title) => {
    const { user, router, view } = await setup(disagree, '');
    const mark = await within(await screen.findByRole('region', { name: new RegExp(`^${region}`) })).findByRole('link', {
      name: (name) => name.startsWith(`${title}. ${CHOOSE}`),
    });
    expect(mark).toHaveTextContent(`${title} ${CHOOSE}`);
    await user.click(mark);
    const { entity, field } = view().conflicts[0]!;
    await waitFor(() => expect(router.state.location.hash).toBe(`#${entity}.${field}`));
    await screen.findByText('1 plek om te kiezen');
    const place = document.getElementById(`${entity}.${field}`)!;
    await waitFor(() => expect(within(place).getByRole('heading', { level: 2 })).toHaveFocus());
    await user.click(within(place).getAllByRole('button', { name: /^Dit kiezen/ })[0]!);
    expect(await screen.findByText('Alles is gekozen')).toBeVisible();
  });

  it('and so does my own action among all my actions', async () => {
    const { user, router, caseId } = await setup(action, '/actions');
    const card = (await screen.findByRole('heading', { name: 'Bellen' })).closest('li')!;
    const mark = await within(card).findByRole('link', { name: 'Hier staan twee antwoorden. Bekijken en kiezen. Bellen' });
    await user.click(mark);
    await waitFor(() => expect(router.state.location.pathname).toBe(`/cases/${caseId}/conflicts`));
  });

  it('and where everyone agrees nothing is marked', async () => {
    await setup(async (first) => {
      await first.change({ type: 'add', kind: 'goal', fields: { statement: 'Rust', state: 'active' } });
    }, '');
    await screen.findByRole('heading', { name: '1. Rust' });
    expect(screen.queryByText(/Hier staan twee antwoorden/)).toBeNull();
  });
});
