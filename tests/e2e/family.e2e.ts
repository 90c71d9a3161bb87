import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectExchanged, foundOrganisation, makeCase, setUpShortly, someone, type Someone, unlockIfAsked } from './circle/people.ts';
import { expectInterpreterComes } from './circle/companion.ts';
import { agreeOnAction, inviteFamily } from './circle/family.ts';
import { expectDraftKeptUntilShared } from './circle/ownDraft.ts';
import { expectCopy, expectOwnGoalAdopted } from './circle/ownPlan.ts';
import { scanWithoutSignal, someoneBefore } from './circle/scan.ts';
import { createKeyboard } from './support/keyboard.ts';
import { choose, expectGoodScreen } from './support/screen.ts';
import { startServer } from './support/server.ts';
import { watchForProblems } from './support/watch.ts';

const MOST_TAPS = 12;
const BESIDE = /Naast elkaar/;
/** The one whose screens are looked at. */
const FIRST = 'Sanne Verzonnen';

test('two parents and a pupil come in by a code, and say, agree and report without a connection', async ({ browser }) => {
  test.setTimeout(420_000);
  const server = await startServer();
  const [ib, mother, pupil, interpreter] = await Promise.all([
    someone(browser, 'Anouk Visser', 1366),
    someone(browser, FIRST, 360, { keepsApp: true }),
    someone(browser, 'Noor Verzonnen', 320),
    someone(browser, 'Farida Verzonnen', 360),
  ]);
  const watch = ({ context }: Someone) => watchForProblems(context, server.origin);
  const watches = await Promise.all([ib, mother, pupil, interpreter].map(watch));

  await foundOrganisation(ib, server.setupLink(), 'De Regenboog', 'Intern begeleider');
  const address = await makeCase(ib, 'Verzonnen', 'Noor Verzonnen');
  await openLink(mother, await inviteFamily(ib, mother.name, address, 'Ouder of verzorger', BESIDE));
  await fillIn(mother);
  await letIn(ib, mother);
  const father = await someoneBefore(
    await inviteFamily(ib, 'Piotr Verzonnen', address, 'Ouder of verzorger', BESIDE),
    'Piotr Verzonnen',
    360,
  );
  watches.push(await watch(father));
  await scanWithoutSignal(father, server.origin, () => fillIn(father));
  await letIn(ib, father);
  await openLink(pupil, await inviteFamily(ib, pupil.name, address, 'Noor Verzonnen', BESIDE));
  await fillIn(pupil);
  await letIn(ib, pupil);
  await agreeOnAction(ib, mother.name, address);

  for (const { page } of [mother, father, pupil]) {
    await expect(page.getByRole('heading', { level: 1, name: /^Ons plan/ })).toBeVisible();
    await expect(page.getByText('Samen lezen voor het slapen').first()).toBeVisible();
  }
  await expectGoodScreen(mother.page, 'familyPlan');
  await expectGoodScreen(pupil.page, 'familyPlanPupil');
  // "u" to a parent, "je" to a pupil.
  await expect(mother.page.getByRole('heading', { name: 'Wat doet u?' })).toBeVisible();
  await expect(pupil.page.getByRole('heading', { name: 'Wat doe jij?' })).toBeVisible();

  await expectChildsPage(pupil);

  // The signal is gone: what she says is kept, and goes by itself when there is one again.
  await mother.context.setOffline(true);
  const taps = await tapThrough(mother.page);
  expect(taps).toBeLessThanOrEqual(MOST_TAPS);
  await expect(ib.page.getByText('Het lukt nog niet elke avond')).toHaveCount(0);
  await mother.context.setOffline(false);
  await expectAnswered(ib, mother, address);

  // Each has an answer of their own: hers is not his.
  await expect(agreeCard(father.page).getByRole('button', { name: 'Ja', exact: true })).toBeVisible();
  await expect(agreeCard(father.page).getByText('Het antwoord is ja, met een opmerking')).toHaveCount(0);
  await answerByKeys(father.page);

  await expectDraftKeptUntilShared(mother, father, ib, address);
  await expectOwnGoalAdopted(mother, ib);
  await expectCopy(mother, address);
  await expectInterpreterComes(mother, ib, interpreter, address);
  for (const { problems } of watches) expect(problems).toEqual([]);
  await father.browser.close();
  await server.kill();
});

async function openLink({ page }: Someone, link: string): Promise<void> {
  await page.goto(link);
  await expect.poll(() => page.url()).not.toContain('uitnodiging');
}

async function fillIn({ page, name }: Someone): Promise<void> {
  await choose(page.getByRole('radio', { name: /ouder|gezin|kind/i }).first());
  if (name === FIRST) await expectGoodScreen(page, 'familyJoin');
  await setUpShortly(page, name, null);
}

