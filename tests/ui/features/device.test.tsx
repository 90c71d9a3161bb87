import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestApplication, createTestDevice, PASSPHRASE } from '../../support/createTestApplication.ts';
import { createFakePasskeys } from '../../support/fakePasskeys.ts';
import { renderApp } from '../../support/renderApp.tsx';

const section = (name: string) => within(screen.getByRole('region', { name }));

describe('this device', () => {
  it('says where everything stands, and asks the browser to hold on to it', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/device' });
    await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' });
    const storage = section('Opslag');
    expect(storage.getByText('Elke wijziging staat hier twee keer, los van elkaar.')).toBeVisible();
    await user.click(storage.getByRole('button', { name: 'Vraag de browser om vast te houden' }));
    expect(await storage.findByText('De browser gooit deze gegevens niet vanzelf weg.')).toBeVisible();
    expect(storage.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that there is one copy when the browser has no second store', async () => {
    await renderApp({ device: createTestDevice({ journal: null }), unlocked: true, path: '/device' });
    expect(await screen.findByText(/Hier staat één kopie/)).toBeVisible();
  });

  it('says that the browser refused, and what helps then', async () => {
    const device = createTestDevice();
    const refusing = { ...device.storageInfo, persisted: async () => false, askPersistence: async () => false };
    const { user } = await renderApp({ device: { ...device, storageInfo: refusing }, unlocked: true, path: '/device' });
    await user.click(await screen.findByRole('button', { name: 'Vraag de browser om vast te houden' }));
    expect(await screen.findByText(/Maak daarom vaker een reservekopie/)).toBeVisible();
  });

  it('makes a recovery code, shows it once, and has it typed over', async () => {
    const { user, application } = await renderApp({ unlocked: true, path: '/device' });
    await user.click(await screen.findByRole('button', { name: 'Herstelcode maken' }));
    const code = (await section('Herstelcode').findByText(/^[0-9A-Z]{4}( [0-9A-Z]{1,4}){5,}$/)).textContent;
    await user.click(screen.getByRole('button', { name: 'Ik heb hem op papier' }));
    expect(screen.queryByText(code)).not.toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Tik de code over van het papier' }), code.replace(/^..../, '0000'));
    await user.click(screen.getByRole('button', { name: 'Nakijken' }));
    expect(await screen.findByText(/Deze herstelcode klopt niet/)).toBeVisible();
    await user.clear(screen.getByRole('textbox', { name: 'Tik de code over van het papier' }));
    await user.type(screen.getByRole('textbox', { name: 'Tik de code over van het papier' }), code.toLowerCase());
    await user.click(screen.getByRole('button', { name: 'Nakijken' }));
    expect(await screen.findByText('De code is gemaakt en nagekeken.')).toBeVisible();
    expect(application.storage.get().recoveryCode).toBe('verified');
  });

  it('changes the passphrase after asking the present one', async () => {
    const { user, application } = await renderApp({ unlocked: true, path: '/device' });
    await user.type(await screen.findByLabelText('Wachtzin van nu'), 'een andere wachtzin');
    await user.type(screen.getByLabelText('Nieuwe wachtzin'), 'vijf heel andere woorden nu');
    await user.click(screen.getByRole('button', { name: 'Wachtzin veranderen' }));
    expect(await screen.findByText('Deze wachtzin klopt niet.')).toBeVisible();
    await user.clear(screen.getByLabelText('Wachtzin van nu'));
    await user.type(screen.getByLabelText('Wachtzin van nu'), PASSPHRASE);
    await user.click(screen.getByRole('button', { name: 'Wachtzin veranderen' }));
    expect(await screen.findByText(/De wachtzin is veranderd/)).toBeVisible();
    await application.lock('asked');
    expect((await application.unlock('vijf heel andere woorden nu')).ok).toBe(true);
  });

  it('sets up the fingerprint beside the passphrase, unlocks with it, and takes it away', async () => {
    const passkeys = createFakePasskeys();
    const { user, application } = await renderApp({ device: createTestDevice({ passkeys }), unlocked: true, path: '/device' });
    await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' });
    const passkey = () => section('Vingerafdruk, gezicht of pincode');
    passkeys.answer = 'stop';
    await user.click(passkey().getByRole('button', { name: 'Instellen' }));
    expect(await passkey().findByRole('alert')).toHaveTextContent('Dat is niet gelukt.');
    passkeys.answer = 'yes';
    await user.click(passkey().getByRole('button', { name: 'Instellen' }));
    expect(await passkey().findByText('Ingesteld op dit apparaat.')).toBeVisible();
    expect(passkeys.labels).toEqual(['Knooppunt op dit apparaat']);

    await user.click(screen.getByRole('button', { name: 'Nu vergrendelen' }));
    passkeys.answer = 'stop';
    const name = 'Ontgrendelen met vingerafdruk, gezicht of pincode';
    await user.click(await screen.findByRole('button', { name }));
    expect(await screen.findByRole('alert')).toHaveTextContent('gebruik de wachtzin');
    expect(application.device.get().type).toBe('locked');
    passkeys.answer = 'yes';
    await user.click(screen.getByRole('button', { name }));
    await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' });
    await user.click(passkey().getByRole('button', { name: 'Weghalen' }));
    expect(await passkey().findByText('Weggehaald. Nu werkt alleen nog de wachtzin of code.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Nu vergrendelen' }));
    await screen.findByLabelText('Wachtzin');
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  });

  it('says that the fingerprint is not for this device', async () => {
    await renderApp({ unlocked: true, path: '/device' });
    expect(await screen.findByText('Deze browser of dit apparaat kan dat niet. Je gebruikt je wachtzin.')).toBeVisible();
    expect(section('Vingerafdruk, gezicht of pincode').queryByRole('button')).not.toBeInTheDocument();
  });

  it('offers the fingerprint right after setting up', async () => {
    const { user } = await renderApp({ device: createTestDevice({ passkeys: createFakePasskeys() }), unlocked: true });
    await user.click(await screen.findByRole('link', { name: 'Sneller ontgrendelen met vingerafdruk, gezicht of pincode' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' })).toBeVisible();
  });

  it('is left behind empty as a shared laptop: says what waits, takes it along in a file, and only then goes', async () => {
    const files: unknown[] = [];
    Object.assign(URL, { createObjectURL: (file: unknown) => (files.push(file), 'blob:x'), revokeObjectURL: () => {} });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { user, application } = await renderApp({ unlocked: true, path: '/device' });
    await screen.findByRole('heading', { level: 1, name: 'Dit apparaat' });
    const shared = () => section('Gedeelde laptop');
    expect(shared().queryByRole('button')).not.toBeInTheDocument();
    await user.click(shared().getByRole('checkbox', { name: 'Dit is een gedeelde laptop' }));
    expect(await screen.findByText('Deze laptop is ook van anderen. Meld daarom altijd af.')).toBeVisible();
    expect(section('Op slot').getByRole('radio', { name: '3 minuten' })).toBeChecked();
    expect(screen.queryByRole('region', { name: 'Vingerafdruk, gezicht of pincode' })).not.toBeInTheDocument();

    await application.createCase({ name: 'Familie de Wit', children: [] });
    await user.click(shared().getByRole('button', { name: 'Afmelden en alles hier wissen' }));
    expect(await shared().findByText('1 wijziging staat alleen nog hier.')).toBeVisible();
    expect(shared().getByText('Dit apparaat is nog met niemand verbonden. Wachten helpt dan niet.')).toBeVisible();
    expect(shared().getByRole('button', { name: 'Op slot laten staan' })).toBeVisible();
    await user.click(shared().getByRole('button', { name: 'Bestand maken' }));
    expect(await shared().findByText(/staat bij de downloads/)).toBeVisible();
    expect(files.length).toBe(1);
    vi.restoreAllMocks();
    await user.click(shared().getByRole('button', { name: 'Nu afmelden en alles wissen' }));
    expect(shared().getByText('Neem eerst het bestand mee, en zet het vinkje.')).toBeVisible();
    expect(application.device.get().type).toBe('unlocked');
    await user.click(shared().getByRole('checkbox', { name: 'Ik heb het bestand meegenomen' }));
    await user.click(shared().getByRole('button', { name: 'Nu afmelden en alles wissen' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Afgemeld' })).toBeVisible();
  });

  it('asks for a code on paper before a shared laptop could be the only holder', async () => {
    const { user, application } = await renderApp({ unlocked: true, path: '/device' });
    await application.setShared(true);
    vi.spyOn(application, 'signOut').mockResolvedValue({ ok: false, error: { type: 'OnlyHolder' } });
    await user.click(await screen.findByRole('button', { name: 'Afmelden en alles hier wissen' }));
    expect(await screen.findByText('Maak eerst een herstelcode, hieronder bij Herstelcode.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Op slot laten staan' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Knooppunt is vergrendeld' })).toBeVisible();
  });

  it('wipes only after the tick', async () => {
    const { user, application } = await renderApp({ unlocked: true, path: '/device' });
    await user.click(await screen.findByRole('button', { name: 'Alles wissen' }));
    expect(screen.getByText('Zet eerst het vinkje.')).toBeVisible();
    expect(application.device.get().type).toBe('unlocked');
    await user.click(screen.getByRole('checkbox', { name: 'Ik weet dat alles op dit apparaat dan weg is' }));
    await user.click(screen.getByRole('button', { name: 'Alles wissen' }));
    expect(await screen.findByRole('button', { name: 'Beginnen' })).toBeVisible();
  });

  it('shows under Hulp whom to ask, once that is filled in', async () => {
    const { user, goTo } = await renderApp({ unlocked: true, path: '/device' });
    await user.type(await screen.findByRole('textbox', { name: 'Wie helpt je met Knooppunt?' }), 'Bas van ICT, toestel 12');
    await user.click(section('Over jou').getByRole('button', { name: 'Bewaren' }));
    expect(await screen.findByText('Bewaard.')).toBeVisible();
    await goTo('/help');
    expect(await screen.findByText('Bas van ICT, toestel 12')).toBeVisible();
  });
});

describe('a backup', () => {
  let made: Blob | null = null;
  beforeEach(() => {
    made = null;
    URL.createObjectURL = (file) => ((made = file as Blob), 'blob:backup');
    URL.revokeObjectURL = () => {};
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  });
  afterEach(() => vi.restoreAllMocks());

  it('is one file that opens everything on another device, with the passphrase of then', async () => {
    const first = await renderApp({ test: await createTestApplication({ exampleFamily: true }), path: '/device' });
    await first.user.click(await screen.findByRole('button', { name: 'Reservekopie maken' }));
    expect(await screen.findByText(/Het bestand .* staat bij de downloads/)).toBeVisible();
    expect(first.application.storage.get().backupDue).toBe(false);
    cleanup();

    const second = await renderApp();
    await second.user.click(await screen.findByRole('button', { name: 'Reservekopie terugzetten' }));
    await second.user.upload(screen.getByLabelText('Bestand'), new File([made!], 'kopie.knooppunt'));
    await second.user.type(screen.getByLabelText('Wachtzin', { selector: 'input[type=password]' }), PASSPHRASE);
    await second.user.click(screen.getByRole('button', { name: 'Terugzetten' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Mijn casussen' })).toBeVisible();
    expect(await screen.findAllByText('Gezin Voorbeeld (verzonnen)')).not.toHaveLength(0);
  });

  it('that is no backup is refused in words, and nothing is set up', async () => {
    const { user, application } = await renderApp();
    await user.click(await screen.findByRole('button', { name: 'Reservekopie terugzetten' }));
    await user.upload(screen.getByLabelText('Bestand'), new File(['<EDEX/>'], 'leerlingen.xml'));
    await user.type(screen.getByLabelText('Wachtzin', { selector: 'input[type=password]' }), PASSPHRASE);
    await user.click(screen.getByRole('button', { name: 'Terugzetten' }));
    expect((await screen.findAllByText(/geen reservekopie van Knooppunt/)).length).toBeGreaterThan(0);
    expect(application.device.get().type).toBe('new');
  });
});
