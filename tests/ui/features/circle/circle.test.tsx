import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CircleView } from '../../../../src/application/application.ts';
import type { CivilDate } from '../../../../src/core/shared/civilDate.ts';
import { circlePerson, DOCUMENTS, invitation, MEMBERS, unconnected, withFakeCircle } from '../../../support/fakeCircle.ts';
import { findAxeViolations } from '../../../support/findAxeViolations.ts';
import { renderApp } from '../../../support/renderApp.tsx';

const mother = circlePerson({ member: MEMBERS.mother, name: 'Kasia', role: 'caregiver' });
const rachida = circlePerson({
  member: MEMBERS.rachida,
  name: 'Rachida El Amrani',
  discipline: 'districtTeam',
  organisation: 'Wijkteam Oost',
  devices: 2,
  sharing: 'missing',
});

async function setup(change: Partial<CircleView> = {}, where = '/circle') {
  const test = await withFakeCircle({ exampleFamily: true });
  const { view, exchange } = test.fake;
  exchange.set({ ...unconnected, type: 'upToDate', lastHeard: test.clock.now() });
  view.set({ ...view.get(), people: [...view.get().people, rachida, mother], ...change });
  const app = await renderApp({ test, path: `/cases/${view.get().caseId}${where}` });
  await screen.findByRole('heading', { level: 1, name: where === '/circle' ? /^De kring van gezin/ : 'Iemand uitnodigen' });
  return { ...app, fake: test.fake, caseId: view.get().caseId };
}
const last = <T,>(asked: readonly T[]) => asked.at(-1);