async function letIn(host: Someone, guest: Someone): Promise<void> {
  await host.page.getByRole('button', { name: 'Ja, laat erin' }).click();
  await guest.page.getByRole('link', { name: 'Naar het plan' }).click();
}

/** A pupil of whom nobody wrote down the age asks for the page with pictures, says something there, and goes back to the whole plan. */
async function expectChildsPage({ page }: Someone): Promise<void> {
  await page.getByRole('button', { name: 'Maak het eenvoudig' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn plan' })).toBeFocused();
  const say = page.getByRole('region', { name: 'Dit wil ik zeggen' });
  await say.getByRole('button', { name: 'Ik heb een vraag' }).click();
  await say.getByRole('textbox', { name: 'Wat wil je vragen?' }).fill('Mag mijn hond mee?');
  await say.getByRole('button', { name: 'Doorgeven' }).click();
  await expect(page.getByRole('region', { name: 'Wat gebeurde er met mijn woorden?' }).getByText('Mag mijn hond mee?')).toBeVisible();
  await expectGoodScreen(page, 'familyPlanChild');
  await page.getByRole('button', { name: 'Ik wil alles zien' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Ons plan/ })).toBeFocused();
}

const agreeCard = (page: Page) => page.getByRole('region', { name: /(Bent u|Ben je) het eens met dit plan/ });

/** Her main job from the page that is open: report one action, say one thing, agree. How many taps that took, fields included. */
async function tapThrough(page: Page): Promise<number> {
  let taps = 0;
  const tap = async (place: Locator) => {
    await place.click();
    taps += 1;
  };
  const fill = async (place: Locator, text: string) => {
    await tap(place);
    await place.fill(text);
  };
  await tap(page.getByRole('button', { name: /^Lukt niet/ }).first());
  await fill(page.getByRole('textbox', { name: /Het lukt niet, omdat/ }), 'Het lukt nog niet elke avond');
  await tap(page.getByRole('button', { name: 'Doorgeven' }));
  await expect(page.getByText('Het lukt nog niet elke avond')).toBeVisible();
  const card = agreeCard(page);
  await tap(card.getByRole('button', { name: 'Ja, en ik wil iets zeggen' }));
  await fill(card.getByRole('textbox', { name: 'Wat wilt u erbij zeggen?' }), 'Graag ook op zondag bellen');
  await tap(card.getByRole('button', { name: 'Antwoord geven' }));
  await expect(card.getByText('Het antwoord is ja, met een opmerking')).toBeVisible();
  return taps;
}

/** His own answer and a question, with keys alone from the top of the plan; every stop of the focus has to be in sight. */
async function answerByKeys(page: Page): Promise<void> {
  const keys = createKeyboard(page);
  await page.getByRole('heading', { level: 1 }).focus();
  await keys.choose(page.getByRole('navigation', { name: 'Op deze pagina' }).getByRole('link', { name: /^Bent u het eens/ }));
  const card = agreeCard(page);
  await keys.choose(card.getByRole('button', { name: 'Nee', exact: true }));
  await keys.fillIn(card.getByRole('textbox'), 'Ik wil het eerst bespreken');
  await keys.choose(card.getByRole('button', { name: 'Antwoord geven' }));
  await expect(card.getByText('Het antwoord is nee')).toBeVisible();
  const questions = page.getByRole('region', { name: 'Heeft u een vraag?' });
  await keys.choose(questions.getByRole('button', { name: 'Ik heb een vraag' }));
  await keys.fillIn(questions.getByRole('textbox'), 'Wanneer spreken wij elkaar?');
  await keys.choose(questions.getByRole('button', { name: 'Vraag versturen' }));
  await expect(questions.getByText('Wanneer spreken wij elkaar?')).toBeVisible();
  expect(keys.stops()).toBeGreaterThan(10);
}

/** What she said arrives, as her own answer. */
async function expectAnswered(ib: Someone, mother: Someone, address: string): Promise<void> {
  await expectExchanged(ib.page);
  await expect(ib.page.getByText('Het lukt nog niet elke avond').first()).toBeVisible();
  const answers = ib.page.getByRole('region', { name: 'Wat vindt iedereen van het plan?' });
  await expect(answers.getByText('Graag ook op zondag bellen')).toBeVisible();
  await expect(answers.getByText(/zelf, op een eigen apparaat/)).toBeVisible();
  await expect(answers.getByText('Nog geen antwoord')).toHaveCount(2);
  await expectGoodScreen(ib.page, 'familyAnswers', []);
  await mother.page.goto(address);
  await unlockIfAsked(mother.page);
  await expect(agreeCard(mother.page).getByText('Het antwoord is ja, met een opmerking')).toBeVisible();
}
