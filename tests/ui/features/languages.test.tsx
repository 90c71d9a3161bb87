import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { readSentences } from '../../../.ci/checkCatalogues.ts';
import { chooseLanguage, chosenLanguage, forgetLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { LANGUAGES, languages } from '../../../src/ui/i18n/languages.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

const FAMILY_LANGUAGES = LANGUAGES.filter((language) => languages[language].covers === 'family');

/** Dutch sentences of ours without values, long enough to be no name or loanword. */
const DUTCH = ['myPlan', 'shell', 'errors', 'start', 'print']
  .flatMap((part) => Object.values(readSentences('nl', part)))
  .filter((sentence) => !sentence.includes('{') && sentence.split(' ').length > 2);

/** The example family, on the device of its mother. */
async function showFamily(path: (caseId: string) => string) {
  const { test, caseId } = await exampleFor('Ewa');
  return { ...(await renderApp({ test, path: path(caseId) })), caseId };
}
const choose = (language: (typeof LANGUAGES)[number]) => act(() => chooseLanguage(language));
const page = document.documentElement;

afterEach(async () => choose('nl'));

describe.each(FAMILY_LANGUAGES)('a family that reads %s', (language) => {
  const text = (part: string, key: string) => readSentences(language, part)[key]!;

  it('sees its page without a Dutch word of ours, in its own direction', async () => {
    await choose(language);
    await showFamily((caseId) => `/cases/${caseId}`);
    expect(await screen.findByRole('heading', { name: text('myPlan', 'myPlan.contact') })).toBeVisible();
    expect([page.lang, page.dir || 'ltr']).toEqual([language, languages[language].direction]);
    const shown = document.body.textContent;
    expect(DUTCH.filter((sentence) => shown.includes(sentence))).toEqual([]);
    expect(shown).not.toMatch(/\b(myPlan|shell|terms|errors)\.[a-zA-Z]/);
    // What they wrote stays as they wrote it.
    expect(screen.getAllByText('Zelfde pictokaart thuis en op school')[0]!.closest('[translate]')).toHaveAttribute('translate', 'no');
    expect(await findAxeViolations()).toEqual([]);
  });

  it('gets a screen of professionals wholly in Dutch, and its own page in its language again', async () => {
    await choose(language);
    const { goTo, caseId } = await showFamily((id) => `/cases/${id}`);
    await screen.findByRole('heading', { name: text('myPlan', 'myPlan.contact') });
    await goTo('/organisation');
    expect(await screen.findByRole('heading', { level: 1, name: 'Organisatie' })).toBeVisible();
    expect([page.lang, page.dir || 'ltr']).toEqual(['nl', 'ltr']);
    await goTo(`/cases/${caseId}`);
    await waitFor(() => expect(page.lang).toBe(language));
  });

  it('and works with cases too, is told in that language that a screen is in Dutch only', async () => {
    await choose(language);
    await renderApp({ test: await createTestApplication({ exampleFamily: true }), path: '/device' });
    expect(await screen.findByRole('heading', { name: 'Onthoudt dit apparaat alles?' })).toBeVisible();
    expect([page.lang, page.dir || 'ltr']).toEqual(['nl', 'ltr']);
    expect(screen.getByText(text('shell', 'shell.language.onlyDutch'))).toHaveAttribute('lang', language);
  });

  it('prints its papers in its language, with the same in Dutch beside them', async () => {
    await choose(language);
    const { goTo, caseId } = await showFamily((id) => `/cases/${id}/print/child`);
    const [own, dutch] = await screen.findAllByRole('article');
    expect(within(own!).getByText(text('print', 'print.childForm.goesWell'))).toBeVisible();
    expect(within(dutch!).getByText('Wat vind je moeilijk?')).toBeVisible();
    expect(dutch!.closest('[lang="nl"]')).toHaveAttribute('dir', 'ltr');
    await goTo(`/cases/${caseId}`);
    await userEvent.click(await screen.findByRole('link', { name: text('myPlan', 'myPlan.more.read') }));
    await waitFor(() => expect(screen.getAllByRole('heading', { name: 'Het hele plan' })).toHaveLength(1));
    const [whole, wholeInDutch] = screen.getAllByRole('article');
    expect(page.lang).toBe(language);
    expect(within(whole!).getAllByText(text('fullPrint', 'fullPrint.goals.enoughWord'))[0]).toBeVisible();
    const written = wholeInDutch!.querySelectorAll('h3, h4, dt');
    const DUTCH_PAPER = Object.values(readSentences('nl', 'fullPrint'));
    expect([...written].filter(({ textContent }) => DUTCH_PAPER.includes(textContent)).length).toBeGreaterThan(10);
    const ownWords = [...whole!.querySelectorAll('h3, h4, dt')].map(({ textContent }) => textContent);
    expect(ownWords.filter((words) => DUTCH_PAPER.includes(words))).toEqual([]);
    // A day is in the language of its paper, whatever the page speaks.
    expect(within(wholeInDutch!).getByRole('heading', { name: /^Overleg op [a-z]+dag \d+ [a-z]+ 2026$/ })).toBeVisible();
    expect(whole).not.toHaveTextContent(/ (maart|mei|september|november|december) /);
  });
});

describe('a phone on which nobody chose yet', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'languages'));

  it.each([
    [['tr-TR', 'nl'], 'tr'],
    [['ar'], 'ar'],
    [['fr', 'uk-UA'], 'uk'],
    [['nl-NL', 'tr'], 'nl'],
    [['en-GB', 'pl'], 'nl'],
    [['fr'], 'nl'],
    [[], 'nl'],
  ])('set to %j begins in %s', (spoken, language) => {
    forgetLanguage();
    Object.defineProperty(navigator, 'languages', { value: spoken, configurable: true });
    expect(chosenLanguage()).toBe(language);
  });

  it('keeps to what was chosen afterwards', async () => {
    Object.defineProperty(navigator, 'languages', { value: ['tr'], configurable: true });
    await choose('nl');
    expect(chosenLanguage()).toBe('nl');
  });
});
