import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { DEVICES, unconnected, withFakeCircle } from '../../support/fakeCircle.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

async function setup() {
  const test = await withFakeCircle();
  test.fake.exchange.set({ ...unconnected, type: 'upToDate', lastHeard: test.clock.now() });
  test.fake.own.set([
    { id: DEVICES.laptop, kind: 'device', thisOne: true, revoked: false },
    { id: DEVICES.tablet, kind: 'device', thisOne: false, revoked: false },
    { id: DEVICES.paper, kind: 'paper', thisOne: false, revoked: false },
  ]);
  const app = await renderApp({ test, path: '/device' });
  const section = within(await screen.findByRole('region', { name: 'Eigen apparaten' }));
  return { ...app, fake: test.fake, section };
}

describe("a person's own devices", () => {
  it('are listed, and a lost one is withdrawn after saying what that does', async () => {
    const { user, fake, section } = await setup();
    expect(section.getByText('Dit apparaat')).toBeVisible();
    expect(section.getByText('Code op papier 1')).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(section.getByRole('button', { name: 'Ander apparaat 1 intrekken' }));
    expect(screen.getByText(/Alles krijgt een nieuwe sleutel/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ja, intrekken' }));
    expect(fake.asked.at(-1)).toEqual({ verb: 'revoke', values: [DEVICES.tablet] });
  });

  it('are linked by a code that another device scans', async () => {
    const { user, section } = await setup();
    await user.click(section.getByRole('button', { name: 'Koppeling maken' }));
    expect(await section.findByRole('img', { name: 'QR-code van de uitnodiging' })).toBeVisible();
  });
});

describe('an empty device of somebody who had one', () => {
  it('takes over with the code on paper, and says what is wrong with it', async () => {
    const test = await withFakeCircle({});
    const { user } = await renderApp({ test });
    await user.click(await screen.findByRole('button', { name: 'Ik had al een toestel' }));
    await user.click(await screen.findByRole('button', { name: 'Verdergaan op dit toestel' }));
    expect(screen.getByText('Er klopt iets niet').closest('div')).toHaveTextContent(/Vul de herstelcode in.*Vul een naam in/);
    await user.type(screen.getByRole('textbox', { name: 'Herstelcode' }), 'ABCD 1234');
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Anouk Visser');
    await user.type(screen.getByLabelText('Nieuwe wachtzin'), 'vier woorden die blijven');
    test.fake.failWith({ type: 'CodeUnknownHere' });
    await user.click(screen.getByRole('button', { name: 'Verdergaan op dit toestel' }));
    expect(await screen.findByText(/Deze server kent deze code niet/)).toBeVisible();
    expect(test.fake.asked.at(-1)?.values).toEqual([
      'ABCD 1234',
      { name: 'Anouk Visser', discipline: '', organisation: '', passphrase: 'vier woorden die blijven', shared: false },
    ]);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('asks only who works for their work', async () => {
    const test = await withFakeCircle({});
    const { user } = await renderApp({ test });
    await user.click(await screen.findByRole('button', { name: 'Ik had al een toestel' }));
    await user.type(await screen.findByRole('textbox', { name: 'Herstelcode' }), 'ABCD 1234');
    await user.type(screen.getByRole('textbox', { name: 'Naam' }), 'Anouk Visser');
    await user.type(screen.getByLabelText('Nieuwe wachtzin'), 'vier woorden die blijven');
    expect(screen.queryByRole('textbox', { name: 'Je organisatie' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Ik gebruik dit voor mijn werk' }));
    await user.type(screen.getByRole('textbox', { name: 'Je organisatie' }), 'De Regenboog');
    await user.click(screen.getByRole('button', { name: 'Verdergaan op dit toestel' }));
    expect(test.fake.asked.at(-1)?.values[1]).toMatchObject({ organisation: 'De Regenboog' });
  });
});
