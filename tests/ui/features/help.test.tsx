import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSentences } from '../../../.ci/checkCatalogues.ts';
import { paths } from '../../../src/ui/components/paths.ts';
import { familyHelp } from '../../../src/ui/features/help/familyTopics.ts';
import { topicsOfScreen } from '../../../src/ui/features/help/helpBook.ts';
import { professionalHelp } from '../../../src/ui/features/help/helpTopics.ts';
import { chooseLanguage } from '../../../src/ui/i18n/catalogue.ts';
import { LANGUAGES } from '../../../src/ui/i18n/languages.ts';
import { createTestApplication } from '../../support/createTestApplication.ts';
import { exampleFor } from '../../support/exampleFor.ts';
import { findAxeViolations } from '../../support/findAxeViolations.ts';
import { renderApp } from '../../support/renderApp.tsx';

describe('help', () => {
  it('finds a topic by a word from its text, also half typed', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/help' });
    await user.type(await screen.findByRole('searchbox', { name: 'Zoek in de hulp' }), 'parnas');
    const found = within(screen.getByRole('status', { name: 'Gevonden' }));
    await user.click(found.getByRole('link', { name: 'Leerlingen ophalen uit een bestand' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Leerlingen ophalen uit een bestand' })).toBeVisible();
  });

  it('says when nothing is found', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/help' });
    await user.type(await screen.findByRole('searchbox', { name: 'Zoek in de hulp' }), 'zeppelinvaart');
    expect(screen.getByText('Niets gevonden. Probeer een ander woord.')).toBeVisible();
  });

  it('begins with the screen where someone was', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/device' });
    await user.click(await screen.findByRole('link', { name: 'Hulp' }));
    const here = within(await screen.findByRole('region', { name: 'Bij het vorige scherm' }));
    expect(here.getByRole('link', { name: 'Reservekopie' })).toBeVisible();
  });

  it('has something to say about every screen that is no help itself', () => {
    const { help, papers, danger, ...screens } = paths;
    expect([help, papers, danger].flatMap((path) => topicsOfScreen(professionalHelp, path))).toEqual([]);
    const silent = Object.values(screens).filter(
      (path) => topicsOfScreen(professionalHelp, path.replaceAll(/:(\w+)\??/g, '$1')).length === 0,
    );
    expect(silent).toEqual([]);
  });

  it('has a sheet for parents to print', async () => {
    const { user } = await renderApp({ unlocked: true, path: '/help' });
    await user.click(await screen.findByRole('link', { name: 'Uitleg voor ouders' }));
    expect(await screen.findByRole('heading', { name: 'Een plan met u en uw kind' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Afdrukken' })).toBeVisible();
  });
});

describe('help for a family', () => {
  const titles = (language: string) => familyHelp.topics.map(({ title }) => readSentences(language, 'familyHelp')[title]!);
  const shownTopics = async (all: string) =>
    within(await screen.findByRole('region', { name: all }))
      .getAllByRole('link')
      .map(({ textContent }) => textContent);

  afterEach(async () => {
    vi.unstubAllGlobals();
    await act(() => chooseLanguage('nl'));
  });

  it('has only what a family uses, and nothing that professionals hand out', async () => {
    const { test } = await exampleFor('Ewa');
    const { user, goTo } = await renderApp({ test, path: '/help' });
    expect(await shownTopics('Alle onderwerpen')).toEqual(titles('nl'));
    expect(screen.queryByRole('link', { name: /Uitleg voor ouders|documenten/ })).toBeNull();
    expect(screen.getByText(/aan wie u uitnodigde/)).toBeVisible();
    expect(await findAxeViolations()).toEqual([]);
    await user.type(screen.getByRole('searchbox'), 'tolk');
    await user.click(within(screen.getByRole('status', { name: 'Gevonden' })).getByRole('link', { name: /^Een tolk/ }));
    expect(await screen.findByText(/tot de dag die u koos/)).toBeVisible();
    for (const topic of ['parents', 'import']) {
      await goTo(`/help/${topic}`);
      expect(await shownTopics('Alle onderwerpen')).toEqual(titles('nl'));
    }
  });

  it('says "je" to a pupil', async () => {
    const { test } = await exampleFor('Milan', '2012-05-01');
    await renderApp({ test, path: '/help/companion' });
    expect(await screen.findByText(/tot de dag die je koos/)).toBeVisible();
    expect(document.body.textContent).not.toMatch(/ uw? /);
  });

  it('begins with the page of the plan for who comes from there', async () => {
    const { test, caseId } = await exampleFor('Ewa');
    const { user } = await renderApp({ test, path: `/cases/${caseId}` });
    await user.click(await screen.findByRole('link', { name: 'Hulp' }));
    const here = within(await screen.findByRole('region', { name: 'Bij het vorige scherm' }));
    expect(here.getByRole('link', { name: 'Ja of nee zeggen' })).toBeVisible();
  });

  it('begins so on a phone too, where it stands behind "Meer"', async () => {
    vi.stubGlobal('matchMedia', (media: string) => Object.assign(new EventTarget(), { media, matches: media.includes('width') }));
    const { test, caseId } = await exampleFor('Ewa');
    const { user } = await renderApp({ test, path: `/cases/${caseId}` });
    await user.click(await screen.findByRole('button', { name: 'Meer' }));
    await user.click(within(await screen.findByRole('dialog', { name: 'Meer' })).getByRole('link', { name: 'Hulp' }));
    expect(await screen.findByRole('region', { name: 'Bij het vorige scherm' })).toBeVisible();
  });

  it('is there before anything is unlocked for who chose a language of families, and else as it is for professionals', async () => {
    const test = await createTestApplication({ unlocked: true });
    await test.application.lock('asked');
    await renderApp({ test, path: '/help' });
    expect(await shownTopics('Alle onderwerpen')).toHaveLength(professionalHelp.topics.length);
    await act(() => chooseLanguage('ar'));
    expect(await shownTopics(readSentences('ar', 'familyHelp')['familyHelp.all']!)).toEqual(titles('ar'));
    await waitFor(() => expect(document.documentElement.lang).toBe('ar'));
    await act(() => chooseLanguage('en'));
    expect(await shownTopics('All topics')).toHaveLength(professionalHelp.topics.length);
  });

  it('stays that of professionals for who works, whatever language they chose', async () => {
    await act(() => chooseLanguage('tr'));
    const test = await createTestApplication({ exampleFamily: true });
    await renderApp({ test, path: '/help' });
    expect(await shownTopics('Alle onderwerpen')).toHaveLength(professionalHelp.topics.length);
    expect(document.documentElement.lang).toBe('nl');
  });

  it('has something to say about every screen of a family', () => {
    const { case: plan, cases, prepare, ownPlan, preparation, circle, access, copy, helpers, print, whole, device, exchange, join } = paths;
    const screens = [plan, cases, prepare, ownPlan, preparation, circle, access, copy, helpers, print, whole, device, exchange, join];
    const silent = screens.filter((path) => topicsOfScreen(familyHelp, path.replaceAll(/:(\w+)\??/g, '$1')).length === 0);
    expect(silent).toEqual([]);
  });

  it.each(LANGUAGES)('names the buttons as they are in %s', (language) => {
    const spoken = ['myPlan', 'shell', 'discreet', 'helpers', 'start'].flatMap((part) => Object.values(readSentences(language, part)));
    const named = Object.values(readSentences(language, 'familyHelp')).flatMap((text) =>
      [...text.matchAll(/[‘“„]([^’“”]+)[’”]|«([^»]+)»/g)].map(([, name, named]) => name ?? named!),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !spoken.includes(name) && name !== 'так' && name !== 'ні')).toEqual([]);
  });
});
