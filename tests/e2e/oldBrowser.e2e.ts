import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { expectGoodScreen } from './support/screen.ts';
import { startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

/** What a browser may lack, each with what it then does not have. */
const LACKS = {
  'grouping, which Safari 17.3 lacks': () => Reflect.deleteProperty(Map, 'groupBy'),
  'combined signals, which Chrome 115 lacks': () => Reflect.deleteProperty(AbortSignal, 'any'),
} as const;
const TITLE = 'Deze browser is te oud';

test.describe('a browser that is too old', () => {
  for (const [name, remove] of Object.entries(LACKS))
    test(`is told so in every language, without ${name}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
      await context.addInitScript(remove);
      await expectNothingBegun(context, 'oldBrowser', async (page) => {
        await expect(page.getByRole('heading')).toHaveText([
          TITLE,
          'This browser is too old',
          'Bu tarayıcı çok eski',
          'هذا المتصفح قديم جداً',
          'Ta przeglądarka jest za stara',
          'Цей браузер застарий',
        ]);
        await expect(page.getByText('Samsung Internet 30+')).toBeVisible();
      });
    });

  test('is told so where it signs, but cannot seal', async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 } });
    await context.addInitScript(() => {
      // The empty page before it has none.
      const subtle = crypto.subtle as SubtleCrypto | undefined;
      if (!subtle) return;
      const importKey = subtle.importKey.bind(subtle) as (...words: unknown[]) => Promise<CryptoKey>;
      subtle.importKey = (...words: unknown[]) =>
        JSON.stringify(words).includes('X25519') ? Promise.reject(new DOMException('no', 'NotSupportedError')) : importKey(...words);
    });
    await expectNothingBegun(context, 'noSealing', async (page) => await expect(page.getByRole('heading', { level: 1 })).toHaveText(TITLE));
  });
});

/** Whoever comes in by a link sees this alone; nothing is kept, and nothing asked of the server but files. */
async function expectNothingBegun(context: BrowserContext, picture: string, sees: (page: Page) => Promise<void>): Promise<void> {
  const server = await startServer();
  const { problems } = await watchForProblems(context, server.origin);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const page = await context.newPage();
  await page.goto(`${server.origin}/join`);
  await sees(page);
  await expect(page.getByText('Knooppunt gaat open.')).toHaveCount(0);
  await expectGoodScreen(page, picture);
  expect(asked.filter((path) => path.startsWith('/v1'))).toEqual([]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(problems).toEqual([]);
  await context.close();
  await server.kill();
}
