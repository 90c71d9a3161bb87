import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { AccessLine, AccessView } from '../../../src/application/application.ts';
import type { CaseId, DeviceId, EnvelopeHash } from '../../../src/core/shared/ids.ts';
import { DEVICES, DOCUMENTS, MEMBERS, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';
import { openNewCase } from './case/openNewCase.tsx';

const at = (time: string) => Date.parse(`2026-09-23T${time}:00+02:00`);
let count = 0;
const line = (change: Partial<AccessLine>): AccessLine => ({
  id: `regel-${count++}` as EnvelopeHash,
  at: at('09:00'),
  member: MEMBERS.rachida,
  name: 'Rachida Amrani',
  organisation: 'Wijkteam Noord',
  role: 'professional',
  me: false,
  what: 'opened',
  doc: DOCUMENTS.plan,
  kind: 'plan',
  device: DEVICES.tablet,
  ...change,
});

async function show(change: Partial<AccessView>) {
  const test = await withFakeCircle({ exampleFamily: true });
  const { caseId } = test.fake.view.get();
  test.fake.access.set({ ...test.fake.access.get(), ...change });
  const app = await renderApp({ path: `/cases/${caseId}/access`, test });
  await screen.findByRole('heading', { level: 1, name: /Wie keek bij/ });
  return { ...app, fake: test.fake, caseId };
}

describe('Wie keek in deze casus?', () => {
  it('tells day by day who did what, with role and organisation, and can show a part of it', async () => {
    const { user } = await show({
      lines: [
        line({ at: at('14:32'), member: MEMBERS.me, name: 'Anouk Visser', me: true, role: 'lead', what: 'printed' }),
        line({ what: 'opened' }),
        line({ what: 'received', kind: 'team' }),
        line({ what: 'invited', name: '', role: null, organisation: '', member: null }),
      ],
    });
    const day = await screen.findByRole('region', { name: 'woensdag 23 september 2026' });
    expect(
      within(day)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '14.32 uurAnouk Visser (jij) drukte iets uit de casus afbeheert de kring, Wijkteam Noord',
      '9.00 uurRachida Amrani opende de casusprofessional, Wijkteam Noord',
      '9.00 uurRachida Amrani kreeg de casus op een apparaatprofessional, Wijkteam Noordoverleg van professionals',
      '9.00 uurIemand zonder naam gaf iemand toegangtoen niet in de kring',
    ]);
    await user.click(screen.getByRole('radio', { name: 'Meegenomen' }));
    expect(within(screen.getByRole('region', { name: /23 september/ })).getAllByRole('listitem')).toHaveLength(1);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('says loudly what is missing, and lays beside it what the server passed on', async () => {
    const { user, fake } = await show({
      lines: [line({})],
      alarms: [
        { type: 'LinesMissing', device: DEVICES.tablet, member: MEMBERS.rachida, count: 2 },
        { type: 'DeviceSilent', device: 'onbekend' as DeviceId, member: null },
      ],
      handedOut: [
        { device: DEVICES.tablet, member: MEMBERS.rachida, name: 'Rachida Amrani', first: at('08:00'), last: at('09:00'), times: 4 },
        { device: DEVICES.laptop, member: MEMBERS.rachida, name: 'Rachida Amrani', first: at('07:00'), last: at('08:30'), times: 1 },
      ],
      toldAt: at('10:00'),
    });
    expect(await screen.findByText('Er ontbreken 2 regels van Rachida Amrani')).toBeVisible();
    expect(screen.getByText('Een apparaat van Iemand zonder naam haalde de casus op zonder regel')).toBeVisible();
    const server = screen.getByRole('region', { name: 'Wat de server doorgaf' });
    expect(
      within(server)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringMatching(/^Apparaat 2 van Rachida Amrani laatst .*9\.00 uur, eerst .*8\.00 uur$/),
      expect.stringMatching(/^Apparaat 1 van Rachida Amrani laatst .*8\.30 uur, eerst .*7\.00 uur$/),
    ]);
    const before = fake.asked.filter(({ verb }) => verb === 'refreshAccess').length;
    await user.click(within(server).getByRole('button', { name: 'Opnieuw vragen' }));
    await waitFor(() => expect(fake.asked.filter(({ verb }) => verb === 'refreshAccess')).toHaveLength(before + 1));
  });

  it('is reached from the case and from the circle, whose alarms lead there too', async () => {
    const { user, fake, caseId, goTo } = await show({});
    expect(await screen.findByText('Nog niemand opende deze casus.')).toBeVisible();
    await goTo(`/cases/${caseId}`);
    await user.click(await screen.findByRole('link', { name: 'Wie keek in deze casus?' }));
    await screen.findByRole('heading', { level: 1, name: /Wie keek bij/ });
    fake.view.set({ ...fake.view.get(), alarms: [{ type: 'LinesMissing', member: MEMBERS.me }] });
    await goTo(`/cases/${caseId}/circle`);
    expect(await screen.findByText("In 'Wie keek er?' ontbreken regels van Anouk Visser")).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Bekijk wie er keek' }));
    await screen.findByRole('heading', { level: 1, name: /Wie keek bij/ });
  });
});

describe('a case that is looked at', () => {
  it('writes it down, and that it was printed, in the real application', async () => {
    await openNewCase('access');
    const lineWith = async (words: string) => {
      const lines = () => screen.queryAllByRole('listitem').filter(({ textContent }) => textContent?.includes(words));
      await waitFor(() => expect(lines()).toHaveLength(1));
    };
    await lineWith('opende de casus');
    window.dispatchEvent(new Event('beforeprint'));
    await lineWith('drukte iets uit de casus af');
    await lineWith('opende de casus');
  });

  it('can be printed with its log', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const { user } = await show({});
    await user.click(await screen.findByRole('button', { name: 'Afdrukken' }));
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
  });
});

describe('watching over a case', () => {
  it('begins at the organisation, has no name of a family, and shows the same lines', async () => {
    const test = await withFakeCircle();
    test.fake.audited.push({ caseId: 'casus-van-ver' as CaseId, since: at('09:00'), documents: ['plan'] });
    test.fake.access.set({ ...test.fake.access.get(), auditing: true, lines: [line({})] });
    const { user } = await renderApp({ path: '/organisation', test });
    const section = await screen.findByRole('region', { name: 'Toezicht' });
    await user.click(within(section).getByRole('link', { name: 'Wie keek er in Casus 1, sinds 23 september 2026?' }));
    await screen.findByRole('heading', { level: 1, name: 'Toezicht op een casus' });
    expect(await screen.findByText('Rachida Amrani')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Terug naar je organisatie' })).toBeVisible();
  });

  it('an administrator sees which day devices fetched something, no hour and no family', async () => {
    const test = await withFakeCircle();
    test.fake.organisationView.set({
      ...test.fake.organisationView.get(),
      fetches: [
        { member: MEMBERS.me, device: DEVICES.laptop, number: 1, day: '2026-09-23' as never, documents: ['a1b2c3', 'd4e5f6'], times: 7 },
      ],
    });
    const { user } = await renderApp({ path: '/organisation', test });
    const section = await screen.findByRole('region', { name: 'Wat apparaten ophaalden' });
    await user.click(within(section).getByText('2 delen van casussen'));
    expect(within(section).getByText('In 7 verschillende minuten van die dag. Kenmerk: a1b2c3, d4e5f6')).toBeVisible();
  });
});
