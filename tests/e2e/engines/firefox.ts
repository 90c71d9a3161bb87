import puppeteer, { type ElementHandle } from 'puppeteer-core';
import { type Engine, WINDOW } from './engine.ts';

/** Firefox through WebDriver BiDi, with a profile of its own that goes with it. */
export async function startFirefox(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: WINDOW,
    extraPrefsFirefox: { 'intl.accept_languages': 'nl-NL', 'intl.locale.requested': 'nl' },
  });
  const page = await browser.newPage();
  const find = async (expression: string) => (await page.evaluateHandle(expression)) as ElementHandle;
  return {
    open: async (address) => void (await page.goto(address)),
    evaluate: (expression) => page.evaluate(expression),
    click: async (expression) => await (await find(expression)).click(),
    type: async (expression, text) => await (await find(expression)).type(text),
    picture: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}
