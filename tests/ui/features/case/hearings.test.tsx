import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OpenCase } from '../../../../src/application/application.ts';
import type { CommandOf } from '../../../../src/core/plan/decidePlan.ts';
import type { PlanCommand } from '../../../../src/core/plan/planCommand.ts';
import type { EntityId } from '../../../../src/core/shared/ids.ts';
import { createTestApplication } from '../../../support/createTestApplication.ts';
import { valueOf } from '../../../support/cryptoFixtures.ts';
import { findAxeViolations } from '../../../support/findAxeViolations.ts';
import { day } from '../../../support/planStory.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const region = (name: string | RegExp) => within(screen.getByRole('region', { name }));
/** What stands about Milan; about his sister it was written down already. */
const ofMilan = (name: string | RegExp = TITLE) => within(region(name).getByRole('heading', { name: 'Milan' }).closest('li')!);
const TITLE = /^(Is|Zijn) .+ gehoord\?$/;

/** The example family with its conference going on, on the device of one of them. */
async function openExample(
  path: (ids: { readonly caseId: string; readonly meeting: EntityId }) => string = ({ caseId }) => `/cases/${caseId}`,
) {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0]!;
  const open: OpenCase = valueOf(await test.application.openCase(caseId));
  await open.whole();
  const view = () => open.view.get();
  const change = (...commands: readonly PlanCommand[]) => act(async () => void valueOf(await open.change(...commands)));
  const personOf = (one: string) => view().people.find((person) => person.name === one)!;
  const become = async (other: string) => {
    const { me } = view();
    const set = (entity: EntityId, value: string) => ({ type: 'set', entity, field: 'member', value }) as const;
    await change(set(personOf(other).id, me!.member), set(me!.id, ''));
  };
  const meeting = view().conferences.find(({ state }) => state !== 'held')!.id;
  test.clock.advance(60_000);
  await change({ type: 'startConference', conference: meeting });
  const [milan, zosia, ewa] = ['Milan', 'Zosia', 'Ewa'].map((name) => personOf(name).id) as [EntityId, EntityId, EntityId];
  const tried = { outcome: 'couldNot', how: 'Met plaatjes', spokeFor: ewa, spokeForToo: '', answer: '', on: day('2026-09-01') } as const;
  const records = (child: EntityId, about: EntityId, differently: Partial<CommandOf<'recordHearing'>> = {}) =>
    ({ type: 'recordHearing', child, meeting: about, ...tried, ...differently }) as const;
  await change(records(zosia, meeting));
  const app = await renderApp({ test, path: path({ caseId, meeting }) });
  await screen.findByRole('region', { name: path === lastStep ? TITLE : 'Wie' });
  return { ...app, view, change, become, records, meeting, caseId, milan, zosia, ewa, me: view().me!.name };
}
const lastStep = ({ caseId, meeting }: { readonly caseId: string; readonly meeting: EntityId }) =>
  `/cases/${caseId}/conference/${meeting}/next`;

