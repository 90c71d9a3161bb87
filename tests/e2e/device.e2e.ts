import { expect, test } from '@playwright/test';
import { expectGoodScreen } from './support/screen.ts';
import { startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

test.use({ viewport: { width: 1366, height: 860 } });

const UNLOCK = 'Ontgrendelen met vingerafdruk, gezicht of pincode';

test('the device itself unlocks beside the passphrase, and as a shared laptop keeps nothing after signing out', async ({
  context,
  page,
}) => {
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
    await expect(page.getByRole('alert')).toContainText('gebruik de wachtzin');
    await page.getByLabel('Wachtzin').fill('vier woorden die blijven');
    await page.getByRole('button', { name: 'Ontgrendelen', exact: true }).click();

    await section.getByRole('button', { name: 'Weghalen' }).click();
    await expect(section.getByText('Nog niet ingesteld.')).toBeVisible();

    // From here on others work on it too: the passkey is gone with that, and so is everything after signing out.
    await page.getByRole('checkbox', { name: 'Dit is een gedeelde laptop' }).click();
    await expect(section).toBeHidden();
    await page.getByRole('link', { name: 'Mijn casussen' }).click();
    await page.getByRole('link', { name: 'Nieuwe casus' }).click();
    await page.getByRole('textbox', { name: 'Naam van het gezin' }).fill('Berg');
    await page.getByRole('textbox', { name: 'Naam van het kind' }).first().fill('Noor');
    await page.getByRole('button', { name: 'Casus maken' }).click();
    await page.waitForURL(/\/cases\/[\w-]{22}$/);
    await page.getByRole('link', { name: 'Afmelden' }).click();
    const shared = page.getByRole('region', { name: 'Gedeelde laptop' });
    await shared.getByRole('button', { name: 'Afmelden en alles hier wissen' }).click();
    await expect(shared.getByText('1 wijziging staat alleen nog hier.')).toBeVisible();
    const download = page.waitForEvent('download');
    await shared.getByRole('button', { name: 'Bestand maken' }).click();
    await download;
    await shared.getByRole('checkbox', { name: 'Ik heb het bestand meegenomen' }).click();
    await expectGoodScreen(page, 'shared-held');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await shared.getByRole('button', { name: 'Nu afmelden en alles wissen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Afgemeld' })).toBeVisible();
    expect(await page.evaluate(lookForRemains)).toEqual({ databases: [], files: [], localStorage: [], cached: [] });
    await page.getByRole('button', { name: 'Opnieuw beginnen' }).click();
    await expect(page.getByRole('button', { name: 'Beginnen' })).toBeVisible();
    expect(watch.problems).toEqual([]);
  } finally {
    await server.kill();
  }
});

/** Everything a browser keeps for a site. The app's own files may stay: they are the same for everybody. */
async function lookForRemains() {
  const APP_FILE = /^\/(assets\/[\w.-]+|[\w-]+\.(html|js|svg|png|webmanifest))$/;
  const files: string[] = [];
  const folder = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & { keys: () => AsyncIterable<string> };
  for await (const name of folder.keys()) files.push(name);
  const kept = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
  return {
    databases: (await indexedDB.databases()).map(({ name }) => name),
    files,
    localStorage: Object.keys(localStorage),
    cached: kept.flat().filter((url) => !APP_FILE.test(new URL(url).pathname)),
  };
}
