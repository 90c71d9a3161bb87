import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { LANGUAGES, languages, type Language } from '../../src/ui/i18n/languages.ts';
import { agreeOnAction, inviteFamily } from './circle/family.ts';
import { foundOrganisation, makeCase, PIN, someone, type Someone } from './circle/people.ts';
import { choose, expectGoodScreen, WIDTHS } from './support/screen.ts';
import { startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

/** What looks like the key of a sentence, or like a sentence that was not filled in. */
const NOT_A_SENTENCE =
  /\b(?:shell|join|myPlan|print|terms|words|errors|start|helpers|prepare|prepared|rights|reading|ownWords|consent)\.[a-z]\w*|\{\w+[,}]/;
/** Screens behind the plan: what leads there, and what they are called. */
const BEHIND = [
  ['myPlan.more.circle', 'reading.title'],
  ['myPlan.more.preparation', 'consent.title'],
] as const;
const QUESTION = 'Wie haalt Noor op?';
/** Dutch has walks of its own. */
const OTHERS = LANGUAGES.filter((language) => language !== 'nl');

test('one of the family comes in, agrees and asks, and every language says it all', async ({ browser }) => {
  test.setTimeout(240_000);
  const server = await startServer();
  const [team, guest] = [await someone(browser, 'Anouk Visser', 1366), await someone(browser, 'Sanne Verzonnen', 320)];
  const { problems } = await watchForProblems(guest.context, server.origin);
  await foundOrganisation(team, server.setupLink(), 'De Regenboog', 'Intern begeleider');
  const address = await makeCase(team, 'Verzonnen', 'Noor Verzonnen');
  await comeIn(team, guest, address);
  await agreeOnAction(team, guest.name, address);
  for (const language of OTHERS) await test.step(language, async () => await agreeAndAsk(guest, language));
  expect(problems).toEqual([]);
  await server.kill();
});

/** By a screen that is looked at in each language, and filled in in the last of them. */
async function comeIn(team: Someone, { page, name }: Someone, address: string): Promise<void> {
  await page.goto(await inviteFamily(team, name, address, 'Ouder of verzorger', /Naast elkaar/));
  for (const language of OTHERS) {
    const say = sentencesIn(language);
    await speak(page, language);
    await page.getByRole('textbox', { name: say('join.setUp.name') }).fill(name);
    await choose(page.getByRole('radio', { name: say('join.setUp.asFamily') }));
    await page.getByLabel(say('join.setUp.pin')).fill(PIN);
    await expectSpoken(page, language, `join-${language}`);
  }
  await page.getByRole('button', { name: sentencesIn(OTHERS.at(-1)!)('join.do') }).click();
  await team.page.getByRole('button', { name: 'Ja, laat erin' }).click();
  await page.getByRole('link', { name: sentencesIn(OTHERS.at(-1)!)('join.case.open') }).click();
}

async function agreeAndAsk({ page }: Someone, language: Language): Promise<void> {
  const say = sentencesIn(language);
  await expect(page.getByText('Samen lezen voor het slapen').first()).toBeVisible();
  await speak(page, language);
  // Once: an answer stays, and every language has to say it.
  if (language === OTHERS[0]) await page.getByRole('button', { name: say('myPlan.agree.yes'), exact: true }).click();
  await expect(page.getByText(say('myPlan.agree.said.agreed'), { exact: true })).toBeVisible();
  await page.getByRole('button', { name: say('myPlan.question.ask') }).click();
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: say('myPlan.question.send') }) });
  await form.getByRole('textbox').fill(`${QUESTION} (${language})`);
  await form.getByRole('button', { name: say('myPlan.question.send') }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText(`${QUESTION} (${language})`).first()).toBeVisible();
  await expectSpoken(page, language, `plan-${language}`);
  for (const [link, title] of BEHIND) {
    await page.getByRole('link', { name: say(link) }).click();
    await expect(page.getByRole('heading', { level: 1, name: say(title) })).toBeVisible();
    await expectSpoken(page, language, `${title}-${language}`);
    await page.getByRole('link', { name: say('shell.back'), exact: true }).click();
  }
  await expectLargeText(page);
}

/** By the choice that stands on the screen, whatever it is called there. */
const speak = async (page: Page, language: Language) =>
  await page
    .getByRole('combobox')
    .filter({ has: page.locator(`option[lang="${language}"]`) })
    .selectOption(language);

async function expectSpoken(page: Page, language: Language, name: string): Promise<void> {
  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', language);
  await expect(root).toHaveCSS('direction', languages[language].direction);
  expect(await page.locator('body').innerText()).not.toMatch(NOT_A_SENTENCE);
  await expectGoodScreen(page, name, [WIDTHS[0]]);
}

/** Text of twice the size, on a screen that is as wide as that asks for: nothing is cut off sideways. */
async function expectLargeText(page: Page): Promise<void> {
  const own = page.viewportSize()!;
  await page.setViewportSize({ width: 640, height: 860 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.setViewportSize(own);
}

/** What stands in the catalogues of this language. */
function sentencesIn(language: Language): (key: string) => string {
  return (key) => {
    const file = join(import.meta.dirname, `../../src/ui/i18n/${language}/${key.split('.')[0]}.json`);
    const sentence = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string | undefined>)[key];
    if (!sentence || sentence.includes('{')) throw new Error(`${key} is no plain sentence in ${language}`);
    return sentence;
  };
}
