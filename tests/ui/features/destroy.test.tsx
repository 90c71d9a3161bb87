import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { DestructionView, KeptStatement } from '../../../src/application/application.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import type { DeviceId } from '../../../src/core/shared/ids.ts';
import { DEVICES, DOCUMENTS, MEMBERS, unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const anouk = { member: MEMBERS.me, name: 'Anouk Visser', discipline: 'internalCoordinator', organisation: 'De Regenboog' } as const;
const holders: DestructionView['holders'] = [
  { ...anouk, role: 'lead', devices: [DEVICES.laptop] },
  {
    member: MEMBERS.rachida,
    name: 'Rachida El Amrani',
    discipline: 'districtTeam',
    organisation: 'Wijkteam Oost',
    role: 'professional',
    devices: [DEVICES.tablet],
  },
  { member: MEMBERS.mother, name: 'Kasia', discipline: '', organisation: '', role: 'caregiver', devices: null },
];
const documents: DestructionView['documents'] = [
  { doc: DOCUMENTS.plan, kind: 'plan', changes: 212, mine: true, leads: [MEMBERS.me] },
  { doc: DOCUMENTS.team, kind: 'team', changes: 1, mine: false, leads: [MEMBERS.rachida] },
];

async function setup(change: Partial<DestructionView> = {}, where = 'destroy') {
  const test = await withFakeCircle({ exampleFamily: true });
  const { destruction, exchange } = test.fake;
  exchange.set({ ...unconnected, type: 'upToDate', lastHeard: test.clock.now() });
  const period = { from: Date.parse('2025-09-01T09:00:00Z'), to: Date.parse('2026-09-07T09:00:00Z') };
  destruction.set({ ...destruction.get(), holders, documents, period, lastHeard: { at: period.to, from: MEMBERS.rachida }, ...change });
  const { caseId } = destruction.get();
  const app = await renderApp({ test, path: `/cases/${caseId}/${where}` });
  return { ...app, fake: test.fake, caseId };
}

describe('destroying a case', () => {
  it('says before anything else what is lost, by whom, and what to do first', async () => {
    await setup({ waiting: 2 });
    const goes = within(await screen.findByRole('region', { name: 'Dit verdwijnt' }));
    expect(goes.getByText('Het plan: 212 wijzigingen')).toBeVisible();
    expect(goes.getByText('Dit beheert Rachida El Amrani. Het verdwijnt zodra dat apparaat verbinding heeft.')).toBeVisible();
    expect(goes.getByRole('heading', { name: '3 mensen raken de casus kwijt' })).toBeVisible();
    expect(goes.getByText('Rachida El Amrani, Wijkteam, Wijkteam Oost (Professional)')).toBeVisible();
    for (const warning of ['Vraag iedereen om eerst uit te wisselen', '2 wijzigingen van jou staan alleen hier en gaan verloren'])
      expect(screen.getByText(warning)).toBeVisible();
    expect(screen.getByText(/^Laatst gehoord van Rachida El Amrani: 7 september 2026/)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('asks why and on what ground, warns when the time is not over, and wants a word typed before it happens', async () => {
    const { user, fake, caseId } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Verder' }));
    for (const problem of ['Kies een reden.', 'Kies welke bewaartermijn geldt.', 'Vul een kenmerk in.'])
      expect(screen.getAllByText(problem).length).toBeGreaterThan(0);
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Iets anders' }));
    await user.click(screen.getByRole('radio', { name: /^Jeugdhulp/ }));
    expect(screen.getByText('De bewaartermijn is nog niet voorbij')).toBeVisible();
    expect(screen.getByText(/Bewaren moet dus zeker tot 7 september 2046/)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Kenmerk van deze casus' }), 'RB-2016-04');
    await user.click(screen.getByRole('button', { name: 'Verder' }));
    expect(screen.getAllByText('Schrijf erbij waarom.').length).toBeGreaterThan(0);
    await user.type(screen.getByRole('textbox', { name: 'Toelichting' }), 'dubbel ingevoerd');
    const subject = screen.getByRole('textbox', { name: 'Over wie (komt op de verklaring)' });
    expect((subject as HTMLInputElement).value).toMatch(/^\w\.( \(\d{4}\))?(, \w\.( \(\d{4}\))?)*$/);
    await user.clear(subject);
    await user.click(screen.getByRole('button', { name: 'Verder' }));

    const dialog = within(await screen.findByRole('alertdialog', { name: 'Deze casus voor iedereen vernietigen?' }));
    expect(dialog.getByText('3 mensen raken 2 onderdelen kwijt, op al hun apparaten.')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Nu vernietigen' }));
    expect(dialog.getByText('Typ vernietigen om door te gaan.')).toBeVisible();
    expect(fake.asked.map(({ verb }) => verb)).not.toContain('destroy');
    await user.type(dialog.getByRole('textbox', { name: 'Typ het woord: vernietigen' }), 'Vernietigen');
    fake.failWith({ type: 'Offline' });
    await user.click(dialog.getByRole('button', { name: 'Nu vernietigen' }));
    expect(await dialog.findByText(/Wat ingevuld is, blijft staan/)).toBeVisible();
    fake.failWith(null);
    await user.click(dialog.getByRole('button', { name: 'Nu vernietigen' }));
    const reason = { code: 'other', words: 'dubbel ingevoerd' };
    const input = { reference: 'RB-2016-04', subject: '', reason, ground: 'youthCare', groundWords: '' };
    expect(fake.asked.findLast(({ verb }) => verb === 'destroy')).toEqual({ verb: 'destroy', values: [caseId, input] });
    expect(await screen.findByRole('heading', { level: 1, name: 'Vernietigde casussen' })).toBeVisible();
  });

  it('is not for whoever does not lead: it says who does', async () => {
    await setup({ mayDestroy: false });
    expect(await screen.findByText('Wil je dat dit gebeurt? Vraag het aan: Anouk Visser.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Verder' })).not.toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('is where one looks for it; a case that others have too is not removed from one device alone', async () => {
    const { fake } = await setup({}, '');
    expect(await screen.findByRole('link', { name: 'Casus vernietigen' })).toHaveAttribute('href', expect.stringMatching(/destroy$/));
    expect(screen.queryByRole('button', { name: 'Casus verwijderen' })).not.toBeInTheDocument();
    act(() => fake.exchange.set(unconnected));
    expect(await screen.findByRole('button', { name: 'Casus verwijderen' })).toBeVisible();
  });
});

describe('the statement', () => {
  const hash = 'abc123' as NonNullable<KeptStatement['documents'][number]['evidence']>['hash'];
  const at = Date.parse('2026-09-07T10:00:00Z');
  const stated = (change: Partial<KeptStatement>, caseId: KeptStatement['caseId']): KeptStatement => ({
    caseId,
    at,
    by: anouk,
    shared: true,
    isHere: false,
    reference: 'RB-2016-04',
    subject: 'M.W. (2016)',
    reason: { code: 'retention', words: '' },
    ground: 'school',
    groundWords: '',
    period: { from: Date.parse('2020-09-01T09:00:00Z'), to: Date.parse('2024-06-07T09:00:00Z') },
    keptUntil: '2026-06-07' as CivilDate,
    documents: documents.map((document) => ({ ...document, evidence: document.mine ? { hash, at } : null })),
    holders: holders.map((holder) => (holder.role === 'caregiver' ? { ...holder, name: '' } : holder)),
    heard: null,
    ...change,
  });

  async function show(change: Partial<KeptStatement> = {}) {
    const test = await withFakeCircle({ exampleFamily: true });
    const { caseId } = test.fake.destruction.get();
    test.fake.statements.push(stated(change, caseId));
    const app = await renderApp({ test, path: `/destroyed/${caseId}` });
    return { ...app, fake: test.fake, caseId, sheet: within(await screen.findByRole('article')) };
  }

  it('prints what, why, by whom, who had it, the evidence, and what nobody can know', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    const { user, sheet } = await show();
    for (const words of ['M.W. (2016)', 'De bewaartermijn is voorbij', '1 september 2020 tot en met 7 juni 2024', 'abc123', 'Handtekening'])
      expect(sheet.getByText(words)).toBeVisible();
    expect(sheet.getByText(/Richtlijn leerlingdossier.*Op zijn vroegst voorbij op 7 juni 2026/)).toBeVisible();
    expect(sheet.getByText('Anouk Visser, Intern begeleider, De Regenboog')).toBeVisible();
    expect(sheet.getByText(/^Ouder of verzorger: Hoeveel apparaten is hier niet bekend/)).toBeVisible();
    expect(sheet.getByText('Nog niet bekend of dit al vernietigd is.')).toBeVisible();
    expect(sheet.getByText(/^Reservekopieën van de server bevatten de casus versleuteld/)).toBeVisible();
    expect(sheet.getByText('Bij de server is nog niet nagevraagd welke apparaten het bericht ophaalden.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Afdrukken' }));
    expect(print).toHaveBeenCalledOnce();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says which devices heard once the server was asked, and can be taken away', async () => {
    const { user, fake, caseId, sheet } = await show({ heard: { at, devices: [DEVICES.tablet, 'ander' as DeviceId] } });
    expect(sheet.getByText(/^Rachida El Amrani.*1 apparaat, 1 haalde het bericht op$/)).toBeVisible();
    expect(sheet.getByText(/^Anouk Visser.*1 apparaat, nog geen bericht opgehaald$/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Nu navragen' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'askHeard', values: [caseId] });
    await user.click(screen.getByRole('button', { name: 'Verklaring weghalen' }));
    await user.click(screen.getByRole('button', { name: 'Ja, weghalen' }));
    expect(await screen.findByText('Op dit apparaat staan geen verklaringen.')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('is found again from the list', async () => {
    const { user, goTo } = await show({ isHere: true });
    expect(screen.getByText('De casus is nog niet overal vernietigd')).toBeVisible();
    await goTo('/destroyed');
    await user.click(await screen.findByRole('link', { name: 'Bekijken: RB-2016-04' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Vernietigingsverklaring' })).toBeVisible();
  });
});
