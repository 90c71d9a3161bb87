import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../../support/createTestApplication.ts';
import { renderApp } from '../../support/renderApp.tsx';

describe('a device that opens with a code of figures', () => {
  it('asks for that, with keys for figures, and says when it is wrong', async () => {
    const device = createTestDevice();
    const before = await createTestApplication({ device });
    await before.application.setUpDevice({ name: 'Kasia', discipline: '', organisation: '', passphrase: '493817', isPin: true });
    before.close();
    const { user, application } = await renderApp({ test: await createTestApplication({ device }) });
    expect(await screen.findByText('Vul de code in om verder te gaan.')).toBeVisible();
    const code = screen.getByLabelText('Code');
    expect(code).toHaveAttribute('inputmode', 'numeric');
    expect(screen.queryByText(/wachtzin/i)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Ontgrendelen' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Vul de code in.');
    await user.type(code, '111111');
    await user.click(screen.getByRole('button', { name: 'Ontgrendelen' }));
    expect(await screen.findByText('Deze code klopt niet.')).toBeVisible();
    expect(application.device.get().type).toBe('locked');
  });
});

describe('first use', () => {
  it('takes a name, a profession, an organisation and a passphrase, and is at the cases', async () => {
    const { user, application } = await renderApp();
    await user.click(await screen.findByRole('button', { name: 'Beginnen' }));
    await user.type(screen.getByRole('textbox', { name: 'Je naam' }), 'Anouk Visser');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Je vak' }), 'Intern begeleider');
    await user.type(screen.getByRole('textbox', { name: 'Je organisatie' }), 'De Regenboog');
    await user.type(screen.getByLabelText('Kies een wachtzin'), 'vier woorden die blijven');
    expect(screen.getByText('Sterk')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Klaar, beginnen' }));
    expect(await screen.findByRole('navigation', { name: 'Hoofdmenu' })).toBeVisible();
    expect(application.device.get()).toMatchObject({
      type: 'unlocked',
      trial: false,
      profile: { name: 'Anouk Visser', discipline: 'internalCoordinator' },
    });
  });

  it('can be on a shared laptop, and says what that means', async () => {
    const { user, application } = await renderApp();
    await user.click(await screen.findByRole('button', { name: 'Beginnen' }));
    await user.type(screen.getByRole('textbox', { name: 'Je naam' }), 'Anouk Visser');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Je vak' }), 'Intern begeleider');
    await user.type(screen.getByRole('textbox', { name: 'Je organisatie' }), 'De Regenboog');
    await user.type(screen.getByLabelText('Kies een wachtzin'), 'vier woorden die blijven');
    await user.click(screen.getByRole('checkbox', { name: 'Dit is een gedeelde laptop' }));
    expect(screen.getByText('Knooppunt gaat dan na 3 minuten op slot. Na afmelden staat hier niets meer.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Klaar, beginnen' }));
    expect(await screen.findByRole('link', { name: 'Afmelden' })).toHaveAttribute('href', '/device');
    expect(application.storage.get()).toMatchObject({ shared: true, autoLockMinutes: 3 });
  });

  it('says everything that is missing, with the focus on it, and makes nothing', async () => {
    const { user, application } = await renderApp();
    await user.click(await screen.findByRole('button', { name: 'Beginnen' }));
    await user.type(screen.getByLabelText('Kies een wachtzin'), 'kort');
    await user.click(screen.getByRole('button', { name: 'Klaar, beginnen' }));
    const summary = screen.getByText('Er klopt iets niet').closest('div');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('Vul een naam in.');
    expect(summary).toHaveTextContent('Kies een wachtzin van minstens 10 tekens.');
    expect(screen.getByRole('textbox', { name: 'Je naam' })).toBeInvalid();
    expect(application.device.get().type).toBe('new');
  });

  it('can be tried first with an invented family, and thrown away with one press', async () => {
    const { user, application } = await renderApp();
    await user.click(await screen.findByRole('button', { name: 'Eerst uitproberen' }));
    expect(await screen.findByText('Voorbeeld: verzonnen gezin')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stoppen en weggooien' }));
    expect(await screen.findByRole('button', { name: 'Beginnen' })).toBeVisible();
    expect(application.device.get().type).toBe('new');
  });
});

describe('unlocking', () => {
  async function lockedDevice() {
    const device = createTestDevice();
    const first = await createTestApplication({ device, unlocked: true });
    first.close();
    return device;
  }

  it('opens with the passphrase, at the same address', async () => {
    const { user, router } = await renderApp({ device: await lockedDevice(), path: '/device' });
    await user.type(await screen.findByLabelText('Wachtzin'), PASSPHRASE);
    await user.click(screen.getByRole('button', { name: 'Ontgrendelen' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' })).toBeVisible();
    expect(router.state.location.pathname).toBe('/device');
  });

  it('refuses a wrong passphrase, and in the end says how long to wait', async () => {
    const { user, application } = await renderApp({ device: await lockedDevice() });
    for (let turn = 0; turn < 4; turn++) {
      await user.type(await screen.findByLabelText('Wachtzin'), 'niet deze');
      await user.click(screen.getByRole('button', { name: 'Ontgrendelen' }));
      expect(await screen.findByText('Deze wachtzin klopt niet.')).toBeVisible();
    }
    expect(screen.getByText('Wacht nog 5 seconden.')).toBeVisible();
    await user.type(screen.getByLabelText('Wachtzin'), PASSPHRASE);
    await user.click(screen.getByRole('button', { name: 'Ontgrendelen' }));
    expect(application.device.get().type).toBe('locked');
  });

  it('is honest when passphrase and code are both lost, and wipes only after a tick', async () => {
    const { user, application } = await renderApp({ device: await lockedDevice() });
    await user.click(await screen.findByRole('button', { name: 'Wachtzin vergeten?' }));
    await user.click(screen.getByRole('button', { name: 'Ook de code kwijt?' }));
    expect(screen.getByText(/Dan kan niemand dit apparaat nog openen/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Opnieuw beginnen op dit apparaat' }));
    expect(application.device.get().type).toBe('locked');
    await user.click(screen.getByRole('checkbox', { name: 'Ik weet dat alles op dit apparaat dan weg is' }));
    await user.click(screen.getByRole('button', { name: 'Opnieuw beginnen op dit apparaat' }));
    expect(await screen.findByRole('button', { name: 'Beginnen' })).toBeVisible();
  });

  it('shows whom to call without unlocking', async () => {
    const { user } = await renderApp({ device: await lockedDevice() });
    await user.click(await screen.findByRole('link', { name: 'Direct gevaar' }));
    expect(await screen.findByRole('link', { name: 'Bel 112' })).toHaveAttribute('href', 'tel:112');
    expect(screen.getByRole('link', { name: 'Bel 0800-2000' })).toHaveAttribute('href', 'tel:08002000');
    expect(screen.queryByRole('navigation', { name: 'Hoofdmenu' })).not.toBeInTheDocument();
  });
});
