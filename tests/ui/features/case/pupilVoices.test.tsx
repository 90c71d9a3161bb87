import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../../src/application/application.ts';
import type { EntityId } from '../../../../src/core/shared/ids.ts';
import { createTestApplication } from '../../../support/createTestApplication.ts';
import { valueOf } from '../../../support/cryptoFixtures.ts';
import { findAxeViolations } from '../../../support/findAxeViolations.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const region = (name: string) => within(screen.getByRole('region', { name }));

/** The example family on the device of one of them, with what Milan said of the first goal to who wrote it down. */
async function openExample(name: string, text = '') {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open: OpenCase = valueOf(await test.application.openCase(caseId));
  await open.whole();
  const view = () => open.view.get();
  const [goal] = view().goals;
  const personOf = (one: string) => view().people.find((person) => person.name === one)!;
  const become = async (other: string) => {
    const { me } = view();
    const set = (entity: EntityId, value: string) => ({ type: 'set', entity, field: 'member', value }) as const;
    const person = personOf(other);
    if (me!.id !== person.id) valueOf(await open.change(set(person.id, me!.member), set(me!.id, '')));
  };
  const milan = personOf('Milan').id;
  if (text !== '') {
    const recordedBy = view().me!.id;
    valueOf(await open.change({ type: 'sayOfGoal', goal: goal!.id, by: milan, text, recordedBy, via: 'spoken' }));
  }
  await become(name);
  const app = await renderApp({ test, path: `/cases/${caseId}` });
  await screen.findByRole('heading', { level: 1, name: /Voorbeeld|Mijn plan/ });
  return { ...app, open, view, caseId, milan, goal: goal!, become: (other: string) => act(async () => await become(other)) };
}

