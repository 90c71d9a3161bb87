import { expect, test } from '@playwright/test';
import { expectGoodScreen } from './support/screen.ts';
import { startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

test.use({ viewport: { width: 1366, height: 860 } });

const UNLOCK = 'Ontgrendelen met vingerafdruk, gezicht of pincode';

test('a passkey of the device itself unlocks beside the passphrase, and can be taken away', async ({ context, page }) => {
  const server = await startServer();
  try {
    const watch = await watchForProblems(context, server.origin);
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    const authenticator = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        hasPrf: true,
      },
    });
    await page.goto(server.origin);
    await page.getByRole('button', { name: 'Beginnen' }).click();
    await page.getByRole('textbox', { name: 'Je naam' }).fill('Anouk Visser');
    await page.getByRole('combobox', { name: 'Je vak' }).selectOption('Intern begeleider');
    await page.getByRole('textbox', { name: 'Je organisatie' }).fill('Basisschool De Regenboog');
    await page.getByLabel('Kies een wachtzin').fill('vier woorden die blijven');
    await page.getByRole('button', { name: 'Klaar, beginnen' }).click();
    await page.getByRole('link', { name: 'Sneller ontgrendelen met vingerafdruk, gezicht of pincode' }).click();

    const section = page.getByRole('region', { name: 'Vingerafdruk, gezicht of pincode' });
    await section.getByRole('button', { name: 'Instellen' }).click();
    await expect(section.getByText('Ingesteld op dit apparaat.')).toBeVisible();
    const { credentials } = await devtools.send('WebAuthn.getCredentials', authenticator);
    expect(credentials.map(({ userName }) => userName)).toEqual(['Knooppunt op dit apparaat']);

    await page.getByRole('button', { name: 'Nu vergrendelen' }).click();
    await page.reload();
    await expect(page.getByRole('button', { name: UNLOCK })).toBeVisible();
    await expectGoodScreen(page, 'passkey-unlock');
    await page.getByRole('button', { name: UNLOCK }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Dit apparaat' })).toBeVisible();

    // Somebody else's finger; the passphrase always works.
    await page.getByRole('button', { name: 'Nu vergrendelen' }).click();
    await devtools.send('WebAuthn.setUserVerified', { ...authenticator, isUserVerified: false });
    await page.getByRole('button', { name: UNLOCK }).click();
    await expect(page.getByRole('alert')).toContainText('gebruik je wachtzin');
    await page.getByLabel('Wachtzin').fill('vier woorden die blijven');
    await page.getByRole('button', { name: 'Ontgrendelen', exact: true }).click();

    await section.getByRole('button', { name: 'Weghalen' }).click();
    await expect(section.getByText('Nog niet ingesteld.')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Wachtzin')).toBeVisible();
    await expect(page.getByRole('button', { name: UNLOCK })).toBeHidden();
    expect(watch.problems).toEqual([]);
  } finally {
    await server.kill();
  }
});
