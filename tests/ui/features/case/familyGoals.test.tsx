import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../../src/application/application.ts';
import { createTestApplication } from '../../../support/createTestApplication.ts';
import { valueOf } from '../../../support/cryptoFixtures.ts';
import { findAxeViolations } from '../../../support/findAxeViolations.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const region = (name: string) => within(screen.getByRole('region', { name }));

/** The example family as its coordinator sees it, with two goals in the family's own plan. */
async function openExample() {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open: OpenCase = valueOf(await test.application.openCase(caseId));
  await open.whole();
  const view = () => open.view.get();
  const { people, me } = view();
  const add = (text: string) => ({ type: 'add', kind: 'familyGoal', fields: { text, by: me!.id } }) as const;
  valueOf(await open.change(add('Samen eten'), add('Een hond')));
  const oma = people.find(({ name }) => name === 'Oma Basia')!;
  valueOf(await open.change({ type: 'set', entity: oma.id, field: 'helpsWith', value: 'Koken op maandag' }));
  const app = await renderApp({ test, path: `/cases/${caseId}` });
  await screen.findByRole('heading', { level: 1, name: /Voorbeeld/ });
  return { ...app, open, view, caseId };
}

describe("the family's own goals", () => {
  it('are adopted in its words, or not with a reason', async () => {
    const { user, view } = await openExample();
    const own = region('Eigen plan van het gezin');
    expect(own.getByText('Koken op maandag')).toBeVisible();
    expect(screen.getByText('2 eigen doelen van het gezin wachten')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Overnemen of niet' })).toHaveAttribute('href', expect.stringContaining('#familyGoals'));
    await user.click(own.getByRole('button', { name: 'Overnemen: Samen eten' }));
    expect(await own.findByText('Overgenomen')).toBeVisible();
    expect(view().goals.at(-1)).toMatchObject({ statement: 'Samen eten', kind: 'family' });

    await user.click(own.getByRole('button', { name: /^Niet overnemen, omdat/ }));
    expect(own.getByRole('button', { name: 'Annuleren' })).toBeVisible();
    await user.click(own.getByRole('button', { name: 'Niet overnemen' }));
    expect(own.getByText('Schrijf eerst waarom.')).toBeVisible();
    await user.type(own.getByRole('textbox', { name: 'Waarom nemen jullie dit niet over?' }), 'Eerst rust');
    expect(await findAxeViolations()).toEqual([]);
    await user.click(own.getByRole('button', { name: 'Niet overnemen' }));
    expect(await own.findByText('Eerst rust', { ignore: 'textarea' })).toBeVisible();
    expect(own.getByText('Niet overgenomen')).toBeVisible();
    await user.click(own.getByRole('button', { name: 'Overnemen: Een hond' }));
    await waitFor(() => expect(view().familyGoals.map(({ goal }) => goal !== null)).toEqual([true, true]));
  });

  it('stand in the step of the conference where goals are decided, and their words are only read there', async () => {
    const { user, open, view, caseId, goTo } = await openExample();
    const meeting = view().conferences.find(({ state }) => state !== 'held')!;
    await act(async () => void valueOf(await open.change({ type: 'startConference', conference: meeting.id })));
    await goTo(`/cases/${caseId}/conference/${meeting.id}/decide`);
    const own = within(await screen.findByRole('region', { name: 'Eigen plan van het gezin' }));
    await user.click(own.getByRole('button', { name: 'Overnemen: Een hond' }));
    const goal = await waitFor(() => {
      const found = view().goals.find(({ statement }) => statement === 'Een hond');
      expect(found).toBeDefined();
      return found!;
    });
    await user.click(await screen.findByRole('button', { name: new RegExp(goal.statement), expanded: false }));
    expect(await screen.findByText(/Alleen het gezin verandert deze woorden/)).toBeVisible();
  });

  it('stay told to the team as the family’s once the family took its own away', async () => {
    const { user, open, view } = await openExample();
    const own = region('Eigen plan van het gezin');
    await user.click(own.getByRole('button', { name: 'Overnemen: Samen eten' }));
    await own.findByText('Overgenomen');
    await act(async () => void valueOf(await open.change({ type: 'remove', entity: view().familyGoals[0]!.id })));
    const item = within((await own.findByText('Samen eten')).closest('li')!);
    expect(item.getByText(/^Het gezin haalde dit weg uit het eigen plan/)).toBeVisible();
  });
});