describe('the circle', () => {
  it('says who is in: the family first, with role, organisation, devices and what each reads', async () => {
    await setup();
    const people = within(await screen.findByRole('region', { name: '3 mensen in de kring' }));
    expect(people.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      'Kasia',
      'Anouk Visser',
      'Rachida El Amrani',
    ]);
    const card = within(people.getByText('Rachida El Amrani').closest('li')!);
    for (const words of ['Professional', 'Wijkteam, Wijkteam Oost', 'Sinds 7 september 2026', 'Leest: het plan', '2 apparaten'])
      expect(card.getByText(words)).toBeVisible();
    expect(card.getByText('Er staat nog niet waarom we delen')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('gives every alarm a sentence with what to do', async () => {
    const on = '2026-11-26' as CivilDate;
    await setup({
      alarms: [
        { type: 'OneLead', member: MEMBERS.me },
        { type: 'NoContinuity' },
        { type: 'EndPast', member: MEMBERS.rachida, on },
        { type: 'EndNear', member: MEMBERS.rachida, on },
        { type: 'SharingMissing', member: MEMBERS.rachida },
        { type: 'DeviceBlocked', member: MEMBERS.rachida },
      ],
    });
    for (const sentence of [
      'Alleen Anouk Visser kan de kring veranderen',
      'Er is maar één professional',
      'Rachida El Amrani zou tot 26 november 2026 meedoen',
      'Rachida El Amrani doet mee tot 26 november 2026',
      'Er staat nog niet waarom we delen met Rachida El Amrani',
      'Een apparaat van Rachida El Amrani is stilgezet',
    ])
      expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Nu vastleggen' })).toHaveAttribute('href', expect.stringMatching(/preparation#sharing$/));
    expect(await findAxeViolations()).toEqual([]);
  });

  it('offers to take out whom nothing may be shared with any more, and shows others what was taken back', async () => {
    const alarms = [{ type: 'SharingWithdrawn', member: MEMBERS.rachida }] as const;
    const withdrawn = { ...rachida, sharing: 'withdrawn' } as const;
    const { user, fake } = await setup({ people: [withdrawn, mother], alarms });
    const banner = within((await screen.findByText(/^De toestemming om te delen met Rachida/)).closest<HTMLElement>('[role="alert"]')!);
    expect(screen.getByText('De toestemming om te delen is ingetrokken')).toBeVisible();
    await user.click(banner.getByRole('button', { name: 'Rachida El Amrani uit de kring halen' }));
    expect(await screen.findByRole('alertdialog', { name: 'Rachida El Amrani uit de kring halen' })).toBeVisible();
    await user.keyboard('{Escape}');
    act(() => fake.view.set({ ...fake.view.get(), mayChange: false }));
    expect(await screen.findByRole('link', { name: 'Bekijk wat is ingetrokken' })).toHaveAttribute(
      'href',
      expect.stringMatching(/#sharing$/),
    );
  });

  it('shows what is unfinished and why, and goes on with it', async () => {
    const job = {
      type: 'removal',
      member: MEMBERS.rachida,
      open: [
        { doc: DOCUMENTS.team, kind: 'team', mine: true },
        { doc: DOCUMENTS.plan, kind: 'plan', mine: true },
      ],
      problem: 'Offline',
    } as const;
    const { user, fake, caseId } = await setup({ jobs: [job], alarms: [{ type: 'Unfinished', job }] });
    expect(await screen.findByText('Rachida El Amrani gaat uit de kring, maar is nog niet overal weg')).toBeVisible();
    expect(screen.getByText('Nog te doen: overleg van professionals, het plan.')).toBeVisible();
    expect(screen.getByText('Dit gaat verder zodra er verbinding is.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ga verder' }));
    expect(last(fake.asked)).toEqual({ verb: 'continueJobs', values: [caseId] });
  });

  it('removes a professional with a reason, and says so plainly when there is no connection', async () => {
    const { user, fake, caseId } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Rachida El Amrani uit de kring halen' }));
    const dialog = within(screen.getByRole('alertdialog', { name: 'Rachida El Amrani uit de kring halen' }));
    await user.click(dialog.getByRole('button', { name: 'Ja, uit de kring halen' }));
    expect(dialog.getByText('Schrijf erbij waarom.')).toBeVisible();
    await user.type(dialog.getByRole('textbox', { name: 'Waarom?' }), 'werkt hier niet meer');
    fake.failWith({ type: 'Offline' });
    await user.click(dialog.getByRole('button', { name: 'Ja, uit de kring halen' }));
    expect(await dialog.findByText(/Wat ingevuld is, blijft staan/)).toBeVisible();
    expect(dialog.getByRole('textbox', { name: 'Waarom?' })).toHaveValue('werkt hier niet meer');
    fake.failWith(null);
    await user.click(dialog.getByRole('button', { name: 'Ja, uit de kring halen' }));
    expect(last(fake.asked)).toEqual({ verb: 'removeMember', values: [caseId, MEMBERS.rachida, 'werkt hier niet meer'] });
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument();
  });

  it('only proposes to remove somebody of the family, and lets a second professional stand behind it', async () => {
    const { user, fake, caseId } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Voorstellen om weg te halen: Kasia' }));
    await user.type(screen.getByRole('textbox', { name: 'Waarom?' }), 'zij wil het zelf');
    await user.click(screen.getByRole('button', { name: 'Voorstellen' }));
    expect(last(fake.asked)).toEqual({ verb: 'proposeRemoval', values: [caseId, MEMBERS.mother, 'zij wil het zelf'] });
    act(() =>
      fake.view.set({
        ...fake.view.get(),
        proposals: [{ member: MEMBERS.mother, reason: 'zij wil het zelf', by: [MEMBERS.rachida], mayISecond: true }],
      }),
    );
    expect(await screen.findByText('zij wil het zelf')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Voorstellen om weg te halen: Kasia' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Ja, Kasia gaat eruit' }));
    expect(last(fake.asked)).toEqual({ verb: 'secondRemoval', values: [caseId, MEMBERS.mother] });
  });

  it('lets somebody who lost every device come back, once the lead says to have seen or spoken them', async () => {
    const documents = [
      { doc: DOCUMENTS.plan, kind: 'plan', role: 'professional' },
      { doc: DOCUMENTS.team, kind: 'team', role: 'professional' },
      { doc: DOCUMENTS.part, kind: 'safety', role: 'professional' },
    ] as const;
    const { user, fake, caseId } = await setup({
      people: [circlePerson({ member: MEMBERS.me, name: 'Anouk Visser', role: 'lead', me: true }), { ...rachida, documents }, mother],
      documents: [
        { doc: DOCUMENTS.plan, kind: 'plan', title: '', myRole: 'lead', members: [] },
        { doc: DOCUMENTS.team, kind: 'team', title: '', myRole: 'lead', members: [] },
        { doc: DOCUMENTS.part, kind: 'safety', title: '', myRole: null, members: [] },
      ],
    });
    await user.click(await screen.findByRole('button', { name: 'Rachida El Amrani is alle apparaten kwijt' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Rachida El Amrani is alle apparaten kwijt' }));
    expect(dialog.getByText('Bel of zie deze persoon eerst')).toBeVisible();
    expect(dialog.getByText('Dit kun jij niet teruggeven aan Rachida El Amrani: veiligheid. Dat beheert iemand anders.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Uitnodiging maken' }));
    expect(dialog.getByRole('alert')).toHaveTextContent('Bel of zie deze persoon eerst. Vink het daarna aan.');
    expect(fake.asked.some(({ verb }) => verb === 'invite')).toBe(false);
    expect(await findAxeViolations()).toEqual([]);
    await user.click(dialog.getByRole('checkbox', { name: 'Ik zag of sprak Rachida El Amrani zelf' }));
    await user.click(dialog.getByRole('radio', { name: /^Op afstand/ }));
    await user.click(dialog.getByRole('button', { name: 'Uitnodiging maken' }));
    const input = { role: 'professional', how: 'atDistance', person: null, documents: [DOCUMENTS.team], until: null, sharing: null };
    expect(last(fake.asked)).toEqual({ verb: 'invite', values: [caseId, { ...input, succeeds: MEMBERS.rachida }] });
    expect(await screen.findByRole('heading', { name: 'Rachida El Amrani komt terug' })).toBeVisible();
    const asks = { type: 'asked', name: 'Rachida', organisation: '', digits: null } as const;
    act(() => fake.invitations.set([{ ...fake.invitations.get()[0]!, state: asks }]));
    expect(await screen.findByText('Is dit echt Rachida El Amrani? Laat alleen erin wie je zelf zag of sprak.')).toBeVisible();
  });

  it('tells the lost devices of who came back from the new, and asks the second professional in words', async () => {
    const back = { ...mother, member: MEMBERS.expert };
    await setup({
      people: [circlePerson({ member: MEMBERS.me, name: 'Anouk Visser', role: 'lead', me: true }), { ...mother, replaced: true }, back],
      proposals: [{ member: MEMBERS.mother, reason: 'nieuwe sleutels', by: [MEMBERS.me], mayISecond: false }],
    });
    expect(await screen.findByRole('heading', { name: 'Kasia (oude apparaten) uit de kring?' })).toBeVisible();
    expect(screen.getByText(/De oude apparaten horen eruit/)).toBeVisible();
    expect(screen.queryByText('nieuwe sleutels')).not.toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /is alle apparaten kwijt$/ })).toHaveLength(1);
  });

  it('changes a role, with each explained in a line', async () => {
    const { user, fake, caseId } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Rol veranderen van Rachida El Amrani' }));
    await user.click(screen.getByRole('radio', { name: 'Leest mee Leest het plan, schrijft niets.' }));
    await user.click(screen.getByRole('button', { name: 'Rol geven' }));
    expect(last(fake.asked)).toEqual({ verb: 'changeRole', values: [caseId, MEMBERS.rachida, 'reader'] });
  });

  it('adds a colleague without an invitation', async () => {
    const { user, fake, caseId } = await setup({
      colleagues: [{ member: MEMBERS.expert, name: 'Bram Kuiper', discipline: 'teacher' }],
    });
    await user.click(await screen.findByRole('button', { name: 'Bram Kuiper toevoegen' }));
    await user.click(screen.getByRole('radio', { name: /^Deskundige, voor een tijd/ }));
    await user.click(screen.getByRole('button', { name: 'In de kring zetten' }));
    expect(screen.getByText('Een deskundige komt voor een tijd. Kies een einddatum.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /^Professional/ }));
    await user.click(screen.getByRole('button', { name: 'In de kring zetten' }));
    expect(last(fake.asked)).toEqual({
      verb: 'addColleague',
      values: [caseId, { member: MEMBERS.expert, role: 'professional', person: null, documents: [], until: null }],
    });
  });

  it('keeps what was made before leaving in sight, and says that it is not in the plan', async () => {
    const newest = Date.parse('2026-09-10T10:00:00Z');
    const { user } = await setup({
      late: [
        { member: MEMBERS.rachida, doc: DOCUMENTS.plan, count: 2, newest, mayTakeOver: true },
        { member: MEMBERS.rachida, doc: DOCUMENTS.team, count: 1, newest, mayTakeOver: false },
      ],
    });
    const late = within(await screen.findByRole('region', { name: 'Voor vertrek gemaakt' }));
    expect(late.getByText(/^2 wijzigingen van Rachida El Amrani, de nieuwste van/)).toBeVisible();
    expect(late.getByText('Overnemen zet het onder jouw naam in het plan. Je kunt het weer ongedaan maken.')).toBeVisible();
    await user.click(late.getByRole('button', { name: 'Wijzigingen van Rachida El Amrani overnemen' }));
    expect(late.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('offers nothing to somebody who may not change it, and says when they are no longer in', async () => {
    await setup({ mayChange: false, myRole: null });
    expect(await screen.findByText('Je zit niet meer in deze kring')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Iemand uitnodigen' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Rol veranderen|uit de kring/ })).not.toBeInTheDocument();
  });

  it('makes another part, and says who reads which', async () => {
    const { user, fake, caseId } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Nog een deel maken' }));
    await user.click(screen.getByRole('radio', { name: /^Veiligheid/ }));
    await user.click(screen.getByRole('button', { name: 'Deel maken' }));
    expect(last(fake.asked)).toEqual({ verb: 'addDocument', values: [caseId, 'safety', { title: '' }] });
  });

  it('asks why professionals consult, because the family reads that; and a name for a part', async () => {
    const { user, fake, caseId } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Nog een deel maken' }));
    await user.click(screen.getByRole('button', { name: 'Deel maken' }));
    expect(screen.getByText('Schrijf op waarom. Het gezin mag dat weten.')).toBeVisible();
    expect(fake.asked.some(({ verb }) => verb === 'addDocument')).toBe(false);
    await user.click(screen.getByRole('radio', { name: /^Een apart deel/ }));
    expect(screen.getByText('Geef dit deel een naam.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /^Overleg van professionals/ }));
    await user.type(screen.getByLabelText('Waarom is dit deel er?'), 'Wie betaalt wat');
    await user.click(screen.getByRole('button', { name: 'Deel maken' }));
    expect(last(fake.asked)).toEqual({ verb: 'addDocument', values: [caseId, 'team', { title: '', reason: 'Wie betaalt wat' }] });
  });
});

describe('inviting', () => {
  it('asks who, which role and how, and shows a code with the minutes that are left', async () => {
    const { user, fake, application } = await setup({}, '/circle/invite');
    await user.click(await screen.findByRole('button', { name: 'Uitnodiging maken' }));
    expect(screen.getByText('Er klopt iets niet').closest('div')).toHaveTextContent(/Kies wie je uitnodigt.*Kies een rol.*Kies hoe/);
    expect(await findAxeViolations()).toEqual([]);
    const [caregiver] = (await openPlan(application, fake.view.get().caseId)).caregivers;
    await user.selectOptions(screen.getByRole('combobox', { name: 'Wie nodig je uit?' }), caregiver!.name);
    expect(screen.getByRole('radio', { name: /^Ouder of verzorger/ })).toBeChecked();
    expect(screen.queryByRole('heading', { name: 'Waarom delen jullie?' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: /^Naast elkaar/ }));
    await user.click(screen.getByRole('button', { name: 'Uitnodiging maken' }));
    expect(await screen.findByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible();
    expect(screen.getByText('Nog 10 minuten geldig')).toBeVisible();
    expect(last(fake.asked)?.values[1]).toMatchObject({ person: caregiver!.id, role: 'caregiver', how: 'inPerson', sharing: null });
    expect(await findAxeViolations()).toEqual([]);
  });

  it('asks why we share with another organisation, and says who sees it when that is skipped', async () => {
    const { user, fake } = await setup({}, '/circle/invite');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Wie nodig je uit?' }), 'Iemand die nog niet in het plan staat');
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Sanne de Wit');
    await user.click(screen.getByRole('radio', { name: 'Professional' }));
    await user.type(screen.getByRole('textbox', { name: 'Organisatie' }), 'Wijkteam Oost');
    await user.click(screen.getByRole('radio', { name: /^Op afstand/ }));
    await user.click(screen.getByRole('button', { name: 'Uitnodiging maken' }));
    expect(screen.getAllByText('Schrijf op waarvoor.').length).toBeGreaterThan(0);
    await user.type(screen.getByRole('textbox', { name: 'Wat delen jullie?' }), 'het plan');
    await user.type(screen.getByRole('textbox', { name: 'Waarvoor?' }), 'samen één plan');
    await user.click(screen.getByRole('radio', { name: 'Toestemming' }));
    await user.click(screen.getByRole('radio', { name: 'gezegd aan tafel' }));
    fake.failWith({ type: 'Offline' });
    await user.click(screen.getByRole('button', { name: 'Uitnodiging maken' }));
    expect((await screen.findAllByText(/Hiervoor is verbinding nodig/)).length).toBeGreaterThan(0);
    expect(screen.getByRole('textbox', { name: 'Wat delen jullie?' })).toHaveValue('het plan');
    fake.failWith(null);
    await user.click(screen.getByRole('checkbox', { name: 'Nu nog niet vastleggen' }));
    expect(screen.getByText('Dat mag. Het gezin en de kring zien dan dat dit ontbreekt.')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Nu nog niet vastleggen' }));
    await user.click(screen.getByRole('button', { name: 'Uitnodiging maken' }));
    const link = await screen.findByRole<HTMLInputElement>('textbox', { name: 'De link' });
    expect(link.value).toMatch(/^http.*\/#uitnodiging=/);
    const asked = fake.asked.filter(({ verb }) => verb === 'invite').map(({ values }) => values[1] as { person: string });
    expect(asked.at(-1)).toMatchObject({ sharing: { what: 'het plan', legalBasis: 'consent', how: 'spoken' }, how: 'atDistance' });
    // The new person was written once, however often it was tried.
    expect(new Set(asked.map(({ person }) => person)).size).toBe(1);
  });

  it('warns who must still agree and what stands, follows what is filled in, and stops nobody', async () => {
    const { user, fake, application } = await setup({}, '/circle/invite');
    const who = await screen.findByRole('combobox', { name: 'Wie nodig je uit?' });
    await user.selectOptions(who, 'Karim');
    const sharing = within(screen.getByRole('region', { name: 'Waarom delen jullie?' }));
    // Recorded already, so nothing is asked twice; of Bart nobody looked up whether he has authority over Zosia.
    expect(sharing.getByText('Deze persoon is van een andere organisatie. Wat jullie delen staat al vast.')).toBeVisible();
    expect(sharing.getByRole('checkbox', { name: 'Verder niets vastleggen' })).toBeChecked();
    expect(sharing.getByRole('status')).toHaveTextContent('Nog niet iedereen die beslist, zei ja');
    expect(sharing.getByText('De vraag, krachten, doelen en acties')).toBeVisible();
    expect(sharing.getByText('Het is niet bekend of Bart gezag heeft over Zosia.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /^Naast elkaar/ }));

    const plan = await openPlan(application, fake.view.get().caseId);
    const idOf = (name: string) => plan.people.find((person) => person.name === name)!.id;
    const opened = await application.openCase(fake.view.get().caseId);
    if (!opened.ok) throw new Error(opened.error.type);
    const { change } = opened.value;
    await change({ type: 'setAuthority', caregiver: idOf('Bart'), child: idOf('Zosia'), holds: 'no', source: 'register', checkedOn: null });
    await waitFor(() => expect(sharing.getByRole('status')).toHaveTextContent('Alles is geregeld om te delen'));

    await user.click(sharing.getByRole('checkbox', { name: 'Verder niets vastleggen' }));
    await user.type(sharing.getByRole('textbox', { name: 'Wat delen jullie?' }), 'Ook over thuis');
    await user.click(sharing.getByRole('radio', { name: 'Toestemming' }));
    expect(sharing.getByRole('status')).toHaveTextContent('Nog niet iedereen die beslist, zei ja');
    expect(sharing.getByText('Ewa moet nog ja zeggen voor Milan, Zosia.')).toBeVisible();
    await user.click(sharing.getByRole('checkbox', { name: /^Ewa/ }));
    expect(sharing.queryByText(/^Ewa moet nog ja zeggen/)).toBeNull();
    expect(sharing.getByText('Bart moet nog ja zeggen voor Milan.')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);

    const karims = plan.sharings.find(({ withWhom }) => withWhom === idOf('Karim'))!;
    const set = (field: string, value: unknown) => ({ type: 'set', entity: karims.id, field, value }) as const;
    await change(set('withdrawnOn', plan.family.familyToldOn), set('withdrawnBy', idOf('Ewa')));
    await waitFor(() => expect(sharing.getByRole('status')).toHaveTextContent('Let op: de toestemming is ingetrokken'));
    expect(sharing.getByText(/^Al gedeeld van .*De vraag, krachten/)).toBeVisible();
    expect(sharing.getByText('Uitnodigen kan. Jij beslist of dat nu goed is.')).toBeVisible();
    await user.type(sharing.getByRole('textbox', { name: 'Waarvoor?' }), 'samen één plan');
    await user.click(sharing.getByRole('radio', { name: 'gezegd aan tafel' }));
    await user.click(screen.getByRole('button', { name: 'Uitnodiging maken' }));
    expect(await screen.findByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible();
    expect(last(fake.asked)?.values[1]).toMatchObject({ person: idOf('Karim'), sharing: { what: 'Ook over thuis' } });
    opened.value.close();
  });

  it('says what to think about before a parent without known authority reads along', async () => {
    const { user } = await setup({}, '/circle/invite');
    const who = await screen.findByRole('combobox', { name: 'Wie nodig je uit?' });
    await user.selectOptions(who, 'Ewa');
    expect(screen.queryByText(/alles meelezen/)).toBeNull();
    await user.selectOptions(who, 'Bart');
    const banner = within(screen.getByText('Mag Bart alles meelezen?').closest<HTMLElement>('[role="status"]')!);
    expect(banner.getByText('Het is niet bekend of Bart gezag heeft over Zosia.')).toBeVisible();
    expect(banner.getByRole('link', { name: 'Vraag na wie het gezag heeft' })).toHaveAttribute(
      'href',
      expect.stringMatching(/#authority$/),
    );
    expect(await findAxeViolations()).toEqual([]);
    await user.selectOptions(who, 'Iemand die nog niet in het plan staat');
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Tom');
    await user.click(screen.getByRole('radio', { name: /^Ouder/, checked: false }));
    expect(screen.getByText('Het is niet bekend of Tom gezag heeft over Milan, Zosia.')).toBeVisible();
  });

  it('asks whose file it is about when the own discipline does not say it', async () => {
    const { user, fake, application } = await setup({}, '/circle/invite');
    const opened = await application.openCase(fake.view.get().caseId);
    if (!opened.ok) throw new Error(opened.error.type);
    await opened.value.change({ type: 'set', entity: opened.value.view.get().me!.id, field: 'discipline', value: 'psychologist' });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Wie nodig je uit?' }), 'Karim');
    const sharing = within(screen.getByRole('region', { name: 'Waarom delen jullie?' }));
    expect(sharing.queryByRole('status')).toBeNull();
    await user.selectOptions(sharing.getByRole('combobox', { name: 'Om welke gegevens gaat het?' }), 'Van de jeugdhulp');
    expect(sharing.getByRole('status')).toHaveTextContent('Nog niet iedereen die beslist, zei ja');
    opened.value.close();
  });

  it('shows who asks, compares digits, and lets in or refuses', async () => {
    const { user, fake, caseId } = await setup();
    const show = (state: Parameters<typeof invitation>[0]) => act(() => fake.invitations.set([invitation({ caseId, ...state })]));
    show({
      how: 'atDistance',
      state: { type: 'asked', name: 'Sanne de Wit', organisation: 'Wijkteam Oost', digits: '123456789012345678901234' },
    });
    expect(await screen.findByText('Sanne de Wit (Wijkteam Oost) wil meedoen')).toBeVisible();
    const digits = within(screen.getByRole('list', { name: 'Cijfers om te vergelijken' }));
    expect(digits.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['1234', '5678', '9012', '3456', '7890', '1234']);
    await user.click(screen.getByRole('button', { name: 'Ja, alle cijfers zijn hetzelfde' }));
    expect(last(fake.asked)).toEqual({ verb: 'acceptGuest', values: ['uitnodiging-1'] });
    await user.click(screen.getByRole('button', { name: 'Weigeren' }));
    expect(last(fake.asked)).toEqual({ verb: 'refuseGuest', values: ['uitnodiging-1'] });
    show({ state: { type: 'asked', name: 'Kasia', organisation: '', digits: null } });
    expect(await screen.findByText('Zit deze persoon naast je? Klopt de naam?')).toBeVisible();
    show({ state: { type: 'accepted', name: 'Kasia', at: 0 } });
    expect(await screen.findByText('Kasia doet mee.')).toBeVisible();
    show({ state: { type: 'refused' } });
    expect(await screen.findByText(/^Geweigerd/)).toBeVisible();
    show({ state: { type: 'expired' } });
    expect(await screen.findByText(/^Deze uitnodiging is verlopen/)).toBeVisible();
    show({ state: { type: 'waiting' }, offline: true, expiresAt: Date.parse('2100-01-01') });
    expect(await screen.findByText(/staat hier wie zich meldt/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Uitnodiging stoppen' }));
    expect(screen.queryByRole('heading', { name: 'Uitnodigingen' })).not.toBeInTheDocument();
  });

  it('says before anything is filled in that it needs a connection', async () => {
    const { fake } = await setup({}, '/circle/invite');
    act(() => fake.exchange.set({ ...unconnected, type: 'offline' }));
    expect(await screen.findByText('Er is nu geen verbinding')).toBeVisible();
    act(() => fake.exchange.set(unconnected));
    expect(await screen.findByText('Dit apparaat is nog niet verbonden')).toBeVisible();
  });
});

async function openPlan(application: Awaited<ReturnType<typeof setup>>['application'], caseId: CircleView['caseId']) {
  const opened = await application.openCase(caseId);
  if (!opened.ok) throw new Error(opened.error.type);
  const view = opened.value.view.get();
  opened.value.close();
  return view;
}
