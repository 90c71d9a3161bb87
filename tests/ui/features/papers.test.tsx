import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { isPaper, papers, PAPERS } from '../../../src/ui/features/help/papers.ts';
import { readBlocks, splitBlanks } from '../../../src/ui/features/help/paperBlocks.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

/** As they are written; importing would give the compiled form. */
const readTexts = (language: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../src/ui/i18n', language, 'papers.json'), 'utf8')) as Record<string, string>;
const dutch = readTexts('nl');
const english = readTexts('en');
const DRAFT = 'Concept, laat je FG nakijken';

describe('papers for the organisation', () => {
  it('are found from the help, and each says that it is a draft', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/help' });
    await user.click(await screen.findByRole('link', { name: 'Naar de documenten' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Voor je organisatie' })).toBeVisible();
    expect(screen.getByText(DRAFT)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.click(screen.getByRole('link', { name: 'DPIA' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'DPIA' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Afdrukken' })).toBeVisible();
  });

  it.each(PAPERS)('%s shows the draft mark, every part of its text, and headings in order, and axe finds nothing', async (id) => {
    await renderApp({ unlocked: true, path: `/help/organisation/${id}` });
    const paper = within(await screen.findByRole('article'));
    expect(paper.getAllByText(DRAFT)).toHaveLength(2);
    const parts = Object.keys(dutch).filter((key) => key.startsWith(`papers.${id}.`) && key.endsWith('.body'));
    expect(papers[id].map((section) => `papers.${section}.body`)).toEqual(parts);
    expect(paper.getAllByRole('heading', { level: 3 })).toHaveLength(parts.length);
    expect(paper.getAllByRole('heading', { level: 2 })).toHaveLength(1);
    expect(await findAxeViolations()).toEqual([]);
  });

  it('show tables with heads, and what has to be filled in', async () => {
    await renderApp({ unlocked: true, path: '/help/organisation/privacy' });
    const table = within(await screen.findByRole('table'));
    expect(table.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['Wie', 'Wat ziet die persoon?']);
    const server = within(table.getByRole('row', { name: /Wie de server beheert/ }));
    expect(server.getByRole('cell')).toHaveTextContent('Wie, wanneer en hoeveel. Nooit de inhoud.');
    expect(server.getByText('[naam]').tagName).toBe('MARK');
  });

  it('say on every printed page that they are a draft, as long as one is open', async () => {
    const { goTo } = await renderApp({ unlocked: true, path: '/help/organisation/ict' });
    await screen.findByRole('article');
    const markOf = () => document.documentElement.style.getPropertyValue('--paper-mark');
    expect(markOf()).toBe(`"${DRAFT}"`);
    await goTo('/help');
    await screen.findByRole('heading', { level: 1, name: 'Hulp' });
    expect(markOf()).toBe('');
  });

  it('can be read before anything is unlocked', async () => {
    await renderApp({ path: '/help/organisation/child' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Privacy: uitleg voor kinderen' })).toBeVisible();
  });

  it('speak of the server without promising too much: never the content, always who, when and how much', () => {
    for (const [texts, words] of [
      [dutch, ['Wie, wanneer en hoeveel', 'Nooit de inhoud']],
      [english, ['Who, when and how much', 'Never the content']],
    ] as const)
      for (const word of words) expect(texts['papers.privacy.readers.body']).toContain(word);
  });

  it.each([
    ['nl', dutch],
    ['en', english],
  ] as const)('have the same shape in every language: %s', (_language, texts) => {
    const shapeOf = (text: string) => readBlocks(text).map((block) => [block.type, 'rows' in block ? block.rows.length : 0]);
    for (const [key, text] of Object.entries(texts)) expect([key, shapeOf(text)]).toEqual([key, shapeOf(dutch[key]!)]);
    for (const block of Object.values(texts).flatMap(readBlocks))
      if (block.type === 'table') for (const row of block.rows) expect([row, row.length]).toEqual([row, block.head.length]);
  });

  it('know only their own addresses', () => {
    expect(isPaper('dpia')).toBe(true);
    expect(isPaper('toString')).toBe(false);
    expect(isPaper(undefined)).toBe(false);
  });

  it('read blanks as what has to be filled in', () => {
    expect(splitBlanks('Bel [naam] of [nummer].')).toEqual([
      { text: 'Bel ', isBlank: false },
      { text: '[naam]', isBlank: true },
      { text: ' of ', isBlank: false },
      { text: '[nummer]', isBlank: true },
      { text: '.', isBlank: false },
    ]);
  });
});
