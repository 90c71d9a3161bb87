import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Application, OrganisationPerson } from '../../../src/application/application.ts';
import type { CivilDate } from '../../../src/core/shared/civilDate.ts';
import { forgetLink, rememberLink } from '../../../src/ui/components/openedLink.ts';
import { DEVICES, MEMBERS, unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

afterEach(forgetLink);

const person = (change: Partial<OrganisationPerson> & Pick<OrganisationPerson, 'member' | 'name'>): OrganisationPerson => ({
  entity: null,
  discipline: '',
  administrator: false,
  me: false,
  since: Date.parse('2026-09-01T09:00:00+02:00'),
  left: null,
  devices: [],
  ...change,
});
const me = person({ member: MEMBERS.me, name: 'Anouk Visser', administrator: true, me: true });
const bram = person({
  member: MEMBERS.expert,
  name: 'Bram Kuiper',
  discipline: 'teacher',
  devices: [
    { id: DEVICES.laptop, kind: 'device', revoked: false, blocked: false, lastSeen: '2026-09-23' as CivilDate },
    { id: DEVICES.tablet, kind: 'device', revoked: false, blocked: true, lastSeen: null },
    { id: DEVICES.paper, kind: 'paper', revoked: true, blocked: false, lastSeen: null },
  ],
});

async function setup({ amAdministrator = true, path = '/organisation' } = {}) {
  const test = await withFakeCircle();
  const { organisationView, exchange } = test.fake;
  exchange.set({ ...unconnected, type: 'upToDate', lastHeard: test.clock.now() });
  organisationView.set({
    ...organisationView.get(),
    amAdministrator,
    people: [amAdministrator ? me : { ...me, me: false }, bram],
    storedBytes: 2_400_000,
    toldAt: test.clock.now(),
    alarms: [{ type: 'OneAdministrator' }],
  });
  const app = await renderApp({ test, path });
  return { ...app, fake: test.fake };
}

describe('the organisation, for its administrator', () => {
  it('lets them choose how long closed cases are kept, with the source of each period', async () => {
    const { fake, user } = await setup();
    const section = within(await screen.findByRole('region', { name: 'Bewaartermijn' }));
    await user.click(section.getByRole('button', { name: 'Termijn bewaren' }));
    expect(section.getByText('Kies een termijn.', { selector: 'p, span' })).toBeVisible();
    await user.click(section.getByRole('radio', { name: /Eigen termijn/ }));
    await user.click(section.getByRole('button', { name: 'Termijn bewaren' }));
    expect(section.getAllByText('Vul in hoeveel jaar jullie een casus bewaren.')[0]).toBeVisible();
    expect(fake.asked).not.toContainEqual(expect.objectContaining({ verb: 'retain' }));
    await user.type(section.getByRole('textbox', { name: /Aantal jaar/ }), '7');
    await user.click(section.getByRole('button', { name: 'Termijn bewaren' }));
    expect(await section.findByText('De termijn is bewaard.')).toBeVisible();
    expect(fake.asked).toContainEqual({ verb: 'retain', values: [{ ground: 'own', years: 7 }] });
    await user.click(section.getByRole('radio', { name: /Leerlingdossier: 2 jaar/ }));
    await user.click(section.getByRole('button', { name: 'Termijn bewaren' }));
    await waitFor(() => expect(fake.asked).toContainEqual({ verb: 'retain', values: [{ ground: 'school', years: null }] }));
    expect(await findAxeViolations()).toEqual([]);
  });

  it('lets them give families numbers and addresses, after saying which lead nowhere', async () => {
    const { fake, user } = await setup();
    const section = within(await screen.findByRole('region', { name: 'Wie helpt het gezin?' }));
    const confidant = within(section.getByRole('group', { name: 'Vertrouwenspersoon' }));
    expect(section.getByText('Leeg is het landelijke nummer: 0800-0432.')).toBeVisible();
    await user.type(confidant.getByRole('textbox', { name: /Telefoon/ }), 'bel maar');
    await user.type(confidant.getByRole('textbox', { name: /E-mail/ }), 'jos');
    await user.click(section.getByRole('button', { name: 'Nagekeken en bewaren' }));
    expect(confidant.getByText('Vertrouwenspersoon: dit is geen telefoonnummer.')).toBeVisible();
    expect(confidant.getByText('Vertrouwenspersoon: dit is geen mailadres.')).toBeVisible();
    expect(fake.asked).not.toContainEqual(expect.objectContaining({ verb: 'setHelpers' }));
    await user.clear(confidant.getByRole('textbox', { name: /Telefoon/ }));
    await user.type(confidant.getByRole('textbox', { name: /Telefoon/ }), ' 14010 ');
    await user.clear(confidant.getByRole('textbox', { name: /E-mail/ }));
    await user.click(section.getByRole('button', { name: 'Nagekeken en bewaren' }));
    expect(await section.findByText('De nummers zijn bewaard.')).toBeVisible();
    const [helpers] = fake.asked.find(({ verb }) => verb === 'setHelpers')!.values as [readonly unknown[]];
    expect(helpers).toHaveLength(6);
    expect(helpers).toContainEqual({ kind: 'confidant', name: '', phone: '14010', mail: '' });
    expect(await findAxeViolations()).toEqual([]);
  });

  it('shows people, their devices and the room on the server, and asks the server for them', async () => {
    const { fake } = await setup();
    expect(await screen.findByText('Er is maar één beheerder')).toBeVisible();
    await waitFor(() => expect(fake.asked).toContainEqual({ verb: 'refresh', values: [] }));
    const devices = within(screen.getByRole('list', { name: 'Apparaten van Bram Kuiper' }));
    expect(devices.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Apparaat 1 laatst gezien 23 september 2026'),
      expect.stringContaining('Apparaat 2 nog niet gezienStilgezet'),
      expect.stringContaining('Code op papier 1 nog niet gezienIngetrokken'),
    ]);
    expect(screen.getByText('2,4 MB in gebruik')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('stops a lost device after saying what that does, and lets it go on again', async () => {
    const { user, fake } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Apparaat 1 van Bram Kuiper stilzetten' }));
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByText(/krijgt meteen niets nieuws meer/)).toBeVisible();
    fake.failWith({ type: 'Offline' });
    await user.click(dialog.getByRole('button', { name: 'Ja, stilzetten' }));
    expect(await dialog.findByText(/Hiervoor is verbinding nodig/)).toBeVisible();
    fake.failWith(null);
    await user.click(dialog.getByRole('button', { name: 'Ja, stilzetten' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'blockDevice', values: [DEVICES.laptop, true] });
    await user.click(screen.getByRole('button', { name: 'Apparaat 2 van Bram Kuiper weer aanzetten' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'blockDevice', values: [DEVICES.tablet, false] });
    expect(screen.queryByRole('button', { name: /^Code op papier 1/ })).not.toBeInTheDocument();
  });

  it('makes an administrator, and takes a colleague out after saying what stays', async () => {
    const { user, fake } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Bram Kuiper beheerder maken' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'makeAdministrator', values: [MEMBERS.expert, true] });
    await user.click(screen.getByRole('button', { name: 'Bram Kuiper uit de organisatie halen' }));
    expect(screen.getByText(/In de kringen van casussen verandert niets/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ja, uit de organisatie halen' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'removeColleague', values: [MEMBERS.expert] });
    expect(screen.queryByRole('button', { name: /Anouk Visser (beheerder|is geen|uit)/ })).not.toBeInTheDocument();
  });

  it('corrects how a colleague is called and what they do; only what changed', async () => {
    const { user, fake } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Gegevens verbeteren van Bram Kuiper' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/Verander hem alleen als je zeker weet wie dit is/)).toBeVisible();
    const name = dialog.getByRole('textbox', { name: 'Naam' });
    await user.clear(name);
    await user.click(dialog.getByRole('button', { name: 'Bewaren' }));
    expect(dialog.getByText('Vul een naam in.')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.type(name, 'Bram de Kuiper');
    fake.failWith({ type: 'Offline' });
    await user.click(dialog.getByRole('button', { name: 'Bewaren' }));
    expect(await dialog.findByText(/Hiervoor is verbinding nodig/)).toBeVisible();
    expect(name).toHaveValue('Bram de Kuiper');
    fake.failWith(null);
    await user.click(dialog.getByRole('button', { name: 'Bewaren' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'changePerson', values: [MEMBERS.expert, { name: 'Bram de Kuiper' }] });
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Gegevens verbeteren van Bram Kuiper' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Vak' }), 'Wijkteam');
    await user.click(screen.getByRole('button', { name: 'Bewaren' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'changePerson', values: [MEMBERS.expert, { discipline: 'districtTeam' }] });
  });

  it('keeps a discipline that is no choice', async () => {
    const { user, fake } = await setup();
    const { organisationView } = fake;
    act(() => organisationView.set({ ...organisationView.get(), people: [me, { ...bram, discipline: 'Vioolbouwer' }] }));
    await user.click(await screen.findByRole('button', { name: 'Gegevens verbeteren van Bram Kuiper' }));
    expect(screen.getByRole('combobox', { name: 'Vak' })).toHaveDisplayValue('Vioolbouwer');
    await user.click(screen.getByRole('button', { name: 'Bewaren' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(fake.asked.some(({ verb }) => verb === 'changePerson')).toBe(false);
  });

  it('invites a colleague with a code, and changes the name', async () => {
    const { user, fake } = await setup();
    await user.click(await screen.findByRole('button', { name: 'Uitnodiging maken' }));
    expect(await screen.findByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible();
    const name = screen.getByRole('textbox', { name: 'Naam van de organisatie' });
    await user.clear(name);
    await user.type(name, 'De Nieuwe Regenboog');
    await user.click(screen.getByRole('button', { name: 'Naam bewaren' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'rename', values: ['De Nieuwe Regenboog'] });
    expect(await screen.findByText('De naam is veranderd.')).toBeVisible();
  });

  it('says that it is of last time when there is no connection', async () => {
    const { fake } = await setup();
    await screen.findByText('Er is maar één beheerder');
    act(() => fake.exchange.set({ ...unconnected, type: 'offline' }));
    expect(await screen.findByText(/Wat je ziet is van de laatste keer/)).toBeVisible();
  });
});

describe('the organisation, for everyone else', () => {
  it('says who the administrator is, and offers nothing else', async () => {
    await setup({ amAdministrator: false });
    expect(await screen.findByText('Beheerder: Anouk Visser')).toBeVisible();
    const main = within(screen.getByRole('main'));
    expect(main.queryByRole('button')).not.toBeInTheDocument();
    expect(await findAxeViolations()).toEqual([]);
  });

  it('lets somebody correct their own name', async () => {
    const { user, fake } = await setup({ amAdministrator: false });
    const { organisationView } = fake;
    act(() => organisationView.set({ ...organisationView.get(), people: [{ ...bram, me: true }] }));
    await user.click(await screen.findByRole('button', { name: 'Gegevens verbeteren van Bram Kuiper' }));
    expect(screen.getByText("Collega's herkennen je aan deze naam.")).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), ' jr.');
    await user.click(screen.getByRole('button', { name: 'Bewaren' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'changePerson', values: [MEMBERS.expert, { name: 'Bram Kuiper jr.' }] });
  });

  it('is calm when there is none, and says how to come in', async () => {
    const test = await withFakeCircle();
    test.fake.withoutOrganisation();
    await renderApp({ test, path: '/organisation' });
    expect(await screen.findByText('Dit apparaat hoort nog niet bij een organisatie')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Ik heb een uitnodiging' })).toHaveAttribute('href', '/join');
  });
});

describe("the link of a server's first start", () => {
  it('names the organisation, and loses nothing when it fails', async () => {
    rememberLink('#setup=eenmalig');
    const { user, fake, router } = await setup({ path: '/join' });
    const name = await screen.findByRole('textbox', { name: 'Naam van de organisatie' });
    expect(name).toHaveValue('Basisschool De Regenboog');
    await user.clear(name);
    await user.click(screen.getByRole('button', { name: 'Organisatie beginnen' }));
    expect(screen.getByText('Vul een naam in.')).toBeVisible();
    await user.type(name, 'De Regenboog');
    fake.failWith({ type: 'InvitationOver' });
    await user.click(screen.getByRole('button', { name: 'Organisatie beginnen' }));
    expect(await screen.findByText(/al gebruikt, gestopt of te oud/)).toBeVisible();
    expect(name).toHaveValue('De Regenboog');
    fake.failWith(null);
    await user.click(screen.getByRole('button', { name: 'Organisatie beginnen' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Basisschool De Regenboog' })).toBeVisible();
    expect(fake.asked).toContainEqual({ verb: 'found', values: ['#setup=eenmalig', 'De Regenboog'] });
    expect(router.state.location.pathname).toBe('/organisation');
  });

  it('who went to look at something else meanwhile stays there', async () => {
    rememberLink('#setup=eenmalig');
    const test = await withFakeCircle();
    const founding = Promise.withResolvers<Awaited<ReturnType<Application['organisation']['found']>>>();
    const organisation = { ...test.application.organisation, found: () => founding.promise };
    const { user, router, goTo } = await renderApp({
      test: { ...test, application: { ...test.application, organisation } },
      path: '/join',
    });
    await user.click(await screen.findByRole('button', { name: 'Organisatie beginnen' }));
    expect(await screen.findByText('De organisatie wordt gemaakt…')).toBeVisible();
    await goTo('/help');
    await screen.findByRole('heading', { level: 1 });
    await act(async () => founding.resolve({ ok: true, value: undefined }));
    expect(router.state.location.pathname).toBe('/help');
  });
});
