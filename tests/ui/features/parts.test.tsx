import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AddedKind, Application, CaseSummary, OpenPart, PartWords } from '../../../src/application/application.ts';
import { createStore } from '../../../src/application/store.ts';
import type { EntityId } from '../../../src/core/shared/ids.ts';
import { ok } from '../../../src/core/shared/result.ts';
import { valueOf } from '../../support/cryptoFixtures.ts';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../../support/createTestApplication.ts';
import { circlePerson, MEMBERS, unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

async function setup(kind: AddedKind, words: PartWords) {
  const test = await createTestApplication({ exampleFamily: true });
  const { caseId } = test.application.caseload.get().cases[0] as CaseSummary;
  const made = await test.application.circle.addDocument(caseId, kind, words);
  if (!made.ok) throw new Error(made.error.type);
  const app = await renderApp({ test, path: `/cases/${caseId}/part/${made.value}` });
  return { ...app, caseId, doc: made.value };
}
const team = { title: 'Wie betaalt?', reason: 'Wij overleggen over wie betaalt.' };

describe('a part of the case', () => {
  it('says above everything who reads it, and what the family knows of it', async () => {
    const { application, caseId, user } = await setup('team', team);
    await screen.findByRole('heading', { level: 1, name: 'Wie betaalt?' });
    const readers = within(screen.getByRole('region', { name: 'Wie leest dit deel?' }));
    expect(readers.getByText('Anouk Visser')).toBeVisible();
    expect(readers.getByText('Beheert dit deel')).toBeVisible();
    expect(document.title).not.toContain('Wie betaalt');
    const reason = screen.getByLabelText('Waarom is dit deel er?');
    expect(reason).toHaveValue(team.reason);
    expect(screen.getByText(/mag vragen om die te zien/)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    // That field writes in the plan, everything else in the part.
    await user.clear(reason);
    await user.type(reason, 'Over geld.');
    await user.tab();
    const opened = await application.openCase(caseId);
    if (!opened.ok) throw new Error();
    const { view } = opened.value;
    await waitFor(() => expect(view.get().family.teamReason).toBe('Over geld.'));
    opened.value.close();
  });

  it('holds entries with who and when: written, changed, taken away and put back', async () => {
    const { user, application, caseId, doc } = await setup('part', { title: 'Adres' });
    expect(await screen.findByText('Er staat nog niets in dit deel.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Aantekening toevoegen' }));
    expect(screen.getByText('Schrijf eerst iets op.')).toBeVisible();
    await user.type(screen.getByLabelText('Nieuwe aantekening'), 'Woont bij haar zus.');
    await user.click(screen.getByRole('button', { name: 'Aantekening toevoegen' }));
    const text = await screen.findByLabelText('Tekst');
    expect(text).toHaveValue('Woont bij haar zus.');
    expect(screen.getByRole('heading', { level: 3, name: /^Anouk Visser, .* \(eigen aantekening\)$/ })).toBeVisible();
    await user.type(text, ' Tot mei.');
    await user.tab();
    const open = await application.parts.open(caseId, doc);
    if (!open.ok) throw new Error();
    const { view } = open.value;
    await waitFor(() => expect(view.get().entries).toMatchObject([{ text: 'Woont bij haar zus. Tot mei.' }]));
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: /^Aantekening van Anouk Visser, .* weghalen$/ }));
    expect(await screen.findByText('Er staat nog niets in dit deel.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    expect(await screen.findByLabelText('Tekst')).toHaveValue('Woont bij haar zus. Tot mei.');
  });

  it('keeps what was still being written when the device locks', async () => {
    const { user, application, caseId, doc } = await setup('part', { title: 'Adres' });
    await user.type(await screen.findByLabelText('Nieuwe aantekening'), 'Nog niet klaar');
    await act(async () => await application.lock('asked'));
    await act(async () => void (await application.unlock(PASSPHRASE)));
    const open = await application.parts.open(caseId, doc);
    expect(open.ok && open.value.view.get().entries).toMatchObject([{ text: 'Nog niet klaar' }]);
  });

  it('says who should read along because it is about them', async () => {
    const { user } = await setup('part', { title: 'Jeugdhulp' });
    const person = await screen.findByLabelText('Over wie gaat het?');
    const [, first] = within(person).getAllByRole('option');
    await user.selectOptions(person, first!);
    expect(await screen.findByText(/^Leest nog niet mee: /)).toBeVisible();
  });

  it('of safety says calmly what belongs there, and where to call now', async () => {
    await setup('safety', {});
    await screen.findByRole('heading', { level: 1, name: 'Veiligheid' });
    expect(screen.getByText(/^Hier hoort: /)).toBeVisible();
    expect(screen.getByText(/^Hier hoort niet: /)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Direct gevaar: wie bel je?' })).toHaveAttribute('href', '/danger');
    expect(screen.queryByLabelText('Waarom is dit deel er?')).toBeNull();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('that is not here says so', async () => {
    const test = await createTestApplication({ exampleFamily: true });
    const { caseId } = test.application.caseload.get().cases[0] as CaseSummary;
    await renderApp({ test, path: `/cases/${caseId}/part/nergens` });
    expect(await screen.findByRole('heading', { level: 1, name: 'Dit deel staat niet op dit apparaat' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Naar de casus' })).toBeVisible();
  });

  it('is found from the page of the case', async () => {
    const { goTo, caseId } = await setup('team', team);
    await goTo(`/cases/${caseId}`);
    const link = await screen.findByRole('link', { name: 'Wie betaalt?' });
    expect(link.getAttribute('href')).toContain('/part/');
    expect(within(screen.getByRole('region', { name: 'Aparte delen' })).getByText(/1 persoon leest dit/)).toBeVisible();
  });

  it('lets somebody of the circle read along, and only whose role may', async () => {
    const device = createTestDevice();
    const before = await createTestApplication({ device, exampleFamily: true });
    const { caseId } = before.application.caseload.get().cases[0] as CaseSummary;
    const made = await before.application.circle.addDocument(caseId, 'team', team);
    if (!made.ok) throw new Error(made.error.type);
    before.close();
    const test = await withFakeCircle({ device, unlocked: true });
    const { view, asked } = test.fake;
    const mother = circlePerson({ member: MEMBERS.mother, name: 'Kasia', role: 'caregiver' });
    const rachida = circlePerson({ member: MEMBERS.rachida, name: 'Rachida El Amrani' });
    view.set({ ...view.get(), caseId, people: [mother, rachida] });
    const { user } = await renderApp({ test, path: `/cases/${caseId}/part/${made.value}` });
    await user.click(await screen.findByRole('button', { name: 'Iemand laten meelezen' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByLabelText(/Rachida El Amrani/)).toBeVisible();
    expect(dialog.queryByLabelText(/Kasia/)).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Laten meelezen' }));
    expect(dialog.getByText('Kies wie er meeleest.')).toBeVisible();
    await user.click(dialog.getByLabelText(/Rachida El Amrani/));
    await user.click(dialog.getByRole('button', { name: 'Laten meelezen' }));
    expect(asked.at(-1)).toEqual({ verb: 'letInto', values: [caseId, made.value, MEMBERS.rachida] });
  });
});

describe('erasing a text of a part everywhere', () => {
  async function withErasing(changes: Partial<Pick<OpenPart, 'erasing'>> = {}) {
    const test = await createTestApplication({ exampleFamily: true });
    const { application } = test;
    const { caseId } = application.caseload.get().cases[0] as CaseSummary;
    const doc = valueOf(await application.circle.addDocument(caseId, 'part', { title: 'Adres' }));
    const part = valueOf(await application.parts.open(caseId, doc));
    const [entry] = valueOf(await part.change({ type: 'add', kind: 'entry', fields: { text: 'Een zin over iemand' } })).added as [EntityId];
    const [value] = part.basisOf(entry, 'text');
    const asked: unknown[][] = [];
    const preview = { versions: 2, authors: [], note: null, rewritten: [], lost: [{ entity: entry, field: 'on' }] };
    const circle: Application['circle'] = {
      ...application.circle,
      previewErasure: async () => ok(preview),
      eraseEverywhere: async (...values) => (asked.push(values), ok(undefined)),
    };
    const parts: Application['parts'] = { ...application.parts, open: async () => ok({ ...part, ...changes }) };
    const exchange = createStore({ ...unconnected, type: 'upToDate' as const });
    const app = await renderApp({
      test: { ...test, application: { ...application, circle, parts, exchange } },
      path: `/cases/${caseId}/part/${doc}`,
    });
    return { ...app, caseId, doc, entry, value, asked };
  }

  it('says what goes, in the words of the part, and asks it of that document', async () => {
    const { user, caseId, doc, entry, value, asked } = await withErasing();
    await user.click(await screen.findByRole('button', { name: /^Overal wissen: Anouk Visser/ }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Deze tekst overal wissen?' }));
    expect(dialog.getByText('Een zin over iemand')).toBeVisible();
    expect(await dialog.findByText(/Alleen de schrijver zelf kan dit opnieuw invullen: Dag\./)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Ja, overal wissen' }));
    expect(asked).toEqual([[caseId, { entity: entry, field: 'text', values: [value], earlier: true }, '', doc]]);
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('lets its lead point at the name too, and nobody else at anything', async () => {
    const { user } = await withErasing();
    await user.click(await screen.findByRole('button', { name: 'Overal wissen: Waar gaat dit deel over?' }));
    expect(within(await screen.findByRole('alertdialog')).getByText('Adres')).toBeVisible();
    cleanup();
    await withErasing({ erasing: createStore({ mayErase: false, cells: [] }) });
    await screen.findByDisplayValue('Een zin over iemand');
    expect(screen.queryByRole('button', { name: /^Overal wissen/ })).toBeNull();
  });

  it('says who erased an entry of which nothing is left', async () => {
    const cells = [{ entity: 'entry.lid.weg' as EntityId, field: 'text', by: MEMBERS.expert, at: Date.parse('2026-09-20T10:00:00+02:00') }];
    await withErasing({ erasing: createStore({ mayErase: true, cells }) });
    const erased = within(await screen.findByRole('list', { name: 'Gewiste aantekeningen' }));
    expect(erased.getByText(/^Gewist door .* op 20 september 2026$/)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });
});
