import { act, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../src/application/application.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { OpenCaseProvider } from '../../../src/ui/components/applicationContext.tsx';
import { OthersGoals } from '../../../src/ui/features/myPlan/ownPlan/OthersGoals.tsx';
import { TextsProvider } from '../../../src/ui/i18n/TextsProvider.tsx';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const region = (name: string) => within(screen.getByRole('region', { name }));

/** The example family, on the device of one of them. */
async function openExample(name: string) {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open: OpenCase = valueOf(await test.application.openCase(caseId));
  await open.whole();
  const view = () => open.view.get();
  const { people, me } = view();
  const person = people.find((one) => one.name === name)!;
  const set = (entity: EntityId, value: string) => ({ type: 'set', entity, field: 'member', value }) as const;
  if (person.id !== me!.id) valueOf(await open.change(set(person.id, me!.member), set(me!.id, '')));
  const app = await renderApp({ test, path: `/cases/${caseId}` });
  await screen.findByRole('heading', { level: 1, name: /Voorbeeld/ });
  return { ...app, open, view, caseId, person };
}

describe("the family's own plan", () => {
  it('is found from the plan, and takes goals in own words', async () => {
    const { user, view, person } = await openExample('Ewa');
    await user.click(region('Ons eigen plan').getByRole('link', { name: 'Naar ons eigen plan' }));
    await screen.findByRole('heading', { level: 1, name: 'Ons eigen plan' });
    const goals = region('Wat moet er anders worden?');
    expect(goals.getByText('Hier staat nog niets.')).toBeVisible();
    await user.click(goals.getByRole('button', { name: 'Schrijf iets op: Wat moet er anders worden?' }));
    await user.click(goals.getByRole('button', { name: 'Bewaren' }));
    expect(goals.getByRole('alert')).toHaveTextContent('Schrijf eerst iets op.');
    await user.type(goals.getByRole('textbox', { name: 'Wat moet er anders worden?' }), 'Samen eten');
    await user.click(goals.getByRole('button', { name: 'Bewaren' }));
    expect(await goals.findByText('Wacht op het team')).toBeVisible();
    await user.type(goals.getByRole('textbox', { name: '1.' }), ' zonder ruzie');
    await expect.poll(() => view().familyGoals).toMatchObject([{ text: 'Samen eten zonder ruzie', by: person.id, goal: null }]);
  });

  it('takes what goes well and what worries, and asks where: nothing is chosen for anybody', async () => {
    const { user, view, person, goTo, caseId } = await openExample('Ewa');
    await goTo(`/cases/${caseId}/own-plan`);
    await screen.findByRole('heading', { level: 1, name: 'Ons eigen plan' });
    const well = region('Wat gaat er goed?');
    await user.click(well.getByRole('button', { name: /^Schrijf iets op/ }));
    await user.type(well.getByRole('textbox', { name: 'Wat gaat er goed?' }), 'Hij leest voor');
    const before = view().strengths.length;
    await user.click(well.getByRole('button', { name: 'Bewaren' }));
    expect(well.getByRole('alert')).toHaveTextContent('Kies ook waar dit is.');
    expect(view().strengths).toHaveLength(before);
    await user.click(well.getByRole('radio', { name: 'Op school' }));
    await user.click(well.getByRole('button', { name: 'Bewaren' }));
    await well.findByRole('button', { name: 'Weghalen: Hij leest voor' });
    expect(well.getAllByRole('combobox', { name: 'Waar is dit?' }).at(-1)).toHaveDisplayValue('Op school');
    const worries = region('Wat geeft zorgen?');
    await user.click(worries.getByRole('button', { name: /^Schrijf iets op/ }));
    await user.type(worries.getByRole('textbox', { name: 'Wat geeft zorgen?' }), 'De avond');
    await user.click(worries.getByRole('radio', { name: 'Bij familie of vrienden' }));
    await user.click(worries.getByRole('button', { name: 'Bewaren' }));
    await worries.findByRole('button', { name: 'Weghalen: De avond' });
    expect(view().strengths.at(-1)).toMatchObject({ text: 'Hij leest voor', domain: 'school', saidBy: person.id });
    expect(view().concerns.at(-1)).toMatchObject({ text: 'De avond', domain: 'network', saidBy: person.id });
    expect(await findAxeViolations()).toEqual([]);
  });

  it('takes who of its own people helps', async () => {
    const { user, view, goTo, caseId } = await openExample('Ewa');
    await goTo(`/cases/${caseId}/own-plan`);
    await screen.findByRole('heading', { level: 1, name: 'Ons eigen plan' });
    const helpers = region('Wie van onze eigen mensen kan helpen?');
    await user.click(helpers.getByRole('button', { name: /^Schrijf iets op/ }));
    const names = helpers.getAllByRole('textbox', { name: 'Naam' });
    await user.type(names.at(-1)!, 'Tante Ola');
    await user.click(helpers.getByRole('button', { name: 'Bewaren' }));
    await helpers.findByRole('button', { name: 'Weghalen: Tante Ola' });
    await user.type(helpers.getAllByRole('textbox', { name: 'Waarmee kan deze persoon helpen?' }).at(-1)!, 'Ophalen van school');
    await expect.poll(() => view().network.at(-1)).toMatchObject({ name: 'Tante Ola', helpsWith: 'Ophalen van school' });
  });

  it('takes a goal away, with a way back', async () => {
    const { user, open, view, goTo, caseId, person } = await openExample('Ewa');
    valueOf(await open.change({ type: 'add', kind: 'familyGoal', fields: { text: 'Samen eten', by: person.id } }));
    await goTo(`/cases/${caseId}/own-plan`);
    await user.click(await screen.findByRole('button', { name: 'Weghalen: Samen eten' }));
    await expect.poll(() => view().familyGoals).toEqual([]);
    await user.click(await screen.findByRole('button', { name: /Ongedaan maken/ }));
    await expect.poll(() => view().familyGoals).toHaveLength(1);
  });

  it('says of each goal what the team did with it', async () => {
    const { open, view, goTo, caseId, person } = await openExample('Ewa');
    const add = async (text: string) =>
      valueOf(await open.change({ type: 'add', kind: 'familyGoal', fields: { text, by: person.id } })).added[0]!;
    const [one, two] = [await add('Samen eten'), await add('Een hond')];
    await goTo(`/cases/${caseId}/own-plan`);
    await screen.findByRole('heading', { level: 1, name: 'Ons eigen plan' });
    await act(async () => {
      valueOf(
        await open.change(
          { type: 'adoptFamilyGoal', familyGoal: one },
          { type: 'declineFamilyGoal', familyGoal: two, reason: 'Eerst rust' },
        ),
      );
    });
    const goals = region('Wat moet er anders worden?');
    expect(goals.getByText('Staat in het plan')).toBeVisible();
    expect(goals.getByText(/^Dit staat niet in het plan\./)).toBeVisible();
    expect(goals.getByText('Eerst rust')).toBeVisible();
    expect(view().goals.at(-1)).toMatchObject({ statement: 'Samen eten', wordsOf: person.id });
  });

  it('shows what another of the family wants, to read only', async () => {
    const { open, view, goTo, caseId, person } = await openExample('Ewa');
    valueOf(await open.change({ type: 'add', kind: 'familyGoal', fields: { text: 'Vaste dagen', by: person.id } }));
    await goTo(`/cases/${caseId}/own-plan`);
    await screen.findByRole('button', { name: 'Weghalen: Vaste dagen' });
    const bart = { ...view().people.find(({ name }) => name === 'Bart')!, member: 'bart' };
    const { container } = render(
      <TextsProvider>
        <OpenCaseProvider openCase={open}>
          <OthersGoals me={bart} />
        </OpenCaseProvider>
      </TextsProvider>,
    );
    const others = within(container);
    expect(others.getByText('Vaste dagen')).toBeVisible();
    expect(others.getByText('Ewa')).toBeVisible();
    expect(others.getByText('Wacht op het team')).toBeVisible();
    expect(others.queryByRole('textbox')).toBeNull();
  });
});