describe('hearing the children', () => {
  it('is asked on the page of the case until they are heard, and said where to write it down', async () => {
    const { user } = await openExample();
    const alarm = screen.getByText('Een kind is nog niet gehoord').closest('li')!;
    expect(within(alarm).getByText(/^Milan: bij het overleg van /)).toBeVisible();
    await user.click(within(alarm).getByRole('link', { name: 'Opschrijven hoe je luisterde' }));
    expect(await screen.findByRole('region', { name: 'Zijn de kinderen gehoord?' })).toBeVisible();
  });

  it('is written down with one press, words and one press, and can be taken back', async () => {
    const { user, view, milan, meeting } = await openExample(lastStep);
    const before = view().hearings.length;
    const card = ofMilan();
    expect(card.getByText('Nog niet gehoord')).toBeVisible();
    expect(card.getAllByRole('radio')).toHaveLength(3);
    expect(region('Kijk nog even na').getByText(/Een kind is nog niet gehoord/)).toBeVisible();
    await user.click(card.getByRole('radio', { name: 'Gehoord' }));
    await user.click(card.getByRole('button', { name: 'Vastleggen' }));
    expect(card.getByText('Schrijf dit eerst op. Alleen aanvinken kan niet.')).toBeVisible();
    await user.type(card.getByRole('textbox', { name: 'Wat zei Milan, en hoe?' }), 'Naast Sem, zei hij');
    expect(await findAxeViolations()).toEqual([]);
    await user.click(card.getByRole('button', { name: 'Vastleggen' }));
    await waitFor(() => expect(card.queryByText('Nog niet gehoord')).toBeNull());
    expect(card.getByText('Naast Sem, zei hij')).toBeVisible();
    expect(view().hearings.slice(-1)).toMatchObject([{ child: milan, conference: meeting, outcome: 'heard', how: 'Naast Sem, zei hij' }]);
    expect(screen.queryByText(/Een kind is nog niet gehoord/)).toBeNull();
    await user.click(card.getByRole('button', { name: 'Antwoorden op wat Milan zei' }));
    await user.type(card.getByRole('textbox', { name: /^Wat hebben we met de woorden/ }), 'Dat mag');
    await user.click(card.getByRole('button', { name: 'Antwoord geven' }));
    expect(await card.findByText('Dat mag', { ignore: 'textarea' })).toBeVisible();
    for (let step = 0; step < 2; step++) await user.click(screen.getByRole('button', { name: /Ongedaan maken/ }));
    expect(await card.findByText('Nog niet gehoord')).toBeVisible();
    expect(view().hearings).toHaveLength(before);
  });

  it('of one that could not takes who spoke for it', async () => {
    const { user, view, milan, meeting, ewa } = await openExample(lastStep);
    const card = ofMilan();
    await user.click(card.getByRole('radio', { name: 'Kon het niet zelf zeggen' }));
    await user.type(card.getByRole('textbox', { name: /^Hoe heb je het met Milan geprobeerd/ }), 'Met plaatjes');
    await user.click(card.getByRole('button', { name: 'Vastleggen' }));
    expect(card.getByText('Schrijf op wie er voor het kind sprak.')).toBeVisible();
    expect(view().hearings.some(({ child, conference }) => child === milan && conference === meeting)).toBe(false);
    await user.selectOptions(card.getByRole('combobox', { name: /^Wie sprak voor Milan/ }), 'Ewa');
    await user.click(card.getByRole('button', { name: 'Vastleggen' }));
    expect(await card.findByText('Wie voor het kind sprak: Ewa.')).toBeVisible();
    expect(view().hearings.slice(-1)).toMatchObject([{ outcome: 'couldNot', spokeFor: ewa, how: 'Met plaatjes' }]);
  });

  it("needs nothing when the child's own words are there, which the child reads back on their own page", async () => {
    const { user, view, change, become, meeting, records, me, milan, goTo, caseId } = await openExample(lastStep);
    const [goal] = view().goals;
    const { id: recordedBy } = view().me!;
    await change({ type: 'sayOfGoal', goal: goal!.id, by: milan, text: 'Ik durf wel', recordedBy, via: 'spoken' });
    const card = ofMilan();
    expect(card.getByText(`Over een doel: gezegd, iemand schreef mee. Opgeschreven door ${me}`)).toBeVisible();
    expect(card.queryByRole('radio')).toBeNull();
    await user.click(card.getByRole('button', { name: 'Antwoorden op Milan: Ik durf wel' }));
    await user.type(card.getByRole('textbox', { name: /^Wat hebben we met de woorden/ }), 'Knap van je');
    await user.click(card.getByRole('button', { name: 'Antwoord geven' }));
    await card.findByText('Knap van je', { ignore: 'textarea' });
    await change(records(milan, meeting, { outcome: 'declined', how: 'Ook op papier gevraagd', spokeFor: null }));
    await become('Milan');
    await goTo(`/cases/${caseId}`);
    const mine = within(await screen.findByRole('region', { name: 'Zo is er naar je geluisterd' }));
    expect(mine.getByText(`${me} schreef op wat je zei:`)).toBeVisible();
    expect(mine.getByText('Ik durf wel')).toBeVisible();
    expect(mine.getByText('Knap van je')).toBeVisible();
    expect(mine.getByText('Je wilde hier niets over zeggen. Zo is het gevraagd:')).toBeVisible();
    expect(mine.getByRole('button', { name: 'Dit klopt niet: Ook op papier gevraagd' })).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('shows the face and the drawing of a child beside its words, to the team and to the child', async () => {
    const { view, change, become, milan, goTo, caseId } = await openExample(lastStep);
    const said = { goal: view().goals[0]!.id, by: milan, text: 'Ik durf niet', mood: 'notGood', drawing: 'aA4AAAA' } as const;
    await change({ type: 'sayOfGoal', ...said, recordedBy: view().me!.id, via: 'paper' });
    const card = ofMilan();
    expect(card.getByText('Niet goed')).toBeVisible();
    expect(card.getByText('Ik durf niet')).toBeVisible();
    expect(card.getByRole('img', { name: 'Tekening van Milan' })).toBeVisible();
    await become('Milan');
    await goTo(`/cases/${caseId}`);
    const mine = within(await screen.findByRole('region', { name: 'Zo is er naar je geluisterd' }));
    expect(mine.getByText('Niet goed')).toBeVisible();
    expect(mine.getByRole('img', { name: 'Jouw tekening' })).toBeVisible();
  });

  it('that nobody did is said to those who raise the child, and on the printed plan', async () => {
    const { change, become, records, meeting, me, goTo, caseId, milan, ewa } = await openExample();
    await become('Ewa');
    const theirs = within(await screen.findByRole('region', { name: 'Zo is er naar de kinderen geluisterd' }));
    expect(theirs.getByText(/^Hier staat nog niet wat Milan vindt/)).toBeVisible();
    await become(me);
    await change({ type: 'add', kind: 'agreement', fields: { text: 'Elke dag appen' } });
    const set = (field: string, value: unknown) => ({ type: 'set', entity: meeting, field, value }) as const;
    await change(set('present', [ewa]), set('nextEvaluation', '2026-12-01'), { type: 'endConference', conference: meeting });
    await goTo(`/cases/${caseId}/print/full`);
    await screen.findAllByText('Naar Milan geluisterd');
    const heardOnPaper = () => screen.getAllByText('Naar Milan geluisterd').map((word) => word.nextSibling as HTMLElement);
    expect(heardOnPaper().at(-1)).toHaveTextContent('Nog niet opgeschreven.');
    await change(records(milan, meeting, { spokeForToo: 'opa' }));
    await waitFor(() => expect(heardOnPaper()).toHaveLength(2));
    expect(heardOnPaper().at(-1)).toHaveTextContent(
      `Kon het niet zelf zeggen. Met plaatjes. Wie voor het kind sprak: Ewa, opa. Opgeschreven door ${me}, gebeurd op 1 september 2026.`,
    );
  });

  it('is a line among the steps of an evaluation, and stays on its summary', async () => {
    const { user, change, records, view, goTo, caseId, zosia } = await openExample();
    const evaluation = view().evaluations.find(({ state }) => state !== 'finished')!.id;
    await change({ type: 'startEvaluation', evaluation }, records(zosia, evaluation));
    await goTo(`/cases/${caseId}/evaluation/${evaluation}/decision`);
    const line = (await screen.findByText('1 kind is nog niet gehoord.')).closest('li')!;
    await user.click(within(line).getByRole('link'));
    await screen.findByRole('region', { name: TITLE });
    const card = ofMilan();
    await user.click(card.getByRole('radio', { name: 'Wilde niets zeggen' }));
    await user.type(card.getByRole('textbox', { name: 'Hoe heb je het Milan gevraagd?' }), 'In de pauze');
    await user.click(card.getByRole('button', { name: 'Vastleggen' }));
    expect(await card.findByText('In de pauze', { ignore: 'textarea' })).toBeVisible();
    await change({ type: 'set', entity: evaluation, field: 'decision', value: 'close' }, { type: 'finishEvaluation', evaluation });
    await goTo(`/cases/${caseId}/evaluation/${evaluation}`);
    expect(await within(await screen.findByRole('region', { name: TITLE })).findByText('In de pauze')).toBeVisible();
  });

  it('that is half written stays while somebody walks on, and keeps the conference from ending', async () => {
    const { user, view, change, meeting, milan, ewa, goTo, caseId } = await openExample(lastStep);
    const set = (field: string, value: unknown) => ({ type: 'set', entity: meeting, field, value }) as const;
    await change(set('present', [ewa]), set('nextEvaluation', '2026-12-01'));
    const how = () => ofMilan().getByRole('textbox', { name: /^Hoe heb je het met Milan geprobeerd/ });
    await user.click(ofMilan().getByRole('radio', { name: 'Kon het niet zelf zeggen' }));
    await user.type(how(), 'Met plaatjes');
    await goTo(`/cases/${caseId}/conference/${meeting}/agree`);
    await waitFor(() => expect(screen.queryByRole('region', { name: TITLE })).toBeNull());
    await goTo(lastStep({ caseId, meeting }));
    await screen.findByRole('region', { name: TITLE });
    expect(how()).toHaveValue('Met plaatjes');
    await user.click(screen.getByRole('button', { name: 'Overleg afsluiten' }));
    expect(await screen.findByText(/^Hoe je luisterde naar Milan is nog niet vastgelegd/)).toHaveAttribute('role', 'alert');
    expect(view().conferences.find(({ id }) => id === meeting)!.endedAt).toBeNull();
    await user.selectOptions(ofMilan().getByRole('combobox', { name: /^Wie sprak voor Milan/ }), 'Ewa');
    await user.click(ofMilan().getByRole('button', { name: 'Vastleggen' }));
    await waitFor(() => expect(view().hearings.slice(-1)).toMatchObject([{ child: milan, how: 'Met plaatjes', spokeFor: ewa }]));
    await user.click(screen.getByRole('button', { name: 'Overleg afsluiten' }));
    await waitFor(() => expect(view().conferences.find(({ id }) => id === meeting)!.endedAt).not.toBeNull());
  });

  it('of an evaluation that is half written keeps it from being finished, until it is cancelled', async () => {
    const { user, change, view, goTo, caseId } = await openExample();
    const evaluation = view().evaluations.find(({ state }) => state !== 'finished')!.id;
    await change({ type: 'startEvaluation', evaluation });
    const set = (field: string, value: unknown) => ({ type: 'set', entity: evaluation, field, value }) as const;
    await change(set('decision', 'close'), set('decisionReason', 'Het gaat goed'));
    const step = async (name: string) => await goTo(`/cases/${caseId}/evaluation/${evaluation}/${name}`);
    await step('experience');
    await screen.findByRole('region', { name: TITLE });
    await user.click(ofMilan().getByRole('radio', { name: 'Gehoord' }));
    await step('decision');
    await user.click(await screen.findByRole('button', { name: 'Afronden en plan afsluiten' }));
    expect(await screen.findByText(/^Hoe je luisterde naar Milan is nog niet vastgelegd/)).toBeVisible();
    await step('experience');
    await screen.findByRole('region', { name: TITLE });
    await user.click(ofMilan().getByRole('button', { name: 'Annuleren' }));
    await step('decision');
    await user.click(await screen.findByRole('button', { name: 'Afronden en plan afsluiten' }));
    await waitFor(() => expect(view().evaluations.find(({ id }) => id === evaluation)!.state).toBe('finished'));
  });
});
