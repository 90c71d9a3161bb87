import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetLink, takeLink } from '../../../src/ui/components/openedLink.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { withFakeCircle } from '../../support/fakeCircle.ts';
import { listenThrough } from '../../support/listenThrough.ts';
import { renderApp } from '../../support/renderApp.tsx';

const HEADING = /^heading, (.*), level (\d)$/;
/** What somebody operates or jumps to: without a name it is only a noise. */
const NAMED = /^(button|link|textbox|combobox|checkbox|radio|radiogroup|region|navigation|heading)(?:, (.*))?$/;
const OPERATED = /^(button|link|textbox|combobox|checkbox|radio), (.*)$/;

afterEach(() => {
  forgetLink();
  history.replaceState(null, '', '/');
});

/** What lies between two things that were said. */
function between(said: readonly string[], begin: string, end: string): readonly string[] {
  expect(said).toContain(begin);
  const from = said.indexOf(begin);
  return said.slice(from, said.indexOf(end, from) + 1);
}

const headingsIn = (said: readonly string[]) =>
  said.flatMap((phrase) => {
    const [, name = '', level] = HEADING.exec(phrase) ?? [];
    return level ? [{ name, level: Number(level) }] : [];
  });

/** What holds of every screen that is listened to. */
function expectWellSpoken(said: readonly string[]): void {
  expect(said.filter((phrase) => NAMED.exec(phrase)?.[2] === '' || (NAMED.test(phrase) && !phrase.includes(', ')))).toEqual([]);
  // One name, one thing to press: who hears only the name knows which it is.
  const operated = said.filter((phrase) => OPERATED.test(phrase));
  expect(operated.filter((phrase, at) => operated.indexOf(phrase) !== at)).toEqual([]);
  // A list that is announced has something in it.
  expect(said.filter((phrase, at) => phrase === 'list' && !said[at + 1]?.startsWith('listitem'))).toEqual([]);
  const headings = headingsIn(said);
  expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
  expect(headings.filter(({ level }, at) => level > (headings[at - 1]?.level ?? 0) + 1)).toEqual([]);
  // No paragraph is said again within its own part of the page.
  const seen = new Set<string>();
  let region = '';
  const repeated = said.filter((phrase, at) => {
    if (phrase.startsWith('region, ')) region = phrase;
    if (/^(end of region|listitem)/.test(phrase)) region += String(at);
    if (said[at - 1] !== 'paragraph') return false;
    const key = `${region} ${phrase}`;
    return seen.size === seen.add(key).size;
  });
  expect(repeated).toEqual([]);
}

describe('who listens to the screen', () => {
  it('hears the plan in the order of what matters, every part by its name', async () => {
    const { test, caseId } = await exampleFor('Ewa');
    const { user } = await renderApp({ test, path: `/cases/${caseId}` });
    await screen.findByRole('heading', { level: 1, name: /^Ons plan/ });
    const said = between(await listenThrough(document.body), 'main', 'end of main');
    expectWellSpoken(said);
    expect(
      headingsIn(said)
        .filter(({ level }) => level < 3)
        .map(({ name }) => name),
    ).toEqual([
      'Ons plan: Voorbeeld (verzonnen)',
      'Op deze pagina',
      'Wat doet u?',
      'Wat wilt u zeggen in het gesprek?',
      'Zo is er naar de kinderen geluisterd',
      'Ons eigen plan',
      'Wilt u iemand meenemen?',
      'Onze regisseur',
      'Heeft u een vraag?',
      'Het volgende gesprek',
      'Wat doen de anderen?',
      'Wat willen we?',
      'Wat is er over u gezegd?',
      'Wat is er veranderd?',
      'Bent u het eens met dit plan?',
      'Meer',
    ]);
    // Each part begins with its own title.
    const regions = said.flatMap((phrase, at) => (phrase.startsWith('region, ') ? [[phrase, said[at + 1]]] : []));
    expect(regions).toHaveLength(13);
    for (const [region = '', next] of regions) expect(next).toBe(`heading, ${region.replace('region, ', '')}, level 2`);
    // How it stands with what I do, before what I can say of it.
    const mine = between(said, 'region, Wat doet u?', 'end of region, Wat doet u?');
    expect(mine.indexOf('Gedaan')).toBeGreaterThan(mine.indexOf('heading, Zelfde pictokaart thuis en op school, level 3'));
    expect(mine.indexOf('Gedaan')).toBeLessThan(mine.indexOf('button, Toch niet gelukt: Zelfde pictokaart thuis en op school'));

    const listenToAnswer = async () => {
      const region = 'region, Bent u het eens met dit plan?';
      return between(await listenThrough(document.body), region, `end of ${region}`);
    };
    await user.click(screen.getByRole('button', { name: 'Nee' }));
    expect((await listenToAnswer()).find((phrase) => phrase.startsWith('textbox, '))).toMatch(
      /^textbox, Waarom bent u het er niet mee eens\?/,
    );
    await user.click(screen.getByRole('button', { name: 'Antwoord geven' }));
    const wrong = await listenToAnswer();
    expect(wrong.find((phrase) => phrase.startsWith('textbox, '))).toMatch(/invalid/);
  });

  it('hears on the way in what happens, what is asked, and what is wrong', async () => {
    history.replaceState(null, '', '/cases#uitnodiging=geheim');
    takeLink(window);
    const { user } = await renderApp({ test: await withFakeCircle({}), path: '/join' });
    await screen.findByRole('button', { name: 'Meedoen' });
    const listen = async () => between(await listenThrough(document.body), 'main', 'end of main');
    const said = await listen();
    expectWellSpoken(said);
    expect(headingsIn(said).map(({ name }) => name)).toEqual([
      'Een uitnodiging voor een plan',
      'Wat gebeurt er?',
      'Eerst dit apparaat klaarmaken',
    ]);
    const order = ['textbox, Naam, required', 'radiogroup, Meedoen als, required', 'button, Meedoen'];
    expect(said.filter((phrase) => order.includes(phrase))).toEqual(order);
    expect(said).toContain('radio, Gezin of bekende van het gezin, not checked, position 1, set size 2');

    await user.click(screen.getByRole('radio', { name: 'Gezin of bekende van het gezin' }));
    const chosen = await listen();
    expectWellSpoken(chosen);
    // A field whose letters are hidden has no role: its name and hint are said instead.
    expect(chosen.some((phrase) => phrase.startsWith('Kies een code van 6 cijfers of meer, Geen geboortedatum'))).toBe(true);

    await user.click(screen.getByRole('button', { name: 'Meedoen' }));
    const wrong = await listen();
    expect(wrong.join('\n')).toMatch(/Er klopt iets niet[\s\S]*Vul een naam in\.[\s\S]*textbox, Naam/);
    expect(wrong.find((phrase) => phrase.startsWith('textbox, Naam'))).toMatch(/invalid/);
  });
});