describe("a child's voice about a goal", () => {
  it('is given by the child on their own device', async () => {
    const { user, view, milan, goal, goTo, caseId } = await openExample('Milan');
    const card = region('Waar we aan werken');
    await user.click(card.getByRole('button', { name: `Ik wil hier iets over zeggen: ${goal.statement}` }));
    await user.click(card.getByRole('button', { name: 'Doorgeven' }));
    expect(card.getByRole('alert')).toHaveTextContent('Kies een gezicht, schrijf iets op of teken iets.');
    await user.type(card.getByRole('textbox', { name: 'Wat vind je van dit doel?' }), 'Ik ben bang');
    expect(await findAxeViolations()).toEqual([]);
    await user.click(card.getByRole('button', { name: 'Doorgeven' }));
    const mine = region('Wat gebeurde er met mijn woorden?');
    expect(await mine.findByText('Ik ben bang')).toBeVisible();
    expect(mine.getByText('Je krijgt nog antwoord')).toBeVisible();
    expect(view().pupilVoices).toMatchObject([{ by: milan, goal: goal.id, text: 'Ik ben bang', via: 'own', recordedBy: null }]);
    await goTo(`/cases/${caseId}/print/full`);
    const quote = (await screen.findByText('Ik ben bang')).closest('li')!;
    expect(quote).toHaveTextContent(/Milan: “Ik ben bang” \(.*zelf, op een eigen apparaat/);
  });

  it('is written down by a parent, and then never looks like their own', async () => {
    const { user, view, milan, goal } = await openExample('Ewa');
    const card = region('Wat willen we?');
    await user.click(card.getByRole('button', { name: `Opschrijven wat Milan vindt: ${goal.statement}` }));
    await user.type(card.getByRole('textbox', { name: /^Wat zegt Milan over dit doel/ }), 'Hij is bang');
    await user.click(card.getByRole('button', { name: 'Doorgeven' }));
    expect(await card.findByText(/^Ewa schreef dit op voor Milan/)).toBeVisible();
    expect(card.queryByText(/zei dit zelf/)).toBeNull();
    expect(view().pupilVoices).toMatchObject([{ by: milan, via: 'spoken', recordedBy: view().me!.id }]);
  });

  it('waits in sight of the team until it says what it did, and the child reads that', async () => {
    const { user, become } = await openExample('Anouk Visser', 'Ik ben bang');
    expect(screen.getByText('Een kind wacht op antwoord over een doel')).toBeVisible();
    const goals = region('Doelen');
    expect(goals.getByText('Milan, gezegd, iemand schreef mee. Opgeschreven door Anouk Visser')).toBeVisible();
    await user.click(goals.getByRole('button', { name: 'Antwoorden op Milan: Ik ben bang' }));
    await user.click(goals.getByRole('button', { name: 'Antwoord geven' }));
    expect(goals.getByText('Schrijf eerst een antwoord.')).toBeVisible();
    await user.type(goals.getByRole('textbox', { name: 'Wat hebben we met de woorden van Milan gedaan?' }), 'Juf loopt mee');
    expect(await findAxeViolations()).toEqual([]);
    await user.click(goals.getByRole('button', { name: 'Antwoord geven' }));
    expect(await goals.findByText('Juf loopt mee', { ignore: 'textarea' })).toBeVisible();
    expect(screen.queryByText('Een kind wacht op antwoord over een doel')).toBeNull();
    await become('Milan');
    const card = within(await screen.findByRole('region', { name: 'Wat gebeurde er met mijn woorden?' }));
    expect(card.getByText('Anouk Visser schreef dit voor je op:')).toBeVisible();
    expect(card.getByText('Juf loopt mee')).toBeVisible();
    expect(card.queryByText('Je krijgt nog antwoord')).toBeNull();
  });

  it('is also a face and a drawing, which the team sees as they were made', async () => {
    const { user, view, goal, become, caseId, goTo } = await openExample('Milan');
    const card = region('Waar we aan werken');
    await user.click(card.getByRole('button', { name: `Ik wil hier iets over zeggen: ${goal.statement}` }));
    expect(card.getByRole('radio', { name: 'Goed' })).toHaveFocus();
    await user.click(card.getByRole('radio', { name: 'Niet goed' }));
    await user.click(card.getByRole('button', { name: 'Of teken het' }));
    expect(card.getByRole('img', { name: 'Leeg papier om op te tekenen' })).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(card.getByRole('button', { name: 'Doorgeven' }));
    await waitFor(() => expect(view().pupilVoices).toMatchObject([{ text: '', mood: 'notGood', drawing: '', via: 'own' }]));
    await become('Anouk Visser');
    await goTo(`/cases/${caseId}/plan`);
    const goals = within(await screen.findByRole('region', { name: 'Doelen' }));
    expect(goals.getByText('Niet goed')).toBeVisible();
    expect(goals.getByRole('button', { name: 'Antwoorden op Milan: Niet goed' })).toBeVisible();
  });

  it('stands where goals are decided, and is written down there with the child', async () => {
    const { user, open, view, caseId, goTo, goal, milan } = await openExample('Anouk Visser', 'Ik ben bang');
    const meeting = view().conferences.find(({ state }) => state !== 'held')!;
    await act(async () => void valueOf(await open.change({ type: 'startConference', conference: meeting.id })));
    await goTo(`/cases/${caseId}/conference/${meeting.id}/decide`);
    expect(await screen.findByText('Ik ben bang')).toBeVisible();
    await user.click(screen.getByRole('button', { name: `Opschrijven wat Milan vindt: ${goal.statement}` }));
    await user.click(screen.getByRole('button', { name: 'Woorden bewaren' }));
    expect(screen.getByText('Schrijf eerst op wat Milan zegt.')).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Wat zegt Milan over dit doel?' }), 'Het mag');
    await user.click(screen.getByRole('radio', { name: 'op papier' }));
    await user.click(screen.getByRole('button', { name: 'Woorden bewaren' }));
    expect(await screen.findByText('Milan, op papier. Opgeschreven door Anouk Visser')).toBeVisible();
    await waitFor(() => expect(view().pupilVoices.at(-1)).toMatchObject({ by: milan, via: 'paper', recordedBy: view().me!.id }));
  });
});
