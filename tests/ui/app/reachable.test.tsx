import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { act, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { readSentences } from '../../../.ci/checkCatalogues.ts';
import { chooseLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { renderApp, type RenderedApp } from '../../support/renderApp.tsx';

/** One stands for all: a part that speaks one of the families' languages speaks each, see `checkCatalogues`. */
const LANGUAGE = 'tr';

const PARTS = readdirSync(join(import.meta.dirname, '../../../src/ui/i18n', LANGUAGE)).map((file) => file.replace('.json', ''));
/** The key of a sentence, where the sentence should stand. */
const KEY = new RegExp(`\\b(${PARTS.join('|')})\\.[a-z]`);
/** What a family's screens say in Dutch: without values, and long enough to be no name. */
const DUTCH = PARTS.flatMap((part) => Object.values(readSentences('nl', part))).filter(
  (sentence) => !sentence.includes('{') && sentence.split(' ').length > 2,
);

const page = document.documentElement;
const shape = (path: string) => path.replaceAll(/[\w-]{22}/g, ':id');

/** Where the links on this screen lead within the app, addresses of files left out. */
const linksHere = (): readonly string[] =>
  [...document.querySelectorAll('a[href^="/"]')]
    .map((link) => link.getAttribute('href')!.replace(/[?#].*/, ''))
    .filter((path) => path !== '' && !path.includes('.'));

/** What is ours on the screen: not what people wrote, and not the Dutch that stands beside a paper on purpose. */
function ownWords(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const other of copy.querySelectorAll('[translate="no"], [lang]')) other.remove();
  return copy.textContent;
}

/** Every screen that one can come to by links alone, nearest first, and which of them are not in the language that was chosen. */
async function followEveryLink({ router, goTo }: RenderedApp, start: string) {
  const [seen, dutch, mixed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const waiting = [start];
  const known = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    await goTo(path);
    await waitFor(() => expect(document.querySelector('main h1, article h2')).not.toBeNull());
    const here = shape(router.state.location.pathname);
    if (seen.has(here)) continue;
    seen.add(here);
    if (page.lang !== LANGUAGE) dutch.add(here);
    const words = ownWords();
    for (const wrong of [...(KEY.exec(words) ?? []), ...DUTCH.filter((sentence) => words.includes(sentence))])
      mixed.add(`${here}: ${wrong}`);
    for (const link of linksHere()) {
      if (known.has(shape(link))) continue;
      known.add(shape(link));
      waiting.push(link);
    }
  }
  return { seen, dutch: [...dutch], mixed: [...mixed] };
}

afterEach(async () => act(() => chooseLanguage('nl')));

describe('every screen to which links lead from the own plan', () => {
  it.each([
    ['a parent', 'Ewa', 30],
    ['a pupil', 'Milan', 30],
  ])('speaks the language of %s', { timeout: 240_000 }, async (_, name, atLeast) => {
    await chooseLanguage(LANGUAGE);
    const { test, caseId } = await exampleFor(name);
    const app = await renderApp({ test, path: `/cases/${caseId}` });
    const { seen, dutch, mixed } = await followEveryLink(app, `/cases/${caseId}`);
    expect([dutch, mixed]).toEqual([[], []]);
    expect(seen.size).toBeGreaterThanOrEqual(atLeast);
  });
});
